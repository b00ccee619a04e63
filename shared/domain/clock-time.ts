import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** 'HH:MM', 00:00 to 23:59. Two such texts compare as times. */
export const clockSchema = z.string().regex(clockPattern);

/** Minutes since midnight of 'HH:MM'. @throws RangeError for any other text. */
export function clockMinutes(clock: string): number {
  if (!clockPattern.test(clock)) throw new RangeError(`'${clock}' is not a time HH:MM`);
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** Minutes since midnight; seconds are cut off. */
export function minuteOfDay(at: Temporal.PlainDateTime): number {
  return at.hour * 60 + at.minute;
}

/** The instant without its seconds, so that the computer agrees with what is printed. */
export function toMinute(at: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return at.round({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** The day at a minute since midnight. */
export function atMinute(day: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  return new Temporal.PlainDateTime(day.year, day.month, day.day, Math.floor(minute / 60), minute % 60);
}

/** 'HH:mm' of an office time. */
export function toClock(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'minute' }).slice(11, 16);
}

/** The office time of an instant, ISO in UTC. */
export function officeTimeAt(instant: string): string {
  return toOfficeTime(
    Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().round({
      smallestUnit: 'minute',
      roundingMode: 'floor',
    }),
  );
}

/** 'YYYY-MM-DDTHH:mm', the stored form of an office time (Asia/Ho_Chi_Minh wall clock, no offset). */
export function toOfficeTime(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'minute' });
}

/** A real office time 'YYYY-MM-DDTHH:mm' of our century. */
export const officeTimeSchema = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'day' })
  .refine(isRealDay, { error: 'day' });

function isRealDay(officeTime: string): boolean {
  try {
    Temporal.PlainDate.from(officeTime.slice(0, 10), { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Reads an office time. @throws RangeError for a text that is none, or that carries an offset or a Z. */
export function parseOfficeTime(text: string): Temporal.PlainDateTime {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text)) {
    throw new RangeError(`'${text}' is not an office time YYYY-MM-DDTHH:mm`);
  }
  return toMinute(Temporal.PlainDateTime.from(text));
}
