import {
  type Act,
  actNames,
  acts,
  type Refusal,
  type RefusalCode,
  refusalCodes,
  type Status,
  statuses,
} from './domain/case-flow.ts';
import { unknownDay } from './domain/supplement.ts';
import { formatDayMonthPadded } from './format.ts';
import { roleLabels, statusLabels } from './labels.ts';

/** An act that is refused now: what the words of the refusal turn on. */
export interface RefusedAct {
  act: Act;
  status: Status;
  refusal: Refusal;
}

/** Why an act cannot be done, with the article it rests on: the same words beside the button and after the door. No full stop. */
export function refusalWords(refused: RefusedAct): string {
  return wordsOf[refused.refusal.code](refused);
}

/** What the door says of a refused act; a refusal at intake comes before any status but the first. */
export function refusedAct(data: Record<string, unknown>): RefusedAct | undefined {
  const act = actNames.find((name) => name === data.act);
  const code = refusalCodes.find((one) => one === data.refusal);
  if (act === undefined || code === undefined) return undefined;
  const status = statuses.find((one) => one === data.status) ?? 'registered';
  return { act, status, refusal: { code, ...(typeof data.on === 'string' && { on: data.on }) } };
}

const wordsOf: Record<RefusalCode, (refused: RefusedAct) => string> = {
  finished: ({ status }) => `Hồ sơ đã kết thúc: ${statusLabels[status].toLowerCase()}`,
  status: statusWords,
  role: ({ act }) =>
    `Cần ${new Intl.ListFormat('vi', { type: 'disjunction' }).format(acts[act].roles.map((role) => roleLabels[role].toLowerCase()))}`,
  needsHandover: () => 'Chuyển xử lý trước: chỉ thủ tục trả trong ngày mới giải quyết xong ngay tại quầy',
  secondSupplement: () => 'Chỉ được yêu cầu bổ sung một lần (NĐ 118/2025 Điều 11.2c, 16.3)',
  notLateEnoughToStop: ({ refusal }) =>
    refusal.on === unknownDay
      ? 'Không rõ ngày yêu cầu bổ sung nên chưa tính được hạn 15 ngày (NĐ 118/2025 Điều 19.5)'
      : `Chưa quá 15 ngày chờ bổ sung${on(', được dừng từ', refusal)} (NĐ 118/2025 Điều 19.5)`,
  noDeadline: () => 'Hồ sơ không có ngày hẹn nên không có gì để dời',
  sameDay: () => 'Thủ tục trả trong ngày không hẹn lại',
  alreadyExtended: () => 'Chỉ được xin lỗi, hẹn lại một lần (NĐ 118/2025 Điều 19.6)',
  tooLate: ({ refusal }) =>
    `Phải báo trước hạn ít nhất 1 ngày${on(', muộn nhất', refusal)} (NĐ 118/2025 Điều 19.6)`,
  overdue: () => 'Đã quá hạn, không hẹn lại được. In Thư xin lỗi bằng F8',
  notLater: () => 'Ngày hẹn mới phải sau ngày hẹn đang có',
  restDay: () => 'Ngày hẹn mới là ngày nghỉ',
  tooFar: () => 'Ngày hẹn mới không được quá một năm sau ngày hẹn đang có',
  noVerification: () => 'Thủ tục không quy định thời hạn xác minh, hoặc đã mở xác minh',
  verificationTooLate: () => 'Phải mở xác minh trước khi hết thời hạn giải quyết',
  noExtra: () => 'Thủ tục không cho kéo dài theo thỏa thuận, hoặc đã kéo dài (NĐ 23/2015 Điều 7, 21)',
  noOriginals: () => 'Quầy không giữ bản chính nào của hồ sơ này',
  notUnclaimed: ({ refusal }) =>
    refusal.on === undefined ? 'Kết quả đã được cất' : `Chưa quá hạn chờ nhận${on(', cất được từ', refusal)}`,
  withCounter: () => 'Hồ sơ đang ở chính người ngồi quầy',
  noTaker: () => 'Người được chọn không nhận hồ sơ được',
  withTaker: () => 'Hồ sơ đang ở chính người được chọn',
  noPaper: () => 'Người nhận không phải chủ hồ sơ hay người nộp: ghi số giấy tờ của người nhận',
  nothingToUndo: () => 'Chưa có việc nào để hoàn tác',
  undoFinal: () => 'Việc gần nhất đã báo cho người dân, không hoàn tác được',
  undoOther: () => 'Chỉ người đã làm việc đó hoặc lãnh đạo hoàn tác được',
  undoDay: () => 'Chỉ hoàn tác được trong ngày đã làm',
};

function on(words: string, { on: day }: Refusal): string {
  return day === undefined ? '' : `${words} ${formatDayMonthPadded(day)}`;
}

/** What stands in the way in this status, in the order of rules §7. */
function statusWords({ act, status }: RefusedAct): string {
  if (status === 'resolved') {
    return act === 'withdraw'
      ? 'Đã có kết quả, không rút được nữa (NĐ 118/2025 Điều 21)'
      : 'Hồ sơ đã có kết quả';
  }
  switch (act) {
    case 'accept':
    case 'reject':
      return 'Hồ sơ đã được tiếp nhận';
    case 'return':
    case 'setAside':
      return 'Chưa có kết quả';
    case 'completeSupplement':
      return 'Hồ sơ không chờ bổ sung';
    case 'confirmPayment':
      return 'Hồ sơ không chờ nộp tiền';
    default:
      return inTheWay[status] ?? `Hồ sơ đang ở trạng thái ${statusLabels[status].toLowerCase()}`;
  }
}

const inTheWay: Partial<Record<Status, string>> = {
  registered: 'Hồ sơ chưa được tiếp nhận',
  received: 'Chuyển xử lý trước',
  awaitingSupplement: 'Hồ sơ đang chờ bổ sung',
  awaitingPayment: 'Hồ sơ đang chờ nộp tiền',
};
