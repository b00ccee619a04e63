import type { ErrorData } from '../shared/errors.ts';
import { refusalWords, refusedAct } from '../shared/refusal-words.ts';

/** Why what something is now does not allow an act. */
export function refusedSentence(data: ErrorData): string {
  if (data.status === 'cancelled') return 'Khoản này đã hủy, chưa ghi gì. Xem mục Tiền của hồ sơ.';
  if (data.erasure === 'nothing') return nothingErased(data.held);
  if (data.erasure === 'feedbackOpen') return feedbackOpenSentence(data.feedback);
  if (data.erasure === 'hasRecord')
    return 'Chưa xóa gì: người này có trong Người dân. Ghi yêu cầu xóa ở đó, thẻ hỗ trợ số đi cùng.';
  const refused = refusedAct(data);
  return refused
    ? `${refusalWords(refused)}. Hồ sơ giữ nguyên; chọn việc khác.`
    : 'Trạng thái hiện nay của hồ sơ không cho phép việc này. Xem trạng thái mới rồi chọn việc khác.';
}

/** Why nobody is erased while the office owes him an answer. @param feedback codes of his phản ánh. */
export function feedbackOpenSentence(feedback: unknown): string {
  const codes = Array.isArray(feedback) ? feedback.map(String) : [];
  return `Chưa xóa được: phản ánh ${named(codes, 'phản ánh')} của người này đang giải quyết. Giải quyết xong rồi xóa, để tên và điện thoại trong phản ánh đi cùng.`;
}

const mostNamed = 5;

function named(codes: readonly string[], what: string): string {
  const more = codes.length > mostNamed ? ` và ${codes.length - mostNamed} ${what} khác` : '';
  return `${codes.slice(0, mostNamed).join(', ')}${more}`;
}

function nothingErased(held: unknown): string {
  const codes = Array.isArray(held) ? held.map(String) : [];
  if (codes.length === 0) return 'Chưa xóa gì: dữ liệu của người này đã được xóa trước đó.';
  return `Chưa xóa gì: hồ sơ ${named(codes, 'hồ sơ')} còn việc phải làm theo luật. Làm xong rồi xóa, hoặc trả lời là chưa xóa được.`;
}
