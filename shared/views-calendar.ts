import type { DayChange } from './domain/calendar-change.ts';
import type { CalendarYear } from './domain/calendar-year.ts';
import type { Settings } from './domain/settings.ts';

/** What the calendar's queries answer. Times are office time `YYYY-MM-DDTHH:mm`. */

/** An open case that a change of the calendar gives another date. */
export interface MovedCase {
  id: number;
  caseCode: string;
  applicantName: string;
  phone: string | null;
  procedureShortName: string;
  /** What the citizen was told, and will be: equal where only our own part or what is counted moves. */
  from: string | null;
  to: string | null;
  /** The changed days that moved it. */
  days: string[];
  /** The new date has gone by already: to tell the citizen so would help nobody. */
  isPast: boolean;
}

/** What a change of the calendar would do, before anything is done. */
export interface CalendarPreview {
  /** Version that the change would be made from. */
  version: number;
  /** The years that come out another way. */
  years: CalendarYear[];
  changes: DayChange[];
  moved: MovedCase[];
  /** Cases that the new days contradict, such as a verification opened after the base limit; they keep their dates. */
  unclear: Pick<MovedCase, 'id' | 'caseCode' | 'applicantName'>[];
  /** Of the moved cases and their dates: who applies the change must have seen exactly these. */
  digest: string;
}

export interface CalendarApplied {
  version: number;
  moved: number;
  kept: number;
  /** Slips put on the print list, the first of them. */
  jobIds: number[];
  printed: number;
}

/** What decides dates and waits. */
export type RulesView = Pick<Settings, 'policies' | 'flow' | 'noAppointmentDays'>;

/** "Hẹn và đi lại" of a period; each number is a list of cases. */
export interface PromiseFigures {
  promises: { judged: number; kept: number; open: number };
  saved: { days: number; cases: number };
  /** Of cases whose result was given back. */
  visits: { visits: number; cases: number };
}
