import { TRPCClientError } from '@trpc/client';
import { backupSentence } from '../shared/backup-words.ts';
import type { CampaignFileFault } from '../shared/domain/campaign-files.ts';
import { formatInteger } from '../shared/domain/ratio.ts';
import { AppError, type ErrorCode, type ErrorData, errorCodes } from '../shared/errors.ts';
import { type FaultKind, faultKinds } from '../shared/faults.ts';
import { formatDay, formatHour } from '../shared/format.ts';
import { lanFaultSentence } from '../shared/lan-words.ts';
import { opensAgainWords } from '../shared/queue-words.ts';
import { approverSentence, staySentence } from './approval-sentences.ts';
import { busyWords } from './busy-words.ts';
import { mergeSentence } from './merge-sentences.ts';
import { refusedSentence } from './refused-sentences.ts';

/** What happened, what was kept, what to do next: one sentence or two for each code. */
export const errorSentences: Record<ErrorCode, (data: ErrorData) => string> = {
  notFound: () => 'Không tìm thấy hồ sơ hoặc mục này. Có thể mã đã gõ sai; hãy tìm lại.',
  notAllowed: ({ why, device }) =>
    why === 'device'
      ? `${typeof device === 'string' ? `“${device}”` : 'Máy này'} không dùng cho vai trò của người này, chưa vào. Chọn người khác, hoặc nhờ quản trị đổi vai trò của máy ở Cài đặt, mục Mạng nội bộ.`
      : 'Vai trò của người đang ngồi quầy không được làm việc này. Đổi người hoặc nhờ người có quyền.',
  invalidInput: (data) => {
    const count = Object.keys(data.fields ?? {}).length;
    return count > 1
      ? `Còn ${count} ô chưa đúng. Xem lời nhắc dưới từng ô.`
      : 'Còn một ô chưa đúng. Xem lời nhắc dưới ô đó.';
  },
  notSeated: () => 'Chưa ai đăng nhập ở cửa sổ này, việc vừa rồi chưa làm. Đăng nhập rồi làm lại.',
  notSetUp: () => 'Sổ chưa được thiết lập. Hoàn tất các bước đầu rồi làm lại.',
  alreadySetUp: () => 'Sổ này đã được thiết lập. Mở lại trang để dùng tiếp.',
  unknownProcedure: () => 'Thủ tục này không có trong danh mục. Chọn lại thủ tục.',
  unknownVariant: () => 'Trường hợp này không thuộc thủ tục đã chọn. Chọn lại trường hợp.',
  promiseTooLate: () => 'Giờ hứa không được muộn hơn giờ hẹn theo quy định. Chọn giờ sớm hơn.',
  formAlreadyUsed: ({ caseCode, requestCode }) =>
    typeof requestCode === 'string'
      ? `Lần gửi trước đã thành yêu cầu ${requestCode}. Nội dung đang mở khác lần đó và vẫn còn nguyên; bấm Ghi lần nữa để thành yêu cầu mới.`
      : `Lần gửi trước đã thành hồ sơ ${typeof caseCode === 'string' ? caseCode : 'riêng'}. Nội dung đang mở khác lần đó và vẫn còn nguyên; bấm Tiếp nhận lần nữa để thành hồ sơ mới.`,
  actNotAllowed: refusedSentence,
  personRestricted: () =>
    'Người này đã yêu cầu hạn chế xử lý dữ liệu, nên chưa ghi gì. Hồ sơ đang giải quyết vẫn làm được; muốn dùng vào việc này thì người ấy yêu cầu bỏ hạn chế trước.',
  cardErased: () =>
    'Dữ liệu của thẻ này đã xóa theo yêu cầu nên không ghi thêm vào thẻ. Các lượt đã giúp vẫn được đếm. Người ấy đến lại thì mở thẻ mới.',
  nothingChanged: () => 'Chưa có mục nào khác với bản đang lưu. Sửa ít nhất một mục rồi lưu lại.',
  clockWrong: ({ what, now, lastAt }) =>
    what === 'money'
      ? moneyClockText(timeText(now), timeText(lastAt))
      : `Đồng hồ máy đang chỉ ${timeText(now)}${lastAt ? `, trước lần ghi gần nhất ${timeText(lastAt)}` : ''}. Chưa lưu; chỉnh lại ngày giờ của máy rồi làm lại.`,
  stale: ({ what, by }) =>
    staleSentences[isStaleThing(what) ? what : 'case'].replace(
      'người khác',
      typeof by === 'string' ? by : 'người khác',
    ),
  unmergeLaterFirst: () =>
    'Sau lần gộp này còn lần gộp khác, hai lần ghi được giữ nguyên. Tách lần gộp sau trước.',
  unknownPrinter: () =>
    'Không tìm thấy máy in đã chọn. Hồ sơ đã lưu. Chọn máy in khác trong Cài đặt rồi in lại.',
  wrongForm: () =>
    'Phiếu này không hợp với trạng thái hiện nay của hồ sơ. Chưa in; mở lại hồ sơ rồi chọn phiếu khác.',
  tooLarge: () => 'Nội dung gửi quá lớn, chưa lưu. Rút ngắn rồi gửi lại.',
  bookClosed: ({ year }) =>
    `Sổ năm ${yearText(year)} đã khóa và giữ nguyên. Điều cần ghi thêm thì lập phụ lục.`,
  bookStillRuns: ({ year, from }) =>
    `Năm ${yearText(year)} còn tiếp nhận hồ sơ, sổ chưa khóa. Khóa được từ ngày làm việc cuối năm${typeof from === 'string' ? `, ${formatDay(from)}` : ''}.`,
  bookEmpty: () => 'Quyển đang mở chưa có hồ sơ nào, giữ nguyên quyển này.',
  bookFileFault: ({ fault, year }) =>
    `Bản sổ đã khóa năm ${yearText(year)} ${fault === 'gone' ? 'không còn trong thư mục dữ liệu' : 'đã bị sửa'} nên không biết dòng nào khác. Chưa lập phụ lục; chép lại từ bản sao lưu rồi làm lại.`,
  reportBroken: ({ identity, where }) =>
    `Chưa xuất: báo cáo không khớp ${typeof identity === 'string' ? identity : ''}${typeof where === 'string' ? ` (${where})` : ''}. Sổ giữ nguyên; kiểm tra sổ trong Cài đặt rồi lập lại.`,
  reportTooLong: ({ lines, most }) =>
    `Báo cáo có ${countText(lines)} dòng, bản PDF nhận đến ${countText(most)} dòng. Xuất Excel, hoặc chọn kỳ ngắn hơn.`,
  queueClosed: ({ opensOn }) =>
    `Hôm nay nghỉ${typeof opensOn === 'string' ? `, ${opensAgainWords(opensOn)}` : ''}. Chưa phát số nào.`,
  campaignDayOutside: ({ day, logged, from, to }) =>
    typeof logged === 'string'
      ? `Đợt đã có lượt ghi ngày ${dayText(logged)}, các ngày mới không gồm ngày ấy. Chưa lưu; chọn lại từ ngày, đến ngày.`
      : `Ngày ${dayText(day)} không thuộc đợt này (${dayText(from)} đến ${dayText(to)}). Chưa ghi; chọn ngày của lượt, hoặc chỉnh lại ngày giờ của máy.`,
  campaignFileFault: ({ why }) => campaignSentences[isCampaignFault(why) ? why : 'damaged'],
  queueHeld: () => 'Màn hình chưa phát thêm số. Thử lại sau ít giây, hoặc lấy số giúp ở trang Hàng đợi.',
  queueOff: () => 'Hàng đợi đang tắt, chưa lấy số nào. Bật ở Cài đặt, mục Hàng đợi.',
  busy: ({ what, done, total }) =>
    `${busyWords(what)}${typeof done === 'number' && typeof total === 'number' ? `: ${formatInteger(done)}/${formatInteger(total)}` : ''}. Vẫn xem và tìm được; việc vừa làm chưa ghi, làm lại khi xong.`,
  cancelled: () => 'Đã dừng. Sổ giữ nguyên như trước khi bắt đầu.',
  nationalCodeTaken: ({ caseCode }) =>
    `Mã quốc gia này đã gắn cho hồ sơ ${typeof caseCode === 'string' ? caseCode : 'khác'}. Chưa lưu; kiểm tra lại mã.`,
  unreadableFile: ({ why }) => fileSentences[isFileFault(why) ? why : 'damaged'],
  ratingCodeUnknown: () => 'Không có mã này. Xem lại 9 số ở mục Đánh giá trên phiếu.',
  ratingCodeUsed: () => 'Mã này đã dùng để đánh giá. Mỗi phiếu đánh giá một lần; lần trước vẫn được giữ.',
  locked: () => 'Màn hình đang khóa, việc vừa rồi chưa làm. Mở khóa rồi làm lại; phần đang gõ còn nguyên.',
  wrongPassword: ({ what, left, seconds }) =>
    what === 'pin'
      ? `Mã PIN chưa đúng, còn ${countText(left)} lần thử.`
      : what === 'recovery'
        ? `Mã khôi phục chưa đúng. Xem phong bì có ghi Mã khôi phục không: Mã của sổ, Mã mở bản sao lưu không dùng ở đây. ${againText(seconds)}.`
        : `Mật khẩu chưa đúng. ${againText(seconds)}.`,
  noPassword: () =>
    'Người này chưa có mật khẩu. Nhờ quản trị cấp mã bắt đầu ở Cài đặt, mục Người, rồi gõ mã đó vào đây.',
  newPasswordNeeded: () => 'Mã bắt đầu đúng. Đặt mật khẩu của riêng mình để vào.',
  codeExpired: () => 'Mã bắt đầu đã hết hạn. Nhờ quản trị cấp mã khác ở Cài đặt, mục Người.',
  pinSpent: () => 'Mã PIN không dùng được cho lần khóa này. Gõ mật khẩu để mở; phần đang làm còn nguyên.',
  approvalNeeded: () =>
    'Việc này cần người thứ hai xác nhận. Chưa làm gì; mở lại trang rồi làm lại với một quản trị hoặc lãnh đạo khác.',
  approverNotAllowed: ({ why, until }) => approverSentence(why, until),
  mergeFailed: ({ why }) => mergeSentence(why),
  shiftStays: ({ why }) => staySentence(why),
  tooManyTries: ({ seconds }) => `Đã gõ sai nhiều lần. ${againText(seconds)}.`,
  backupFailed: ({ fault }) => backupSentence(fault),
  codeNotTyped: () =>
    'Mã gõ lại không khớp mã vừa hiện, hoặc mã ấy hiện đã quá một giờ; chưa đổi gì. Gõ lại năm chữ cuối hoặc cả mã, không được thì lấy mã khác.',
  lanFault: ({ why, port }) => lanFaultSentence(why, port),
  notPaired: () =>
    'Máy này chưa ghép với quầy, hoặc đã bị gỡ. Việc vừa rồi chưa làm; nhờ quản trị cấp mã ghép rồi mở lại trang.',
  tooFast: () => 'Máy này gửi quá nhiều yêu cầu cùng lúc. Việc vừa rồi chưa làm; thử lại sau vài giây.',
  diskFull: () =>
    'Ổ đĩa của máy đã đầy, chưa lưu được. Giải phóng chỗ trống rồi làm lại; dữ liệu cũ vẫn còn nguyên.',
  registerDamaged: () =>
    'Quầy đã dừng vì thấy sổ có chỗ hỏng; việc vừa làm chưa được lưu. Mở lại quầy để xem cách xử lý.',
  internal: (data) =>
    `Có lỗi ngoài dự kiến, việc vừa làm chưa được lưu.${data.incident ? ` Báo quản trị số ${data.incident}.` : ' Thử lại sau ít phút.'}`,
};

/** What somebody else was quicker with. */
const staleSentences = {
  digitalRow:
    'Dòng này vừa được người khác cập nhật, chưa ghi gì. Nội dung mới đã hiện; xem lại rồi làm tiếp.',
  digitalPerson:
    'Thẻ của người này vừa được người khác cập nhật, chưa ghi gì. Nội dung mới đã hiện; xem lại rồi làm tiếp.',
  case: 'Hồ sơ vừa được người khác cập nhật. Trạng thái mới đã hiện; xem lại rồi làm tiếp.',
  calendar:
    'Lịch hoặc hồ sơ vừa thay đổi, chưa ghi gì. Danh sách mới đã hiện với các thay đổi đang soạn; xem lại rồi áp dụng.',
  payment:
    'Khoản thu này vừa được người khác cập nhật, chưa ghi gì. Số liệu mới đã hiện; xem lại rồi làm tiếp.',
  shift:
    'Tiền vừa thay đổi sau khi đếm, chưa chốt ca. Số phải có mới đã hiện, số đã đếm còn nguyên; xem lại rồi chốt.',
  import: 'Kết quả kiểm tra của tệp không còn hoặc đã khác, chưa nạp gì. Kiểm tra lại rồi nạp.',
  ticket: 'Số này vừa được quầy khác hoặc lần bấm trước xử lý. Hàng đợi mới đã hiện; xem lại rồi làm tiếp.',
  restore:
    'Sổ vừa có thêm việc sau khi phần sẽ thiếu hiện ra, chưa thay gì. Phần sẽ thiếu đã tính lại; cùng xem lại rồi người xác nhận gõ lại mật khẩu.',
  erasure:
    'Dữ liệu sẽ xóa vừa khác với lúc hiện ra, chưa xóa gì. Số mới đã hiện; cùng xem lại rồi người xác nhận gõ lại mật khẩu.',
  restoreAsked:
    'Đã có một bản được xác nhận để khôi phục, đang chờ quầy mở lại; việc vừa làm chưa đổi gì. Đợi quầy mở lại rồi xem kết quả ở đầu màn hình.',
  restoreNotice: 'Việc khôi phục này đã có người xác nhận là biết.',
  subjectRequest:
    'Yêu cầu này vừa được người khác cập nhật, chưa ghi gì. Nội dung mới đã hiện; xem lại rồi làm tiếp.',
  feedback: 'Phản ánh vừa được người khác cập nhật, chưa ghi gì. Nội dung mới đã hiện; xem lại rồi làm tiếp.',
  settings:
    'Mục này vừa được người khác lưu; phần đang gõ chưa ghi và còn nguyên. Xem giá trị đang lưu, rồi giữ phần đang gõ hoặc bỏ.',
  procedure:
    'Thủ tục này vừa được người khác sửa, chưa ghi gì; phần đang gõ còn nguyên. Mức mới hiện ở dòng Hiện nay; bấm Lưu lần nữa để lưu phần đang gõ thay mức đó.',
} as const;

const isStaleThing = (what: unknown): what is keyof typeof staleSentences =>
  typeof what === 'string' && what in staleSentences;

const yearText = (year: unknown): string => (typeof year === 'number' ? String(year) : '');

/** Why a file cannot be read as a table, and what to do. */
const fileSentences = {
  damaged: 'Không đọc được tệp này. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại; sổ chưa đổi gì.',
  oldWorkbook: 'Tệp .xls là dạng cũ. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.',
  noHeads:
    'Không thấy dòng tiêu đề cột (cần ít nhất ba cột như Mã hồ sơ, Chủ hồ sơ, Ngày nhận). Thêm dòng tiêu đề rồi chọn lại.',
  noList:
    'Không thấy các cột của danh sách này trong tệp. Xuất Excel từ màn hình này, sửa trong tệp đó rồi nạp lại.',
  empty: 'Tệp không có dòng nào. Chọn tệp khác.',
  tooManyRows: 'Tệp có hơn 200.000 dòng. Chia thành nhiều tệp rồi nạp lần lượt; sổ chưa đổi gì.',
  gone: 'Tệp đã chọn không còn trong máy. Chọn lại tệp.',
} as const;

const isFileFault = (why: unknown): why is keyof typeof fileSentences =>
  typeof why === 'string' && why in fileSentences;

const countText = (count: unknown): string => (typeof count === 'number' ? formatInteger(count) : '');

/** Why a file of a campaign is refused. */
const campaignSentences: Record<CampaignFileFault, string> = {
  damaged: 'Tệp bị cắt hoặc hỏng khi chép, sổ giữ nguyên. Chép lại từ máy của tổ rồi chọn lại.',
  otherKind:
    'Đây không phải tệp cần ở chỗ này, sổ giữ nguyên. Chọn tệp do máy của tổ hoặc của đơn vị xuất ra.',
  newer: 'Tệp do bản phần mềm mới hơn xuất ra, sổ giữ nguyên. Cập nhật máy này rồi chọn lại.',
  foreign: 'Tệp thuộc đợt của đơn vị hoặc máy khác, sổ giữ nguyên. Gộp ở máy đã lập đợt này.',
  passphrase: 'Mã mở chưa đúng, chưa mở gì. Gõ lại 12 số ghi ở máy đã làm tệp này.',
  changed: 'Tệp đã bị sửa sau khi xuất, sổ giữ nguyên. Xuất lại từ máy của tổ rồi chọn lại.',
  ownKit: 'Đợt này do chính máy này lập, ghi thẳng ở đây được. Chép tệp sang máy của tổ rồi mở ở đó.',
};

const isCampaignFault = (why: unknown): why is CampaignFileFault =>
  typeof why === 'string' && why in campaignSentences;

function againText(seconds: unknown): string {
  const whole = typeof seconds === 'number' ? seconds : 60;
  if (whole === 0) return 'Gõ lại được rồi';
  return `Thử lại sau ${whole < 60 ? `${whole} giây` : `${Math.ceil(whole / 60)} phút`}`;
}

/** What holds the money up, until when, and both ways out. */
const moneyClockText = (now: string, until: string): string =>
  `Giờ máy đang là ${now}, nhưng đã có tiền ghi lúc ${until}, nên chưa ghi thêm được trước giờ đó. Chưa lưu. Giờ máy sai thì chỉnh lại đồng hồ rồi làm lại; giờ máy đúng thì lãnh đạo hoặc quản trị xác nhận ở trang Chốt ca.`;

const dayText = (day: unknown): string => (typeof day === 'string' ? formatDay(day) : '');

function timeText(officeTime: unknown): string {
  return typeof officeTime === 'string' ? `${formatHour(officeTime)} ${formatDay(officeTime)}` : 'sai giờ';
}

/** Nothing came back at all: the counter was closed or the line is cut. */
const lineCut =
  'Không liên lạc được với máy chủ quầy nên chưa rõ việc vừa làm đã ghi hay chưa. Khi nối lại được, xem kết quả rồi làm lại nếu chưa có; phần đang gõ còn nguyên.';

/** The same where nothing was being saved. */
const lineCutWhileReading =
  'Không liên lạc được với máy chủ quầy. Xem quầy còn mở không rồi thử lại; dữ liệu đã lưu vẫn còn nguyên.';

/** What a single field got wrong: a kind of fault without a sentence does not compile. */
export const fieldSentences: Record<FaultKind, string> = {
  required: 'Cần điền mục này.',
  type: 'Giá trị chưa đúng kiểu.',
  tooLong: 'Nội dung quá dài.',
  tooBig: 'Số quá lớn.',
  tooSmall: 'Số quá nhỏ, hoặc thiếu mục.',
  format: 'Viết chưa đúng dạng.',
  choice: 'Chọn một giá trị trong danh sách.',
  personName: 'Tên người chỉ gồm chữ cái, khoảng trắng và dấu gạch nối.',
  noEmoji: 'Tên không được chứa biểu tượng.',
  idNumber: 'Gồm 12 số căn cước, 9 số CMND, mã số thuế hoặc số hộ chiếu.',
  phone: 'Số điện thoại gồm 9–11 số, bắt đầu bằng 0.',
  email: 'Địa chỉ thư điện tử chưa đúng.',
  webAddress: 'Địa chỉ bắt đầu bằng https://, như https://zalo.me/0123456789.',
  twice: 'Trùng với một dòng ở trên.',
  day: 'Ngày không có thật, hoặc năm trước 1900. Gõ 8 số, ví dụ 12091996.',
  future: 'Ngày này chưa tới. Xem lại ngày, tháng, năm.',
  openingHours: 'Giờ mở phải sớm hơn giờ đóng, hai buổi không chồng nhau.',
  noClerk: 'Cần ít nhất một cán bộ tiếp nhận.',
  noManager: 'Cần một người quản trị hoặc lãnh đạo để sau này đổi cài đặt.',
  otherPerson: 'Người kiểm tra là người khác với người chốt ca.',
  owing: 'Hồ sơ còn tiền chưa thu. Thu trước khi trả, hoặc ghi vì sao trả mà chưa thu.',
  beyondKept: 'Nhiều hơn số tiền hồ sơ đã nộp và còn giữ ở quầy. Xem mục Tiền của hồ sơ rồi ghi lại.',
  promise: 'Giờ hứa phải trong giờ làm việc và không muộn hơn giờ hẹn.',
  passwordShort: 'Cần ít nhất 8 ký tự. Một câu dài dễ nhớ là tốt nhất.',
  passwordCommon: 'Nhiều người hay đặt như vậy nên dễ bị đoán. Chọn câu khác.',
  passwordOwn: 'Không dùng tên người hay tên đơn vị. Chọn câu khác.',
  passwordSame: 'Trùng với mật khẩu hoặc mã đang dùng. Chọn câu khác.',
  pin: 'Mã PIN gồm 6 số.',
  pinPlain: 'Dãy này dễ đoán (số liền nhau, số lặp, ngày sinh). Chọn 6 số khác.',
};

/** The sentence under a field; `kind` as the door or the form's schema names the fault, `label` as the field is called. */
export function fieldSentence(kind: string, label?: string): string {
  if (kind === 'required' && label !== undefined) return `Ghi ${lowerFirst(label)}.`;
  return isFaultKind(kind) ? fieldSentences[kind] : fieldSentences.format;
}

/** "Lý do" → "lý do"; "CCCD" stays. */
function lowerFirst(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toUpperCase() && second.trim() !== ''
    ? label
    : first.toLowerCase() + label.slice(1);
}

const isFaultKind = (kind: string): kind is FaultKind => (faultKinds as readonly string[]).includes(kind);

export interface DescribedError {
  /** Null when nothing of ours answered. */
  code: ErrorCode | null;
  sentence: string;
  /** Dotted field path → sentence for that field. */
  fields: Record<string, string>;
  data: ErrorData | null;
}

/** Any thrown thing, in words for the screen. */
export function describeError(error: unknown): DescribedError {
  const data = errorData(error);
  if (!data) return { code: null, sentence: lineCut, fields: {}, data: null };
  const fields = Object.fromEntries(
    Object.entries(data.fields ?? {}).map(([path, kind]) => [path, fieldSentence(kind)]),
  );
  return { code: data.code, sentence: errorSentences[data.code](data), fields, data };
}

/** The sentence where something could not be read: nothing that was done is in doubt. */
export function readingSentence(error: unknown): string {
  const { code, sentence } = describeError(error);
  return code === null ? lineCutWhileReading : sentence;
}

/** True when asking again cannot help: the counter answered and refused. */
export function isRefusal(error: unknown): boolean {
  const data = errorData(error);
  return data !== null && data.code !== 'internal';
}

function errorData(error: unknown): ErrorData | null {
  if (error instanceof AppError) return { ...error.data, code: error.code };
  if (!(error instanceof TRPCClientError)) return null;
  const app: unknown = error.data?.app;
  if (typeof app !== 'object' || app === null || !('code' in app)) return null;
  return (errorCodes as readonly unknown[]).includes(app.code) ? (app as ErrorData) : null;
}
