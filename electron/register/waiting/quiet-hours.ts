import type { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../../shared/domain/calendar.ts';
import type { OpeningHours } from '../../../shared/domain/opening-hours.ts';
import {
  type BusyHours,
  busyHoursOf,
  type HourCount,
  weeksOfQuiet,
} from '../../../shared/domain/quiet-hours.ts';
import { quietWords } from '../../../shared/queue-words.ts';
import { wasReceived } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Receptions at the counter on the days [from, before), by day and hour: what comes online or by post fills no waiting room. */
function countsByHour(db: Reader, from: string, before: string): HourCount[] {
  return prepared<HourCount>(
    db,
    `SELECT substr(receivedAt, 1, 10) AS day, CAST(substr(receivedAt, 12, 2) AS INTEGER) AS hour, count(*) AS count
     FROM cases WHERE channel = 'direct' AND receivedAt >= ? AND receivedAt < ? AND ${wasReceived} GROUP BY day, hour`,
  ).all(from, before);
}

/** When many and when few people come, from the eight weeks before a day. */
export function busyHours(
  db: Reader,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
  hours: OpeningHours,
): BusyHours {
  const from = today.subtract({ weeks: weeksOfQuiet }).toString();
  return busyHoursOf(countsByHour(db, from, today.toString()), today, calendar, hours);
}

/** One sentence on when few people come; null while the data carry none. */
export function quietHoursOf(
  db: Reader,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
  hours: OpeningHours,
): string | null {
  const [first] = busyHours(db, today, calendar, hours).quiet;
  return first === undefined ? null : quietWords(first);
}
