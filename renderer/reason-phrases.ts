/** Usual reasons, a press away from the field. Short enough for a chip, whole enough for a slip. */
export const reasonPhrases = {
  reject: [
    'Không thuộc thẩm quyền giải quyết của xã',
    'Giấy tờ không hợp lệ',
    'Không đủ điều kiện theo quy định',
    'Đã được giải quyết trước đó',
  ],
  askSupplement: [
    'Thiếu giấy tờ theo thành phần hồ sơ',
    'Thông tin trên giấy tờ không khớp nhau',
    'Tờ khai ghi chưa đủ, chưa đúng',
    'Bản sao không rõ, chưa chứng thực',
  ],
  extend: [
    'Cần xác minh thêm thông tin',
    'Chờ ý kiến cơ quan liên quan',
    'Số lượng hồ sơ tăng cao',
    'Hệ thống gián đoạn',
  ],
  openVerification: ['Cần xác minh tại nơi cư trú', 'Cần xác minh với cơ quan đã cấp giấy tờ'],
  stopNoSupplement: ['Quá 15 ngày từ ngày yêu cầu, người nộp chưa bổ sung hồ sơ'],
  stop: ['Theo văn bản của cơ quan có thẩm quyền', 'Đang có tranh chấp, khiếu nại'],
  withdraw: ['Người nộp không còn nhu cầu', 'Người nộp muốn làm lại hồ sơ', 'Nộp nhầm nơi, nhầm thủ tục'],
  requestPayment: ['Nộp lệ phí trước bạ theo thông báo thuế', 'Nộp tiền sử dụng đất theo thông báo thuế'],
  visit: ['Hỏi kết quả', 'Bổ sung thông tin', 'Nhờ hướng dẫn'],
  refund: ['Người nộp rút hồ sơ', 'Thu thừa so với mức thu', 'Thu nhầm'],
  cancelPayment: ['Ghi nhầm người nộp', 'Ghi nhầm số tiền', 'Thu trùng'],
  reopenShift: ['Đếm nhầm số tờ', 'Sót một khoản thu trong ca', 'Ghi nhầm tiền lẻ đầu ca'],
  returnUnpaid: ['Hẹn nộp sau', 'Nói đã chuyển khoản, chưa thấy tiền', 'Đang xét miễn lệ phí'],
  undo: ['Bấm nhầm', 'Nhầm hồ sơ', 'Ghi nhầm nội dung'],
} as const;
