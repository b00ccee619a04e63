import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import holidays from '../../resources/holidays.json' with { type: 'json' };
import { quietWords } from '../queue-words.ts';
import { openOffice } from './deadline-fixture.ts';
import { defaultOpeningHours } from './opening-hours.ts';
import { busyHoursOf, type HourCount } from './quiet-hours.ts';

const { calendar } = openOffice(holidays.years);
const today = Temporal.PlainDate.from('2025-04-24');
const open = [7, 8, 9, 10, 11, 13, 14, 15, 16];

/** Eight weeks of receptions; `countOf` says how many came on a weekday (1 Monday) in an hour. */
function weeks(
  countOf: (weekday: number, hour: number, day: string) => number,
  from = today.subtract({ weeks: 8 }),
) {
  const counts: HourCount[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, today) < 0; day = day.add({ days: 1 })) {
    for (const hour of open) {
      const count = countOf(day.dayOfWeek, hour, day.toString());
      if (count > 0) counts.push({ day: day.toString(), hour, count });
    }
  }
  return counts;
}
const wordsOf = (counts: HourCount[]) =>
  busyHoursOf(counts, today, calendar, defaultOpeningHours).quiet.map(quietWords);
/** Half an hour is open at 11 and at 13: half as many come. */
const evenly = (hour: number, count: number) => (hour === 11 || hour === 13 ? count / 2 : count);

test('a quiet afternoon is told', () => {
  const counts = weeks((weekday, hour) => evenly(hour, weekday === 3 && hour >= 14 ? 0 : 4));
  expect(wordsOf(counts)).toEqual(['Thứ Tư sau 14 giờ thường vắng']);
});

test('the same hours of several days are one sentence, the longest first', () => {
  const counts = weeks((weekday, hour) => {
    if ((weekday === 2 || weekday === 4) && hour >= 15) return 0;
    if (weekday === 5 && hour <= 9) return 0;
    return evenly(hour, 6);
  });
  expect(wordsOf(counts)).toEqual([
    'Thứ Ba và thứ Năm sau 15 giờ thường vắng',
    'Thứ Sáu trước 10 giờ thường vắng',
  ]);
});

test('a sentence never leads into the midday break', () => {
  const counts = weeks((weekday, hour) => evenly(hour, weekday === 3 && hour >= 10 ? 0 : 4));
  expect(wordsOf(counts)).toEqual(['Thứ Tư sau 13 giờ thường vắng']);
});

test('every day alike is said once', () => {
  const counts = weeks((_, hour) => evenly(hour, hour >= 15 ? 1 : 6));
  expect(wordsOf(counts)).toEqual(['Các ngày trong tuần sau 15 giờ thường vắng']);
});

test.each([
  ['people come evenly', weeks((_, hour) => evenly(hour, 4))],
  ['nobody came at all', []],
  [
    'too few came to say anything',
    weeks((weekday, hour) => (weekday === 3 && hour >= 14 ? 0 : hour === 9 ? 1 : 0)),
  ],
  [
    'it was quiet in some weeks only',
    weeks((weekday, hour, day) => evenly(hour, weekday === 3 && hour >= 14 && day < '2025-04-01' ? 0 : 4)),
  ],
  [
    'the register is too young',
    weeks(
      (weekday, hour) => evenly(hour, weekday === 3 && hour >= 14 ? 0 : 10),
      Temporal.PlainDate.from('2025-04-07'),
    ),
  ],
  ['one quiet hour alone', weeks((weekday, hour) => evenly(hour, weekday === 3 && hour === 9 ? 0 : 4))],
])('nothing is told where %s', (_, counts) => {
  expect(wordsOf(counts)).toEqual([]);
});

test('rest days count for nothing, neither as quiet nor as busy', () => {
  // Hùng Vương, Monday 07/4/2025.
  const busy = busyHoursOf(
    weeks((_, hour) => evenly(hour, 4)),
    today,
    calendar,
    defaultOpeningHours,
  );
  expect(busy.days).toBe(39);
  expect(busy.weekdays).toEqual([1, 2, 3, 4, 5]);
  expect(busy.hours).toEqual(open);
});
