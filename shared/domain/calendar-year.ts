import { z } from 'zod';
import { epochDayOfIso, isoWeekdayOf } from './epoch-day.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const listedDay = { date: z.iso.date(), weekday: z.enum(weekdays).optional() };
const offDay = { ...listedDay, name: z.string().min(1), certainty: z.enum(['statute', 'likely']).optional() };

const offDaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...offDay, kind: z.literal('holiday') }),
  z.strictObject({ ...offDay, kind: z.literal('swapped'), workedOn: z.iso.date() }),
  z.strictObject({ ...offDay, kind: z.literal('compensatory'), compensates: z.iso.date() }),
]);

const calendarYearFields = z.strictObject({
  year: z.int().min(1970).max(2200),
  status: z.enum(['confirmed', 'provisional']),
  notices: z.array(z.string()),
  offDays: z.array(offDaySchema),
  weekendHolidays: z.array(z.strictObject({ ...offDay, kind: z.literal('holiday') })),
  workingSaturdays: z.array(z.strictObject({ ...listedDay, inPlaceOf: z.iso.date() })),
  undecided: z.array(z.strictObject({ dates: z.array(z.iso.date()), about: z.string() })).optional(),
  note: z.string().optional(),
});

/**
 * One year of the calendar of cán bộ, công chức, viên chức. A day is worked when it is a listed working Saturday,
 * or Monday-Friday and not listed as off (BLLĐ Đ111-112; yearly notices). Refuses a day of another year, a
 * weekday that does not belong to its date, a day off at a weekend, a "working Saturday" that is none, and a day listed twice.
 */
export const calendarYearSchema = calendarYearFields.superRefine((year, context) => {
  const seen = new Set<string>();
  const check = (
    list: 'offDays' | 'weekendHolidays' | 'workingSaturdays',
    belongs: (weekday: number) => boolean,
    because: string,
  ) => {
    for (const [index, listed] of year[list].entries()) {
      // Refused already; the checks below need a date.
      if (!z.iso.date().safeParse(listed.date).success) continue;
      const weekday = isoWeekdayOf(epochDayOfIso(listed.date));
      const refuse = (message: string) =>
        context.addIssue({
          code: 'custom',
          path: [list, index, 'date'],
          message: `${listed.date} ${message}`,
        });
      if (Number(listed.date.slice(0, 4)) !== year.year) refuse(`is not in ${year.year}`);
      if (listed.weekday !== undefined && listed.weekday !== weekdays[weekday - 1])
        refuse('has another weekday');
      if (!belongs(weekday)) refuse(because);
      if (seen.has(listed.date)) refuse('is listed twice');
      seen.add(listed.date);
    }
  };
  check('offDays', (weekday) => weekday <= 5, 'is a weekly rest day');
  check('weekendHolidays', (weekday) => weekday >= 6, 'is not a weekly rest day');
  check('workingSaturdays', (weekday) => weekday === 6, 'is not a Saturday');
});

/** One element of `years` of the holiday file. */
export type CalendarYear = z.infer<typeof calendarYearSchema>;
