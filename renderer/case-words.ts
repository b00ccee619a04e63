import {
  type CaseEventKind,
  type CaseState,
  finalStatuses,
  type Status,
} from '../shared/domain/case-flow.ts';
import type { Timeliness } from '../shared/domain/timeliness.ts';
import { eventLabels, statusLabels, timelinessLabels } from '../shared/labels.ts';
import { timeWords as wordsOfTime } from '../shared/time-words.ts';
import type { CaseRow } from '../shared/views.ts';
import type { Tone } from './components/StatusMark.tsx';
import type { OpenSession } from './session.tsx';

/** What a case means to whoever looks at it: one tone and a few words, the same on every screen. */

type Timed = Pick<CaseRow, 'status' | 'dueAt' | 'timeliness' | 'minutesLeft'>;

const closed: readonly Status[] = finalStatuses;
/** No clock runs towards a date. */
const waits: readonly Status[] = ['registered', 'awaitingSupplement', 'awaitingPayment'];

/** An hour passed on the due day is "due", not "late": lateness is by date. */
export function caseTone({ status, dueAt, timeliness }: Timed, now: string): Tone {
  if (closed.includes(status)) return 'done';
  if (status === 'resolved') return 'ready';
  if (timeliness === 'pendingLate') return 'late';
  if (waits.includes(status)) return 'wait';
  return dueAt?.slice(0, 10) === now.slice(0, 10) ? 'due' : 'ok';
}

/** The tone of `timeWords`: an ended case shows how it ended, whatever became of it since. */
export function timeTone(row: Timed, now: string): Tone {
  const ended = { early: 'ok', onTime: 'ok', late: 'late', noDeadline: 'done' } as const;
  if (row.minutesLeft !== null || !(row.timeliness in ended)) return caseTone(row, now);
  return ended[row.timeliness as keyof typeof ended];
}

/** How the case stands against its date, in the words of the list. */
export function timeWords(row: Timed, session: OpenSession): string {
  return wordsOfTime(row, session.hours);
}

/** Less than two working hours left today, or gone: the words stand in bold. */
export function isPressing({ minutesLeft, timeliness }: Timed): boolean {
  return timeliness === 'pendingLate' || (minutesLeft !== null && minutesLeft < 120);
}

/** "Đang xử lý, trong hạn"; while the clock stands still there is no class to name, unless it was late before. */
export function statusWords({ status }: Pick<CaseState, 'status'>, timeliness: Timeliness): string {
  const label = statusLabels[status];
  if (timeliness === 'noDeadline' && (status === 'registered' || status === 'rejected')) return label;
  const stands = status === 'awaitingSupplement' || status === 'awaitingPayment';
  if (stands && timeliness !== 'pendingLate') return label;
  return `${label}, ${timelinessLabels[timeliness].toLowerCase()}`;
}

/** "giao hồ sơ": the kind of an event inside a sentence. */
export function eventWord(kind: string): string {
  return kind in eventLabels ? eventLabels[kind as CaseEventKind].toLowerCase() : kind;
}
