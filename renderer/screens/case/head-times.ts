import { unknownDay } from '../../../shared/domain/supplement.ts';
import { formatDayMonthPadded, formatFullTime, formatShortTime } from '../../../shared/format.ts';
import { statusLabels, timelinessLabels } from '../../../shared/labels.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { timeWords } from '../../case-words.ts';
import type { OpenSession } from '../../session.tsx';

export interface HeadTimes {
  /** The one thing to see: how long still, or what is waited for. */
  lead: string;
  /** The dates that it rests on. */
  notes: string[];
}

/** How the case stands against its dates, for the head of its page. `today` is `YYYY-MM-DD`. */
export function headTimes(detail: CaseDetail, session: OpenSession, today: string): HeadTimes {
  const { state, timeliness, minutesLeft } = detail;
  if (state.endedAt !== null) return endedTimes(detail, session);
  if (state.status === 'awaitingSupplement') return supplementTimes(detail, today);
  const words = timeWords({ ...state, timeliness, minutesLeft }, session);
  const lead = minutesLeft === null ? capitalised(words) : `${words} làm việc`;
  return { lead, notes: dateNotes(detail) };
}

/** When it ended; a late one stands beside the date it missed. */
function endedTimes({ state, timeliness, minutesLeft }: CaseDetail, session: OpenSession): HeadTimes {
  const { endedAt, dueAt, ending, status, setAside, returnedAt } = state;
  const at = formatFullTime(endedAt ?? '');
  if (ending !== null) {
    const stands = timeliness === 'noDeadline' ? [] : [timelinessLabels[timeliness].toLowerCase()];
    return { lead: statusLabels[status], notes: [at, ...stands] };
  }
  return {
    lead: capitalised(timeWords({ ...state, timeliness, minutesLeft }, session)),
    notes: [
      `có kết quả ${at}`,
      ...(timeliness === 'late' && dueAt ? [`hẹn ${formatShortTime(dueAt)}`] : []),
      ...(setAside && !returnedAt ? [`cất tại ${setAside.place}`] : []),
    ],
  };
}

/** "Chờ bổ sung đến 28/04", "5 ngày nữa". */
function supplementTimes({ state, timeliness }: CaseDetail, today: string): HeadTimes {
  const asked = state.supplements.at(-1);
  const lastDay = asked?.lastDayOn ?? today;
  if (lastDay === unknownDay) return { lead: 'Chờ bổ sung', notes: ['không rõ ngày yêu cầu'] };
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000);
  return {
    lead: `Chờ bổ sung đến ${formatDayMonthPadded(lastDay)}`,
    notes: [
      days > 0 ? `${days} ngày nữa` : days === 0 ? 'hôm nay là ngày cuối' : `quá ${-days} ngày`,
      ...(timeliness === 'pendingLate' ? ['vẫn tính quá hạn'] : ['thời hạn đang dừng']),
    ],
  };
}

function dateNotes({ state, dueIsProvisional }: CaseDetail): string[] {
  const { status, dueAt, originalDueAt, promisedAt, appointment, payments } = state;
  if (status === 'registered') return ['thời hạn tính từ khi tiếp nhận'];
  if (dueAt === null) return ['không hẹn ngày'];
  const isNoAppointmentDay = appointment.reasons.some(({ code }) => code === 'noAppointmentDay');
  const stands = status === 'awaitingPayment' && payments.at(-1)?.pauses;
  const notes = [stands ? 'thời hạn đang dừng' : `hẹn trả ${formatFullTime(dueAt)}`];
  const { ownDueAt } = appointment;
  if (ownDueAt && ownDueAt !== dueAt) notes.push(`tại xã ${formatShortTime(ownDueAt)}`);
  if (originalDueAt && originalDueAt !== dueAt) notes.push(`hẹn ban đầu ${formatShortTime(originalDueAt)}`);
  if (promisedAt && promisedAt !== dueAt) {
    notes.push(`${isNoAppointmentDay ? 'ngày không hẹn, trả' : 'hứa trả'} ${formatShortTime(promisedAt)}`);
  }
  if (dueIsProvisional) notes.push('lịch nghỉ chưa chính thức');
  return notes;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
