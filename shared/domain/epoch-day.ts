import { Temporal } from 'temporal-polyfill';

// Days are compared and counted as integers (days since 1970-01-01): a list of ten thousand cases stays fast.

/** Days since 1970-01-01 of a date of the Gregorian calendar (negative before). */
export function toEpochDay(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Days since 1970-01-01 of a PlainDate or PlainDateTime. */
export function epochDayOf(day: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): number {
  return toEpochDay(day.year, day.month, day.day);
}

/** Days since 1970-01-01 of 'YYYY-MM-DD'. @throws RangeError when the text is no date. */
export function epochDayOfIso(date: string): number {
  return epochDayOf(Temporal.PlainDate.from(date));
}

/** The inverse of `epochDayOf`. */
export function fromEpochDay(epochDay: number): Temporal.PlainDate {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return new Temporal.PlainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day so many calendar days later, both 'YYYY-MM-DD'. @throws RangeError when the text is no date. */
export function dayPlus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The month 'YYYY-MM' after one. */
export const monthAfter = (month: string): string => dayPlus(`${month}-28`, 4).slice(0, 7);

/** 1 = Monday … 7 = Sunday. */
export function isoWeekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** How many Mondays to Fridays lie on or before the day, counted from Monday 1969-12-29; use differences only. */
export function weekdaysUpTo(epochDay: number): number {
  const days = epochDay + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
