import type { SlipVerdict } from './domain/slip-check.ts';

/** What a check of a slip came to, as the counter and the page for checking say it. */
export const slipVerdictWords: Record<SlipVerdict, { title: string; sentence: string }> = {
  genuine: {
    title: 'Phiếu thật',
    sentence: 'Chữ ký đúng: cơ quan đã in phiếu này với ngày nhận và giờ hẹn như dưới đây.',
  },
  altered: {
    title: 'Phiếu không đúng',
    sentence: 'Nội dung trong mã QR không khớp chữ ký: phiếu đã bị sửa, hoặc không do cơ quan này in.',
  },
  retiredKey: {
    title: 'Phiếu không đúng',
    sentence: 'Phiếu ký bằng một khóa đã thôi dùng trước ngày nhận ghi trên phiếu.',
  },
  otherOffice: {
    title: 'Phiếu của cơ quan khác',
    sentence: 'Mã QR mang dấu của một cơ quan khác. Muốn kiểm tra thì cần tệp khóa công khai của cơ quan đó.',
  },
  unknownKey: {
    title: 'Chưa biết khóa',
    sentence: 'Phiếu ký bằng một khóa không có ở đây. Lấy tệp khóa hoặc trang kiểm tra mới nhất rồi thử lại.',
  },
  unreadable: {
    title: 'Chưa đọc được hết',
    sentence: 'Mã đọc được chưa đủ hoặc không đúng dạng. Quét lại, giữ phiếu phẳng và đủ sáng.',
  },
  notSigned: {
    title: 'Không có chữ ký',
    sentence: 'Đây không phải mã QR có chữ ký: có thể là mã vạch, hoặc phiếu in trước khi có chữ ký.',
  },
};

/** The mark of a verdict: what holds, what does not, what cannot be told. */
export const slipVerdictTones: Record<SlipVerdict, 'ok' | 'late' | 'due'> = {
  genuine: 'ok',
  altered: 'late',
  retiredKey: 'late',
  otherOffice: 'due',
  unknownKey: 'due',
  unreadable: 'due',
  notSigned: 'due',
};
