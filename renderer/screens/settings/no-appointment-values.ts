import type { z } from 'zod';
import type { NoAppointmentDay, noAppointmentDaySchema } from '../../../shared/domain/promise.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';

/** One "ngày không hẹn" as typed. */
export interface NoAppointmentValues {
  weekdays: number[];
  procedures: string[];
  opensAt: string;
  closesAt: string;
  /** Names of counters, commas between; empty is every one. */
  points: string;
  from: string;
  to: string;
}

export function toValues(day: NoAppointmentDay): NoAppointmentValues {
  const { weekdays, procedures, opensAt, closesAt, receptionPoints = [], from, to } = day;
  return {
    weekdays: [...weekdays],
    procedures: [...procedures],
    opensAt,
    closesAt,
    points: receptionPoints.join(', '),
    from: formatDay(from),
    to: to === undefined ? '' : formatDay(to),
  };
}

/** What the door takes; dates that are none make it faulty. */
export function toDay(values: NoAppointmentValues): z.input<typeof noAppointmentDaySchema> {
  const points = values.points
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    weekdays: values.weekdays.toSorted(),
    procedures: values.procedures,
    opensAt: values.opensAt,
    closesAt: values.closesAt,
    ...(points.length > 0 && { receptionPoints: points }),
    from: parseTypedDay(values.from) ?? values.from,
    ...(values.to.trim() !== '' && { to: parseTypedDay(values.to) ?? values.to }),
  };
}
