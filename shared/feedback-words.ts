import type {
  FeedbackActKind,
  FeedbackChannel,
  FeedbackEventKind,
  FeedbackNature,
  FeedbackTopic,
} from './domain/feedback.ts';

/** The Vietnamese words of feedback cases. */

export const feedbackNatureLabels: Record<FeedbackNature, string> = {
  complaint: 'Phản ánh',
  proposal: 'Kiến nghị',
};

export const feedbackChannelLabels: Record<FeedbackChannel, string> = {
  inPerson: 'Trực tiếp',
  box: 'Hộp thư',
  phone: 'Điện thoại',
  zalo: 'Zalo',
  portal: 'Cổng DVCQG',
};

export const feedbackTopicLabels: Record<FeedbackTopic, string> = {
  attitude: 'Thái độ',
  timeLimit: 'Thời hạn',
  procedure: 'Thủ tục',
  fee: 'Phí, lệ phí',
  other: 'Khác',
};

export const feedbackActLabels: Record<FeedbackActKind, string> = {
  acknowledge: 'Báo đã nhận',
  askDetail: 'Hỏi thêm',
  giveDetail: 'Ghi phần trả lời',
  answer: 'Trả lời',
  refuse: 'Từ chối xử lý',
  withdraw: 'Người gửi rút',
  judge: 'Kết luận',
};

export const feedbackEventLabels: Record<FeedbackEventKind, string> = {
  received: 'Tiếp nhận',
  acknowledged: 'Báo đã nhận',
  detailAsked: 'Hỏi thêm người gửi',
  detailGiven: 'Người gửi trả lời',
  answered: 'Trả lời',
  refused: 'Từ chối xử lý',
  withdrawn: 'Người gửi rút',
  judged: 'Kết luận',
};
