import { formatDay } from '../shared/format.ts';
import { type ShiftStay, shiftStays } from '../shared/views-shift.ts';

/** What is said where two people are needed. */

/** Why a second person, or the code in the envelope, does not do. */
const approverSentences = {
  other: 'Người xác nhận phải là người khác, có quyền quản trị hoặc lãnh đạo. Chưa làm gì; chọn người khác.',
  noPassword:
    'Người xác nhận chưa đặt mật khẩu. Chưa làm gì; người đó vào phần mềm một lần rồi xác nhận lại.',
  someoneCan:
    'Đơn vị có người quản lý khác xác nhận được, nên mã khôi phục không thay được người ấy. Chưa làm gì; nhờ người ấy gõ mật khẩu.',
  remote:
    'Mã khôi phục chỉ gõ được ở máy giữ sổ, không gõ qua mạng nội bộ. Chưa làm gì; làm việc này ở máy giữ sổ.',
  noCode: 'Đơn vị chưa có mã khôi phục. Chưa làm gì; làm mã ở Cài đặt, mục Người, hoặc thêm một lãnh đạo.',
  codeFresh:
    'Mã khôi phục này do một người làm chỉ bằng mật khẩu của mình, nên chưa dùng được. Chưa làm gì; mã dùng được từ',
  codeOfOther:
    'Mã khôi phục này vừa có khi mở lại tài khoản của người khác, nên chưa mở tiếp được tài khoản này. Chưa làm gì; nhờ người đã vào lại cấp mã bắt đầu, hoặc dùng mã từ',
  recovered:
    'Một trong hai người vừa vào lại bằng mã khôi phục, nên chưa cùng làm được việc cần hai người. Chưa làm gì; hai người quản lý khác làm được ngay, người này từ',
} as const;

const isKnown = (why: unknown): why is keyof typeof approverSentences =>
  typeof why === 'string' && why in approverSentences;

/** @param until the day from which it does, where it only does not yet. */
export function approverSentence(why: unknown, until: unknown): string {
  const sentence = approverSentences[isKnown(why) ? why : 'other'];
  return typeof until === 'string' ? `${sentence} ${formatDay(until)}.` : sentence;
}

/** Why a closed shift stays closed. */
const staySentences: Record<ShiftStay, string> = {
  laterShift:
    'Người thu đã mở ca sau, nên ca này giữ nguyên. Ghi phần cần sửa ở ca đang mở, hoặc vào ghi chú khi chốt ca đó.',
  bookClosed: 'Sổ của năm ấy đã khóa, nên ca này giữ nguyên. Ghi phần cần sửa ở ca đang mở.',
  reopened: 'Lần chốt này đã được mở lại trước đó và giữ nguyên. Xem lần chốt sau của cùng ca.',
};

export const staySentence = (why: unknown): string =>
  staySentences[shiftStays.find((known) => known === why) ?? 'laterShift'];
