import {
  type CalendarYear,
  calendarYearSchema,
  makeCalendar,
  type WorkCalendar,
} from '../../shared/domain/calendar.ts';
import { isOpen } from './conditions.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

const calendars = new WeakMap<Reader, WorkCalendar>();

/** Version of the calendar as a whole: grows with every change of any year. */
function calendarVersion(db: Reader): number {
  return (
    prepared<{ version: number }>(db, 'SELECT coalesce(max(version), 0) AS version FROM calendarYears').get()
      ?.version ?? 0
  );
}

/** The newest calendar; parsed again only when its version moved. */
export function loadCalendar(db: Reader): WorkCalendar {
  const version = calendarVersion(db);
  const known = calendars.get(db);
  if (known?.version === version) return known;
  const years = prepared<{ definition: string }>(
    db,
    `SELECT definition FROM calendarYears AS y
     WHERE version = (SELECT max(version) FROM calendarYears WHERE year = y.year) ORDER BY year`,
  )
    .all()
    .map(({ definition }) => calendarYearSchema.parse(JSON.parse(definition)));
  const calendar = makeCalendar(years, version);
  calendars.set(db, calendar);
  return calendar;
}

/** Stores years of the calendar as one new version. */
export function saveCalendarYears(tx: Writer, years: readonly CalendarYear[]): number {
  const version = calendarVersion(tx) + 1;
  for (const year of years) {
    prepared(tx, 'INSERT INTO calendarYears (year, version, definition) VALUES (?, ?, ?)').run(
      year.year,
      version,
      JSON.stringify(year),
    );
  }
  return version;
}

/** What names an open case in a list of moved dates. */
export interface DatedCase {
  id: number;
  caseCode: string;
  applicantName: string;
  phone: string | null;
  procedureShortName: string;
}

/** Open cases whose time runs over some of the days `first` to `last`, by their dates. */
export function listOpenCasesOver(db: Reader, first: string, last: string): DatedCase[] {
  return prepared<DatedCase>(
    db,
    `SELECT id, caseCode, applicantName, phone, procedureShortName FROM cases
     WHERE ${isOpen} AND max(dueAt, coalesce(measuredDueAt, '')) >= ? AND min(receivedAt, registeredAt) < ?
     ORDER BY dueAt, id`,
  ).all(first, `${last}T99`);
}
