import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { HoldReason } from '../../../shared/domain/retention.ts';
import { formatPhone } from '../../../shared/format.ts';
import type { CardErasure, ErasureCounts, RestCounts, UnsureCard } from '../../../shared/views-retention.ts';

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

const counted = (count: number, words: string): string[] =>
  count > 0 ? [`${formatInteger(count)} ${words}`] : [];

/** What goes, line by line. */
export function goesWords(counts: ErasureCounts & Partial<CardErasure>): string[] {
  const { cases, citizens, payments, feedback, notices, papers, ...beside } = counts;
  return [
    ...counted(
      cases,
      'hồ sơ: tên, số định danh, ngày sinh, điện thoại, địa chỉ, người nộp thay, người nhận, trích yếu, ghi chú và lý do',
    ),
    ...counted(citizens, 'người không còn hồ sơ nào khác: cả lần ghi ở mục Người dân và quan hệ gia đình'),
    ...counted(payments, 'khoản thu: tên người nộp và ghi chú'),
    ...counted(feedback, goesOfFeedback),
    ...counted(notices, 'tin đã gửi: lời tin'),
    ...counted(papers, 'tệp phiếu đã in, kể cả biên bản có tên những hồ sơ này'),
    ...goesOfDigital(beside),
  ];
}

const goesOfFeedback = 'phản ánh: người gửi và nội dung';

/** The same of somebody whom digital support alone knows. */
export const goesOfCard = ({ feedback, ...beside }: CardErasure): string[] => [
  ...goesOfDigital(beside),
  ...counted(feedback, goesOfFeedback),
];

function goesOfDigital(counts: Partial<RestCounts>): string[] {
  const { digital = 0, campaignEntries = 0, visits = 0 } = counts;
  return [
    ...counted(digital, 'thẻ hỗ trợ số: tên, năm sinh, điện thoại, ghi chú và số để nhận ra người này'),
    ...counted(campaignEntries, 'lượt của đợt cao điểm: tên, năm sinh, địa bàn'),
    ...counted(visits, 'dòng thăm nhà, lớp, quà, điểm truy cập: tên, địa chỉ, điện thoại, ghi chú'),
  ];
}

/** What stays of what digital support wrote down. */
export const staysOfDigital: readonly string[] = [
  'Lượt giúp, lượt của đợt, việc đã đạt và lần thăm vẫn tính, không nêu người.',
  'Chỗ chỉ ghi họ tên thì còn khi trong sổ có người trùng tên. Máy của tổ và tệp đợt chưa đưa về còn tên.',
  'Tên người dạy lớp và người của tổ còn, như tên người làm việc ở quầy.',
];

/** What stays of him as long as one of his cases is held. */
export const staysMeanwhile = ({ feedback, ...beside }: RestCounts): string[] =>
  [...goesOfDigital(beside), ...counted(feedback, goesOfFeedback)].map(
    (words) => `${words}: còn đến khi hồ sơ cuối cùng hết vướng, khi ấy làm lại.`,
  );

/** Why his card stays where the time of a procedure is over. */
export const staysOfCards =
  'Thẻ hỗ trợ số, lượt của đợt, thăm nhà: không theo thời hạn của thủ tục, xóa theo yêu cầu của từng người.';

/** Where he acted for somebody else. */
export const staysWithOthers =
  'Phần của người này trong việc của người khác (nộp thay, nhận thay) còn đến khi việc ấy hết thời hạn lưu.';

export const openFeedbackWords = (open: readonly string[]): string[] =>
  open.length > 0 ? [`Phản ánh ${open.join(', ')} đang giải quyết, kể cả tên và điện thoại người gửi.`] : [];

/** Where nothing may go yet. */
export const allStays = 'Mọi dữ liệu của người này, như trước.';

/** What may be his or another's stays whole, with where to look. */
export const unsureWords = ({
  unsure,
  unsureFeedback,
  unsureVisits,
}: Pick<CardErasure, 'unsure' | 'unsureFeedback' | 'unsureVisits'>) => [
  ...counted(
    unsure.length,
    `thẻ hỗ trợ số chỉ trùng tên hoặc điện thoại, chưa chắc của người này. Xem từng thẻ, đúng của người này thì xóa ở thẻ ấy.`,
  ),
  ...counted(
    unsureFeedback,
    'phản ánh có điện thoại này mà không ghi tên, chưa chắc của người này. Xem ở Phản ánh.',
  ),
  ...counted(
    unsureVisits,
    'lần thăm nhà có tên hoặc điện thoại này, chưa chắc là nhà của người này: lần thăm còn. Xem ở Hỗ trợ số, mục Lớp, thăm nhà.',
  ),
];

/** What tells a card apart from others of its name. */
export const cardWords = ({ name, ...facts }: Omit<UnsureCard, 'personId'>): string =>
  [name || 'không ghi tên', ...factWords(facts)].join(', ');

/** "sinh 1996", "…187", "0912 000 111", "Bản Hua Ít": which of several of one name it is. */
export function factWords(facts: {
  birthYear: number | string | null;
  maskedIdNumber?: string | null;
  phone: string | null;
  area: string;
}): string[] {
  const { birthYear, maskedIdNumber, phone, area } = facts;
  const told = [birthYear && `sinh ${birthYear}`, maskedIdNumber, phone && formatPhone(phone), area];
  return told.filter((one) => typeof one === 'string' && one !== '') as string[];
}

/** What stays of cases. */
const staysOfCases = [
  'Mã hồ sơ, số sổ, thủ tục, các mốc ngày, người xử lý, số tiền: mọi số liệu và báo cáo giữ nguyên.',
  'Sổ theo dõi đã khóa và bản in của nó, theo pháp luật về lưu trữ.',
];

/** What stays of anybody. */
const staysOfAnybody = [
  'Nhật ký giữ chuỗi kiểm tra và mục ghi lần xóa này, không giữ nội dung đã xóa.',
  'Bản sao lưu đã ghi trước hôm nay còn dữ liệu này đến khi tự hết hạn, lâu nhất 12 tháng; tệp đã xuất, giấy đã in và bản chép ra USB phải xử lý riêng.',
  'Phiếu sự cố dữ liệu: giữ nguyên lời đã ghi, kể cả tên và số điện thoại trong đó, vì luật buộc lưu hồ sơ sự cố.',
];

/** What stays whatever is erased. */
export const staysWords: readonly string[] = [...staysOfCases, ...staysOfAnybody];

/** The same where no case goes. */
export const staysOfCard = [...staysOfDigital, staysWithOthers, ...staysOfAnybody];
