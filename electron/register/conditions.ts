import { openStatuses } from '../../shared/domain/case-flow.ts';

/**
 * What "open", "late" and "due today" mean in SQL, said once for board, views and counts. Late is by date, for an
 * hours rule by the instant: the same as `timelinessOf` (rules §6).
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
export const isUnprinted = "state IN ('queued', 'ready', 'printing', 'failed', 'unknown')";

export function isLate({ now, today }: DayMarks): Condition {
  return {
    sql: `${isOpen} AND dueAt < ? AND (dueAt < ? OR limitKind = 'hours')`,
    values: [now, today],
  };
}

export function isDueToday({ now, today, tomorrow }: DayMarks): Condition {
  return {
    sql: `${isOpen} AND dueAt >= ? AND dueAt < ? AND NOT (limitKind = 'hours' AND dueAt < ?)`,
    values: [today, tomorrow, now],
  };
}

/** Due today, its hour gone by: "quá giờ", not late yet. */
export function isPastHour(marks: DayMarks): Condition {
  const { sql, values } = isDueToday(marks);
  return { sql: `${sql} AND dueAt < ?`, values: [...values, marks.now] };
}

export function isDueBetween(from: string, to: string): Condition {
  return { sql: `${isOpen} AND dueAt >= ? AND dueAt < ?`, values: [from, to] };
}
