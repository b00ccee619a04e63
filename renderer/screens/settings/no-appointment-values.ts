import type { z } from 'zod';
import type { NoAppointmentDay, noAppointmentDaySchema } from '../../../shared/domain/promise.ts';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';

/** One "ngày không hẹn" as typed. */
export interface NoAppointmentValues {
  weekdays: number[];
  procedures: string[];
  opensAt: string;
  closesAt: string;
  /** Names of counters; none is every one. */
  points: string[];
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
    points: [...receptionPoints],
    from: formatDay(from),
    to: to === undefined ? '' : formatDay(to),
  };
}

/** What the door takes; dates that are none make it faulty. */
export function toDay(values: NoAppointmentValues): z.input<typeof noAppointmentDaySchema> {
  return {
    weekdays: values.weekdays.toSorted(),
    procedures: values.procedures,
    opensAt: values.opensAt,
    closesAt: values.closesAt,
    ...(values.points.length > 0 && { receptionPoints: values.points }),
    from: parseTypedDay(values.from) ?? values.from,
    ...(values.to.trim() !== '' && { to: parseTypedDay(values.to) ?? values.to }),
  };
}
