import { z } from 'zod';
import { type CalendarYear, calendarYearSchema } from './calendar-year.ts';
import { epochDayOfIso, isoWeekdayOf } from './epoch-day.ts';
import { requiredText, textField } from './person.ts';

/** A day of a year that the calendar can hold. */
const date = z.iso.date().refine((day) => day >= '1970-01-01' && day <= '2200-12-31', { error: 'day' });
const year = z.int().min(2000).max(2200);

/** One edit of the calendar as a person makes it, day by day or for a whole year. */
export const calendarEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holiday'), date, name: requiredText(120) }),
  /** A working day off in exchange for a Saturday. */
  z.strictObject({ kind: z.literal('swapped'), date, name: requiredText(120), exchangedWith: date }),
  /** A day off because a holiday fell on a weekly rest day (BLLĐ Đ111.3). */
  z.strictObject({ kind: z.literal('compensatory'), date, name: requiredText(120), exchangedWith: date }),
  z.strictObject({ kind: z.literal('workingSaturday'), date, exchangedWith: date }),
  /** Nothing special any more. */
  z.strictObject({ kind: z.literal('plain'), date }),
  /** The year's notice has been issued: the year is no longer provisional. */
  z.strictObject({ kind: z.literal('issued'), year, notice: textField(120) }),
  /** The year as it comes with the program. */
  z.strictObject({ kind: z.literal('national'), year }),
]);
export type CalendarEdit = z.infer<typeof calendarEditSchema>;
export type DayEdit = Extract<CalendarEdit, { date: string }>;

export const calendarFaults = [
  'weekendOff',
  'notSaturday',
  'exchangeNotSaturday',
  'exchangeNotWorking',
  'noNationalYear',
] as const;
export type CalendarFault = (typeof calendarFaults)[number];

/** What is against an edit by itself, or null. */
export function editFault(edit: CalendarEdit, national: readonly CalendarYear[]): CalendarFault | null {
  switch (edit.kind) {
    case 'swapped':
      if (isWeekend(edit.date)) return 'weekendOff';
      return weekdayOf(edit.exchangedWith) === 6 ? null : 'exchangeNotSaturday';
    case 'compensatory':
      return isWeekend(edit.date) ? 'weekendOff' : null;
    case 'workingSaturday':
      if (weekdayOf(edit.date) !== 6) return 'notSaturday';
      return isWeekend(edit.exchangedWith) ? 'exchangeNotWorking' : null;
    case 'national':
      return national.some((known) => known.year === edit.year) ? null : 'noNationalYear';
    default:
      return null;
  }
}

/**
 * The years after the edits, in order, and which of them are not as before. A year that was not known begins empty and provisional.
 * @throws RangeError on an edit with a fault, ZodError on a year that comes out wrong.
 */
export function applyEdits(
  years: readonly CalendarYear[],
  edits: readonly CalendarEdit[],
  national: readonly CalendarYear[],
): { years: CalendarYear[]; changed: CalendarYear[] } {
  const known = new Map(years.map((one) => [one.year, one]));
  for (const edit of edits) {
    const fault = editFault(edit, national);
    if (fault !== null) throw new RangeError(fault);
    const of = 'year' in edit ? edit.year : Number(edit.date.slice(0, 4));
    known.set(of, edited(known.get(of) ?? emptyYear(of), edit, national));
  }
  const after = [...known.values()].sort((a, b) => a.year - b.year);
  const before = new Map(years.map((one) => [one.year, JSON.stringify(calendarYearSchema.parse(one))]));
  const changed = after
    .map((one) => calendarYearSchema.parse(one))
    .filter((one) => JSON.stringify(one) !== before.get(one.year));
  return { years: after, changed };
}

/** National years that tell of a notice, or of a whole year, that the register does not know yet. */
export function newerNationalYears(
  years: readonly CalendarYear[],
  national: readonly CalendarYear[],
): CalendarYear[] {
  return national.filter((shipped) => {
    const own = years.find((one) => one.year === shipped.year);
    if (own === undefined) return true;
    if (own.status === 'provisional' && shipped.status === 'confirmed') return true;
    return shipped.notices.some((notice) => !own.notices.includes(notice));
  });
}

function emptyYear(of: number): CalendarYear {
  return {
    year: of,
    status: 'provisional',
    notices: [],
    offDays: [],
    weekendHolidays: [],
    workingSaturdays: [],
  };
}

function edited(before: CalendarYear, edit: CalendarEdit, national: readonly CalendarYear[]): CalendarYear {
  if (edit.kind === 'national') return national.find((one) => one.year === edit.year) ?? before;
  if (edit.kind === 'issued') {
    const notices = edit.notice === '' ? [] : [edit.notice];
    const { undecided: _, ...decided } = before;
    return { ...decided, status: 'confirmed', notices: [...new Set([...before.notices, ...notices])] };
  }
  const plain = without(before, edit.date);
  switch (edit.kind) {
    case 'plain':
      return plain;
    case 'workingSaturday':
      return {
        ...plain,
        workingSaturdays: inOrder(plain.workingSaturdays, {
          date: edit.date,
          inPlaceOf: edit.exchangedWith,
        }),
      };
    case 'holiday': {
      const day = { date: edit.date, name: edit.name, kind: edit.kind };
      return isWeekend(edit.date)
        ? { ...plain, weekendHolidays: inOrder(plain.weekendHolidays, day) }
        : { ...plain, offDays: inOrder(plain.offDays, day) };
    }
    case 'swapped': {
      const { exchangedWith: workedOn, ...day } = edit;
      return { ...plain, offDays: inOrder(plain.offDays, { ...day, workedOn }) };
    }
    case 'compensatory': {
      const { exchangedWith: compensates, ...day } = edit;
      return { ...plain, offDays: inOrder(plain.offDays, { ...day, compensates }) };
    }
  }
}

function without(before: CalendarYear, day: string): CalendarYear {
  const others = <Listed extends { date: string }>(list: readonly Listed[]) =>
    list.filter((listed) => listed.date !== day);
  return {
    ...before,
    offDays: others(before.offDays),
    weekendHolidays: others(before.weekendHolidays),
    workingSaturdays: others(before.workingSaturdays),
  };
}

function inOrder<Listed extends { date: string }>(list: readonly Listed[], added: Listed): Listed[] {
  return [...list, added].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** 1 = Monday … 7 = Sunday. */
function weekdayOf(day: string): number {
  return isoWeekdayOf(epochDayOfIso(day));
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) >= 6;
}
