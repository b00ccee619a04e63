import { openStatuses } from '../../shared/domain/case-flow.ts';

/**
 * What "open", "late" and "due today" mean in SQL, said once for board, views and counts. Late is by date, for an
 * hours rule by the instant: the same as `timelinessOfCase` (rules §6).
 */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** The days of a question, so that no SQL asks the clock. */
export interface DayMarks {
  /** Office time. */
  now: string;
  today: string;
  tomorrow: string;
}

export const isOpen = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})`;
/** Of the work of today, so also a dossier that was filed and never accepted: `openAwaiting` of the figures is narrower. */
export const isAwaiting = "status = 'awaitingSupplement'";
/** Its result lies there and nobody collected it yet. */
export const isReady = "status = 'resolved'";
/** Received complete and correct once: what never was is in no figure (rules §11). */
export const wasReceived = 'acceptedAt IS NOT NULL';
/** Refused, withdrawn and stopped cases have no result and never will. */
export const hasOrOwesResult = "status NOT IN ('rejected', 'withdrawn', 'stopped')";
/** First part of the address that the applicant's record has, or had when it was erased; '' without one. Not an area of digital support. */
export const areaOfCase = `coalesce(cases.erasedArea, (SELECT trim(substr(citizens.details ->> '$.address', 1,
  instr((citizens.details ->> '$.address') || ',', ',') - 1)) FROM citizens WHERE citizens.id = cases.citizenId), '')`;
export const isUnprinted = "state IN ('queued', 'ready', 'printing', 'failed', 'unknown')";

export function isLate({ now, today }: DayMarks): Condition {
  return {
    sql: `${isOpen} AND measuredDueAt < ? AND (measuredDueAt < ? OR limitKind = 'hours')`,
    values: [now, today],
  };
}

/**
 * Work ahead that is not late: a clock runs, or a dossier was filed and must be answered. Neither papers nor a payment are
 * waited for.
 */
function isInTime({ now, today }: DayMarks): Condition {
  return {
    sql: `${isOpen} AND (status = 'registered'
      OR (measuredDueAt >= ? AND NOT (limitKind = 'hours' AND measuredDueAt < ?)))`,
    values: [today, now],
  };
}

/** To be done today: the date, or our own part of it, is here (or our part has passed while the whole has not). */
export function isDueToday(marks: DayMarks): Condition {
  const { sql, values } = isInTime(marks);
  return { sql: `${sql} AND workDueAt < ?`, values: [...values, marks.tomorrow] };
}

/** Due today, its hour gone by: "quá giờ", not late yet. */
export function isPastHour(marks: DayMarks): Condition {
  const { sql, values } = isDueToday(marks);
  return { sql: `${sql} AND workDueAt < ?`, values: [...values, marks.now] };
}

/** To be done in [from, to), days after today. */
export function isDueBetween(marks: DayMarks, from: string, to: string): Condition {
  const { sql, values } = isInTime(marks);
  return { sql: `${sql} AND workDueAt >= ? AND workDueAt < ?`, values: [...values, from, to] };
}
