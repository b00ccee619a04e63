import type { Appointment, Reason, TraceDay, Warning } from './domain/appointment.ts';
import type { LimitRule } from './domain/time-limit.ts';
import { formatDayMonthPadded, formatHour, formatShortTime, shortWeekday, weekdayName } from './format.ts';
import { channelLabels } from './labels.ts';

/** An appointment in Vietnamese: what screens, the second screen and slips say about a date. Pure. */

/** "15 giờ", "15 giờ 30" of a clock `HH:mm`. */
export function clockText(clock: string): string {
  const [hour = '', minute = ''] = clock.split(':');
  return minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
}

/**
 * "3 ngày làm việc", "Trong ngày nếu nhận trước 15 giờ", "15 ngày", "8 giờ làm việc". With `slip` a number below ten is
 * written as paper writes it: "03 ngày làm việc".
 */
export function limitText(limit: LimitRule, style: 'screen' | 'slip' = 'screen'): string {
  const count = (value: number) => (style === 'slip' ? String(value).padStart(2, '0') : String(value));
  switch (limit.kind) {
    case 'sameDay':
      if (!limit.cutoff) return 'Trong ngày';
      return style === 'slip'
        ? `Trong ngày (nhận trước ${clockText(limit.cutoff)})`
        : `Trong ngày nếu nhận trước ${clockText(limit.cutoff)}`;
    case 'workingDays':
      return `${count(limit.value)} ngày làm việc`;
    case 'days':
      return `${count(limit.value)} ngày`;
    case 'hours':
      return `${count(limit.value)} ${limit.wallClock ? 'giờ' : 'giờ làm việc'}`;
    case 'onTheSpot':
      return 'Giải quyết ngay';
    case 'none':
      return 'Chưa có thời hạn';
  }
}

/** The short form for lists: "3 ngày làm việc", "Trong ngày". For rows that know only kind and value. */
export function shortLimitText(limit: { kind: string; value: number }): string {
  const units: Record<string, string> = { workingDays: 'ngày làm việc', days: 'ngày', hours: 'giờ làm việc' };
  const unit = units[limit.kind];
  if (unit) return `${limit.value} ${unit}`;
  if (limit.kind === 'sameDay') return 'Trong ngày';
  return limit.kind === 'onTheSpot' ? 'Giải quyết ngay' : 'Chưa có thời hạn';
}

export const noRuleSentence =
  'Thủ tục chưa có thời hạn: không hẹn ngày, hồ sơ vẫn vào sổ và không tính vào tỷ lệ đúng hạn.';

const notAcceptedSentence = 'Chưa tiếp nhận: thời hạn tính từ khi hồ sơ đầy đủ, đúng quy định.';
const importedSentence = 'Ngày hẹn theo sổ đã nhập.';

type Explained = Pick<Appointment, 'limit' | 'reasons' | 'trace'>;

/**
 * "Vì sao hẹn ngày này?" in one to three short sentences: a reception out of hours, the rule, then what moved the date:
 * "3 ngày làm việc, không tính ngày nhận. Thứ Bảy 26/04 làm bù cho 02/05 nên được tính; Chủ Nhật nghỉ."
 */
export function explainAppointment(appointment: Explained): string {
  const { limit, reasons } = appointment;
  if (reasons.some(({ code }) => code === 'notAccepted')) return notAcceptedSentence;
  if (reasons.some(({ code }) => code === 'imported')) return importedSentence;
  if (limit.kind === 'none') return noRuleSentence;
  const before = [outOfHoursSentence(appointment), ...reasons.map(ruleSentence)];
  const moves = [cutoffSentence(appointment), ...reasons.map(moveSentence)];
  return [...before, ruleLead(appointment), ...moves, restSentence(appointment)].filter(isText).join(' ');
}

/** Before the rule, which would read as if the hour of reception had been an ordinary one. */
function outOfHoursSentence({ limit, reasons }: Explained): string | undefined {
  const reason = reasons.find(({ code }) => code === 'outOfHoursShift' || code === 'outOfHoursKeep');
  if (reason === undefined || !('to' in reason)) return undefined;
  if (reason.code === 'outOfHoursShift') {
    const end = limit.kind === 'sameDay' ? ', trả trong ngày đó' : '';
    return `Nhận ngoài giờ nên tính từ ${shortTime(reason.to)}${end}.`;
  }
  if (limit.kind !== 'sameDay') return 'Nhận ngoài giờ; ngày làm việc kế tiếp là ngày thứ nhất.';
  return isAfterCutoff(reasons)
    ? 'Nhận ngoài giờ nên trả vào ngày làm việc tiếp theo.'
    : 'Nhận ngoài giờ, trả trong ngày.';
}

function isKeptOutOfHours(reasons: Explained['reasons']): boolean {
  return reasons.some((reason) => reason.code === 'outOfHoursKeep');
}

function isAfterCutoff(reasons: Explained['reasons']): boolean {
  return reasons.some((reason) => reason.code === 'afterCutoff');
}

function ruleLead({ limit, reasons }: Explained): string | undefined {
  const isShifted = reasons.some((reason) => reason.code === 'outOfHoursShift');
  switch (limit.kind) {
    case 'sameDay':
      if (isShifted || isKeptOutOfHours(reasons)) return undefined;
      if (isAfterCutoff(reasons))
        return `Nhận sau ${limit.cutoff ? clockText(limit.cutoff) : 'giờ'} nên trả vào ngày làm việc tiếp theo.`;
      return limit.cutoff
        ? `Nhận không muộn hơn ${clockText(limit.cutoff)} nên trả trong ngày.`
        : 'Trả trong ngày.';
    case 'workingDays':
      return `${limit.value} ngày làm việc, không tính ngày nhận.`;
    case 'days':
      return `${limit.value} ngày theo lịch, tính cả ngày nghỉ, không tính ngày nhận.`;
    case 'hours':
      return `${limitText(limit)} kể từ lúc ${isShifted ? 'đó' : 'nhận'}.`;
    case 'onTheSpot':
      return 'Giải quyết ngay khi nhận, không hẹn ngày.';
    case 'none':
      return noRuleSentence;
  }
}

/** Why this rule and not the usual one. */
function ruleSentence(reason: Reason): string | undefined {
  switch (reason.code) {
    case 'variant':
      return `Trường hợp: ${reason.name}.`;
    case 'verificationCap':
      return `Cần xác minh nên áp dụng ${lower(limitText(reason.applied))} thay cho ${lower(limitText(reason.base))}.`;
    case 'channelFactor':
    case 'channelRule':
      return `Nộp ${lower(channelLabels[reason.channel])}: ${lower(limitText(reason.applied))} thay cho ${lower(limitText(reason.base))}.`;
    case 'localShortening':
      return `Địa phương rút còn ${lower(limitText(reason.applied))} thay cho ${lower(limitText(reason.base))}${reason.decisionNo ? ` (${reason.decisionNo})` : ''}.`;
    case 'phases':
      return `Qua ${reason.agencies.join(', ')}; ngày hẹn tính cho cả chặng.`;
    default:
      return undefined;
  }
}

/** What moved the start or the end. */
function moveSentence(reason: Reason): string | undefined {
  switch (reason.code) {
    case 'onlineAcceptance':
      return `Tính từ lúc chấp nhận hồ sơ trực tuyến, ${shortTime(reason.at)}.`;
    case 'competentAgencyReceipt':
      return `Tính từ lúc cơ quan có thẩm quyền nhận hồ sơ, ${shortTime(reason.at)}.`;
    case 'restDayMoved':
      return `Ngày cuối ${dayText(reason.from)} là ngày nghỉ nên chuyển sang ${dayText(reason.to)}.`;
    case 'workingSaturdayKept':
      return `Ngày cuối ${longDayText(reason.date)} làm bù cho ${formatDayMonthPadded(reason.inPlaceOf)} nên giữ nguyên.`;
    case 'supplementRestart':
      return `Đủ giấy tờ ${shortTime(reason.completedAt)}, tính lại từ đầu.`;
    case 'supplementPause':
      return pauseSentence(reason);
    case 'supplementSameDay':
      return `${reason.isPayment ? 'Nộp tiền' : 'Bổ sung'} xong trong ngày nên ngày hẹn không đổi.`;
    case 'extraByAgreement':
      return `Kéo dài thêm ${reason.workingDays} ngày làm việc theo thỏa thuận${reason.signedAgreement ? ' bằng văn bản' : ''}.`;
    case 'promisedHour':
      return `Hẹn lấy từ ${formatHour(reason.at)}.`;
    case 'noAppointmentDay':
      return `Ngày không hẹn: trả ngay trong ngày, ${formatHour(reason.promisedAt)}.`;
    case 'reappointed':
      return `Đã xin lỗi và hẹn lại một lần, từ ${shortTime(reason.from)} sang ${shortTime(reason.to)}.`;
    default:
      return undefined;
  }
}

/** For day rules with a cut-off; the same-day rule says it in its lead. */
function cutoffSentence({ limit, reasons }: Explained): string | undefined {
  const late = reasons.find((reason) => reason.code === 'afterCutoff');
  if (!late || limit.kind === 'sameDay') return undefined;
  return `Nhận sau ${clockText(late.cutoff)} nên tính từ đầu ngày làm việc tiếp theo.`;
}

function pauseSentence(pause: Extract<Reason, { code: 'supplementPause' }>): string {
  const amount = (value: number) => (pause.unit === 'minutes' ? minutesText(value) : `${value} ngày`);
  const done = pause.isPayment ? 'xong nghĩa vụ tài chính' : 'đủ giấy tờ';
  return `Đã dùng ${amount(pause.used)}, còn ${amount(pause.left)} tính tiếp sau khi ${done}.`;
}

/** "5 giờ", "1 giờ 30", "45 phút". */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${String(rest).padStart(2, '0')}`;
}

/** The days off on the way: made-up Saturdays first, holidays by name, then the plain weekend. */
function restSentence({ limit, trace, reasons }: Explained): string | undefined {
  const clauses = reasons.flatMap((reason) =>
    reason.code === 'workingSaturdayCounted'
      ? [`${longDayText(reason.date)} làm bù cho ${formatDayMonthPadded(reason.inPlaceOf)} nên được tính`]
      : [],
  );
  if (limit.kind === 'days') return sentence(clauses);
  const rests = trace.filter((day) => day.mark === 'rest');
  const holidays = holidayClause(rests, clauses.length > 0);
  if (holidays) clauses.push(holidays);
  const weekend = weekendClause(rests);
  if (weekend) clauses.push(weekend);
  return sentence(clauses);
}

function holidayClause(rests: readonly TraceDay[], isSwapSaid: boolean): string | undefined {
  const off = rests.filter((day) => day.kind === 'holiday' || day.kind === 'compensatory');
  const parts = off.length > 0 ? [`${datesText(off.map((day) => day.date))} nghỉ lễ`] : [];
  for (const day of rests.filter((rest) => rest.kind === 'swapped')) {
    const saturday = day.swapFor && !isSwapSaid ? ` với ${formatDayMonthPadded(day.swapFor)}` : '';
    parts.push(`${formatDayMonthPadded(day.date)} nghỉ hoán đổi${saturday}`);
  }
  return parts.length > 0 ? `${parts.join(', ')}, không tính` : undefined;
}

function weekendClause(rests: readonly TraceDay[]): string | undefined {
  const names = new Set(rests.filter((day) => day.kind === 'weekend').map((day) => weekdayName(day.date)));
  if (names.size === 0) return undefined;
  return `${['Thứ Bảy', 'Chủ Nhật'].filter((name) => names.has(name)).join(', ')} nghỉ`;
}

/** "30/04 và 01/05"; a run of more than two days reads "16/02–20/02". */
export function datesText(dates: readonly string[]): string {
  const runs: string[][] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && isNextDay(run.at(-1), date)) run.push(date);
    else runs.push([date]);
  }
  const parts = runs.flatMap((run) =>
    run.length > 2
      ? [`${formatDayMonthPadded(run[0] ?? '')}–${formatDayMonthPadded(run.at(-1) ?? '')}`]
      : run.map(formatDayMonthPadded),
  );
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} và ${last}`;
}

function isNextDay(day: string | undefined, next: string): boolean {
  return day !== undefined && Date.parse(`${next}T00:00Z`) - Date.parse(`${day}T00:00Z`) === 86_400_000;
}

/** What a person should see beside the date; empty when all is certain. */
export function warningSentences(warnings: readonly Warning[]): string[] {
  return warnings.map(warningSentence);
}

function warningSentence(warning: Warning): string {
  switch (warning.code) {
    case 'provisionalYear':
      return `Lịch nghỉ năm ${warning.years.join(', ')} chưa có thông báo chính thức, ngày hẹn có thể đổi.`;
    case 'channelFactorUnconfirmed':
      return `Mức rút ngắn khi nộp ${lower(channelLabels[warning.channel])} (${lower(limitText(warning.proposed))}) chưa được xác nhận nên chưa áp dụng.`;
    case 'longerThanStatutory':
      return `Dài hơn hạn theo quy định chung (${shortTime(warning.statutoryDueAt)}).`;
    case 'supplementOpen':
      return `Đang chờ bổ sung từ ${shortTime(warning.requestedAt)}, ngày hẹn sẽ tính lại khi đủ giấy tờ.`;
    case 'supplementAfterDue':
      return `Yêu cầu bổ sung sau ngày hẹn ${shortTime(warning.dueAt)}; hồ sơ vẫn tính là quá hạn.`;
    case 'supplementNoticeLate':
      return `Yêu cầu bổ sung muộn hơn hạn thông báo ${dayText(warning.latestOn)}.`;
    case 'secondSupplement':
      return `Yêu cầu bổ sung lần ${warning.count}; quy định chỉ cho một lần.`;
  }
}

function sentence(clauses: readonly string[]): string | undefined {
  const text = clauses.join('; ');
  return text ? `${text}.` : undefined;
}

function dayText(day: string): string {
  return `${shortWeekday(day)} ${formatDayMonthPadded(day)}`;
}

function longDayText(day: string): string {
  return `${weekdayName(day)} ${formatDayMonthPadded(day)}`;
}

function shortTime(officeTime: string): string {
  return officeTime.length > 10 ? formatShortTime(officeTime) : dayText(officeTime);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}
