import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { HoldReason } from '../../../shared/domain/retention.ts';
import type { ErasureCounts } from '../../../shared/views-retention.ts';

/** What the page of retention says. */

const reasons: Record<HoldReason, string> = {
  uncollected: 'kết quả chưa trả',
  originalsHeld: 'còn giữ bản chính',
  paymentOpen: 'khoản thu chưa xong',
  feedbackOpen: 'phản ánh chưa giải quyết xong',
  printing: 'phiếu đang in',
  restricted: 'chủ thể yêu cầu hạn chế xử lý',
  bookOpen: 'sổ của năm chưa khóa',
};

export const heldWords = ({ reason, count }: { reason: HoldReason; count: number }): string =>
  `${formatInteger(count)} ${reasons[reason]}`;

export const monthsWords = (months: number): string =>
  months % 12 === 0 ? `${formatInteger(months / 12)} năm` : `${formatInteger(months)} tháng`;

/** What goes, line by line. */
export function goesWords(counts: ErasureCounts & { digital?: number }): string[] {
  const { cases, citizens, payments, feedback, notices, papers, digital = 0 } = counts;
  const said = (count: number, words: string) => (count > 0 ? [`${formatInteger(count)} ${words}`] : []);
  return [
    `${formatInteger(cases)} hồ sơ: tên, số định danh, ngày sinh, điện thoại, địa chỉ, người nộp thay, người nhận, trích yếu, ghi chú và lý do`,
    ...said(citizens, 'người không còn hồ sơ nào khác: cả lần ghi ở mục Người dân và quan hệ gia đình'),
    ...said(payments, 'khoản thu: tên người nộp và ghi chú'),
    ...said(feedback, 'phản ánh: người gửi và nội dung'),
    ...said(notices, 'tin đã gửi: lời tin'),
    ...said(papers, 'tệp phiếu đã in, kể cả biên bản có tên những hồ sơ này'),
    ...said(digital, 'thẻ hỗ trợ số: tên, năm sinh, điện thoại, ghi chú và số để nhận ra người này'),
  ];
}

/** What stays of a card of digital support. */
export const staysOfDigital =
  'Lượt hỗ trợ số và việc đã đạt vẫn tính; mục đã ghi của các đợt ra quân giữ nguyên, thẻ không nêu người.';

/** What stays whatever is erased. */
export const staysWords = [
  'Mã hồ sơ, số sổ, thủ tục, các mốc ngày, người xử lý, số tiền: mọi số liệu và báo cáo giữ nguyên.',
  'Sổ theo dõi đã khóa và bản in của nó, theo pháp luật về lưu trữ.',
  'Nhật ký giữ chuỗi kiểm tra và mục ghi lần xóa này, không giữ nội dung đã xóa.',
  'Bản sao lưu đã ghi trước hôm nay còn dữ liệu này đến khi tự hết hạn, lâu nhất 12 tháng; tệp đã xuất, giấy đã in và bản chép ra USB phải xử lý riêng.',
];
