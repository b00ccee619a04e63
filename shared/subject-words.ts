import type {
  AskerCapacity,
  RequestActKind,
  RequestEventKind,
  RequestResult,
  RequestStatus,
} from './domain/subject-request.ts';
import type { SubjectWish } from './domain/subject-right-settings.ts';

/** The Vietnamese words of requests about one's own data. */

/** In the place of the name of whoever had the use of his data restricted, in lists of whom to help. */
export const restrictedPerson = 'Người đã hạn chế xử lý dữ liệu';

export const wishLabels: Record<SubjectWish, string> = {
  view: 'Xem, nhận bản sao',
  correct: 'Đính chính',
  withdraw: 'Rút sự đồng ý',
  restrict: 'Hạn chế xử lý',
  lift: 'Bỏ hạn chế',
  delete: 'Xóa dữ liệu',
  protect: 'Biện pháp bảo vệ',
};

export const capacityLabels: Record<AskerCapacity, string> = {
  self: 'Chính người đó',
  parent: 'Cha, mẹ',
  guardian: 'Người giám hộ',
  authorised: 'Người được ủy quyền',
  heir: 'Người thừa kế',
  agency: 'Cơ quan có thẩm quyền',
};

export const requestStatusLabels: Record<RequestStatus, string> = {
  received: 'Mới nhận',
  processing: 'Đang xử lý',
  answered: 'Đã trả lời',
  refused: 'Đã từ chối',
  withdrawn: 'Đã rút',
};

export const resultLabels: Record<RequestResult, string> = {
  granted: 'Thực hiện toàn bộ',
  partly: 'Thực hiện một phần',
};

export const requestActLabels: Record<RequestActKind, string> = {
  acknowledge: 'Báo đã nhận',
  extend: 'Gia hạn',
  handOver: 'Chuyển xóa',
  answer: 'Trả lời',
  refuse: 'Từ chối',
  withdraw: 'Người yêu cầu rút',
};

export const requestEventLabels: Record<RequestEventKind, string> = {
  received: 'Tiếp nhận',
  acknowledged: 'Báo đã nhận',
  extended: 'Gia hạn',
  handedOver: 'Đã chuyển xóa',
  answered: 'Trả lời',
  refused: 'Từ chối',
  withdrawn: 'Người yêu cầu rút',
};
