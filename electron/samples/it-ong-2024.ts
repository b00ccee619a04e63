import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { PlannedCase } from './course.ts';
import { pickEveryday } from './everyday.ts';
import { receptionMinute } from './pace.ts';
import type { Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';

/**
 * Thị trấn Ít Ong, 2024, as reported: 3.717 cases received and settled, all online, 3.716 early or on time, one
 * late. Which case is late, and everything else about it, is sample.
 */
const received = 3717;
const lateCase = { receivedAt: '2024-09-10T08:50', procedureCode: '1.012796' };

export const itOng2024 = (): Scene => ({
  random: seededRandom(2024),
  opensAt: '2024-01-02T06:50',
  until: '2024-12-31T17:00',
  plan,
});

function plan(calendar: WorkCalendar, random: Random): PlannedCase[] {
  const days = workingDaysOf2024(calendar);
  const last = Temporal.PlainDate.from('2024-12-31');
  const online = { channel: 'online', papers: 'asListed' } as const;
  const cases: PlannedCase[] = [{ ...online, ...lateCase, slips: [], end: 'late', returnAfterDays: 1 }];
  while (cases.length < received) {
    const day = random.pick(days);
    const daysLeft = day.until(last).days;
    const returnAfterDays =
      daysLeft < 8 && random.next() < 0.2 ? null : random.integer(0, Math.min(4, daysLeft));
    cases.push({
      ...online,
      slips: [],
      receivedAt: `${day}T${receptionMinute(random, daysLeft === 0)}`,
      procedureCode: pickEveryday(random, Math.max(1, daysLeft)),
      end: random.next() < 0.8 ? 'early' : 'onTime',
      returnAfterDays,
    });
  }
  return cases;
}

function workingDaysOf2024(calendar: WorkCalendar): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (
    let day = Temporal.PlainDate.from('2024-01-02');
    day.year === 2024;
    day = calendar.nextWorkingDay(day)
  ) {
    days.push(day);
  }
  return days;
}
