import { type CalendarYear, makeCalendar, type WorkCalendar } from '../shared/domain/calendar.ts';
import type { Desk } from './desk.ts';

/** The calendar that a counter works by, as anyone at it may read it. */
export async function calendarOf({ clerk }: Desk): Promise<WorkCalendar> {
  const { years, version } = await clerk.calendar.year({ year: 2025 });
  const found: CalendarYear[] = [];
  for (const known of years) {
    const { year } = await clerk.calendar.year({ year: known });
    if (year) found.push(year);
  }
  return makeCalendar(found, version);
}
