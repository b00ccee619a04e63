import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { PlannedCase } from './course.ts';
import { endedStories } from './ended-stories.ts';
import { pickEveryday } from './everyday.ts';
import { officeMinute, receptionMinute } from './pace.ts';
import { peopleStories } from './people-stories.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { schoolList } from './school-list.ts';
import { daysBefore, momentsOf } from './story.ts';
import { waitingStories } from './waiting-stories.ts';
import { wardRules } from './ward.ts';

const workingDaysBack = 42;
const stories = [...waitingStories, ...endedStories, ...peopleStories];

/**
 * An ordinary counter seen at a moment: nine weeks of work behind it, some cases due today, two late, results that
 * wait for their citizens, and one of everything that can happen to a case. Deterministic for a given minute.
 * @param now office time `YYYY-MM-DDTHH:mm`.
 */
export function ordinaryDay(now: string): Scene {
  const today = Temporal.PlainDateTime.from(now).toPlainDate();
  const opensAt = `${today.subtract({ days: 120 })}T06:50`;
  return {
    random: seededRandom(7),
    opensAt,
    until: now,
    plan: (calendar, random) => plan(calendar, random, now),
    moments: (calendar) => moments(calendar, today, opensAt),
  };
}

function moments(calendar: WorkCalendar, today: Temporal.PlainDate, opensAt: string): Moment[] {
  const random = seededRandom(11);
  const dayOf = daysBefore(today, calendar);
  return [
    wardRules(opensAt),
    ...stories.flatMap((story) => momentsOf(story, dayOf, random)),
    ...schoolList(2, dayOf, random),
  ];
}

function plan(calendar: WorkCalendar, random: Random, now: string): PlannedCase[] {
  const today = Temporal.PlainDateTime.from(now).toPlainDate();
  const days = [calendar.isWorkingDay(today) ? today : calendar.previousWorkingDay(today)];
  while (days.length < workingDaysBack) days.unshift(calendar.previousWorkingDay(days[0] ?? today));
  const cases: PlannedCase[] = [];
  for (const [index, day] of days.entries()) {
    const daysAgo = days.length - 1 - index;
    const told = stories.filter(({ received }) => received[0] === daysAgo).length;
    for (let one = random.integer(8, 13) - told; one > 0; one -= 1) {
      cases.push({
        receivedAt: `${day}T${receptionMinute(random)}`,
        procedureCode: pickEveryday(random, 400),
        channel: random.next() < 0.7 ? 'direct' : 'online',
        // What came in lately is still being worked on, and will be ready on its day.
        end: daysAgo > 0 && daysAgo < 9 ? 'onTime' : random.next() < 0.75 ? 'early' : 'onTime',
        returnAfterDays: random.next() < 0.012 ? null : random.integer(0, 4),
        papers: 'asFiled',
        slips: [],
      });
    }
    // Two cases of the week before were forgotten.
    if (daysAgo === 6 || daysAgo === 5) {
      const forgotten = {
        procedureCode: '1.004873',
        channel: 'direct',
        end: 'open',
        papers: 'asFiled',
      } as const;
      cases.push({
        ...forgotten,
        slips: [],
        receivedAt: `${day}T${receptionMinute(random)}`,
        returnAfterDays: null,
      });
    }
  }
  const arrived = cases.filter(({ receivedAt }) => receivedAt < officeMinute(now, -1));
  const newest = arrived.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)).slice(0, 2);
  for (const planned of newest) Object.assign(planned, { slips: ['acknowledgement'], end: 'open' });
  return arrived;
}
