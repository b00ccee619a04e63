import type { Qd766Group, Qd766Item } from '../../../shared/domain/qd766.ts';

export const groupWords: Record<Qd766Group, string> = {
  publication: 'Công khai, minh bạch',
  progress: 'Tiến độ, kết quả giải quyết',
  online: 'Dịch vụ công trực tuyến',
  payment: 'Thanh toán trực tuyến',
  satisfaction: 'Mức độ hài lòng',
  digital: 'Số hóa hồ sơ',
};

/** Each item, and what its numbers are. */
export const itemWords: Record<Qd766Item, { name: string; how: string }> = {
  publishedInTime: { name: 'Công bố thủ tục đúng hạn', how: 'thủ tục công bố đúng hạn / phải công bố' },
  updatedInTime: { name: 'Cập nhật, công khai đúng hạn', how: 'thủ tục cập nhật đúng hạn / phải cập nhật' },
  publishedInFull: { name: 'Công khai đủ nội dung', how: 'thủ tục đủ nội dung / thủ tục công khai' },
  casesSynchronised: { name: 'Đồng bộ hồ sơ lên Cổng quốc gia', how: 'hồ sơ đã đồng bộ / hồ sơ tiếp nhận' },
  progress: {
    name: 'Giải quyết đúng hạn, trong hạn',
    how: 'trước, đúng hạn và đang trong hạn / mọi hồ sơ có hạn, đã xong hoặc đang giải quyết',
  },
  onlineProcedures: { name: 'Thủ tục cung cấp trực tuyến', how: 'đủ điểm từ 80 %' },
  onlineCases: {
    name: 'Hồ sơ trực tuyến',
    how: 'nộp trực tuyến / tiếp nhận, đủ điểm từ 50 %; chưa nhân tỷ lệ đồng bộ',
  },
  payableProcedures: { name: 'Thủ tục có thanh toán trực tuyến', how: 'đủ điểm từ 80 %' },
  paidProcedures: { name: 'Thủ tục có giao dịch thanh toán trực tuyến', how: 'đủ điểm từ 80 %' },
  paidOnline: {
    name: 'Hồ sơ thanh toán trực tuyến',
    how: 'trả trên Cổng Dịch vụ công quốc gia / hồ sơ phải trả phí; nhập theo Cổng',
  },
  feedbackInTime: {
    name: 'Xử lý phản ánh đúng hạn',
    how: 'đúng hạn / phải xử lý; không có phản ánh thì đủ điểm',
  },
  feedbackSatisfied: {
    name: 'Hài lòng về xử lý phản ánh',
    how: 'hài lòng / được hỏi; không có phản ánh thì đủ điểm',
  },
  reception: {
    name: 'Hài lòng khi tiếp nhận, giải quyết',
    how: '100 % trừ tỷ lệ quá hạn và tỷ lệ đánh giá thấp, đủ điểm từ 90 %',
  },
  digitalResults: { name: 'Cấp kết quả điện tử', how: 'kết quả điện tử / có kết quả' },
  digitised: { name: 'Số hóa hồ sơ', how: 'số hóa khi tiếp nhận / tiếp nhận, đủ điểm từ 80 %' },
  certifiedDigitally: { name: 'Chứng thực điện tử', how: 'bản điện tử / yêu cầu chứng thực' },
  reused: { name: 'Tái sử dụng dữ liệu số hóa', how: 'đủ điểm từ 80 %' },
  shared: { name: 'Kết nối, chia sẻ dữ liệu', how: 'theo bảng điểm của Cổng quốc gia' },
  populationMatched: { name: 'Khai thác dữ liệu dân cư: đối chiếu', how: 'chỉ cấp tỉnh' },
  populationUsed: { name: 'Khai thác dữ liệu dân cư: sử dụng', how: 'chỉ cấp tỉnh' },
};
