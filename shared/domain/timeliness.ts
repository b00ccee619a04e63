import type { LimitKind } from './time-limit.ts';

/** Classes of an ended case; `noDeadline` is excluded from every percentage and listed, never early. */
export const endedTimelinesses = ['early', 'onTime', 'late', 'noDeadline'] as const;
export type EndedTimeliness = (typeof endedTimelinesses)[number];

export const timelinesses = ['early', 'onTime', 'late', 'pending', 'pendingLate', 'noDeadline'] as const;
export type Timeliness = (typeof timelinesses)[number];

/**
 * Class of an ended case. Calendar dates are compared; an `hours` rule is late when the end instant is after the due
 * instant (project: the unit is the date, printed under every table).
 * @param dueAt office time, null when there is no due date. @param kind the rule applied.
 * @throws RangeError for a text that is no office time 'YYYY-MM-DDTHH:mm'.
 */
export function timelinessOfEnded(dueAt: string | null, endedAt: string, kind?: LimitKind): EndedTimeliness {
  const end = officeMinute(endedAt);
  if (dueAt === null || kind === 'none') return 'noDeadline';
  const due = officeMinute(dueAt);
  if (kind === 'hours' && end > due) return 'late';
  const endedOn = dateOf(end);
  const dueOn = dateOf(due);
  if (endedOn > dueOn) return 'late';
  return endedOn < dueOn ? 'early' : 'onTime';
}

/** Class of a case that has not ended at the reference instant (now, or the end of the reporting period). Errors as above. */
export function timelinessOfOpen(
  dueAt: string | null,
  referenceAt: string,
  kind?: LimitKind,
): 'pending' | 'pendingLate' | 'noDeadline' {
  const reference = officeMinute(referenceAt);
  if (dueAt === null || kind === 'none') return 'noDeadline';
  const due = officeMinute(dueAt);
  const late = kind === 'hours' ? due < reference : dateOf(due) < dateOf(reference);
  return late ? 'pendingLate' : 'pending';
}

/** What the class of a case is read from, in its fold and in its row alike. */
export interface CaseTimes {
  readonly dueAt: string | null;
  /** Null without a date, and while the clock stands still. */
  readonly measuredDueAt: string | null;
  readonly endedAt: string | null;
  readonly timeliness: EndedTimeliness | null;
  readonly limitKind: LimitKind;
}

/**
 * Class of a case at the reference instant: that of its end once it has ended; waiting for papers or payment it is pending,
 * and late only if it was late before (rules §6, §11).
 */
export function timelinessOfCase(times: CaseTimes, referenceAt: string): Timeliness {
  const { dueAt, measuredDueAt, endedAt, timeliness, limitKind } = times;
  if (timeliness !== null && endedAt !== null && endedAt <= referenceAt) return timeliness;
  if (dueAt !== null && measuredDueAt === null) return 'pending';
  return timelinessOfOpen(measuredDueAt, referenceAt, limitKind);
}

/** Whether the promise of a no-appointment day was kept, by date; its hit rate is a figure of its own. */
export function isPromiseKept(promisedAt: string, endedAt: string): boolean {
  return dateOf(officeMinute(endedAt)) <= dateOf(officeMinute(promisedAt));
}

const officeTimePattern =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::\d\d(?:\.\d+)?)?$/;

/** Office times cut to the minute compare as texts. */
function officeMinute(text: string): string {
  if (!officeTimePattern.test(text)) throw new RangeError(`'${text}' is not an office time YYYY-MM-DDTHH:mm`);
  return text.slice(0, 16);
}

function dateOf(officeTime: string): string {
  return officeTime.slice(0, 10);
}
