import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import { campaignMoments, type PlannedHelp, saveTeams, teamsOf } from './campaign.ts';
import type { PlannedCase } from './course.ts';
import { decisions, told } from './decisions.ts';
import { pickEveryday } from './everyday.ts';
import { receptionMinute } from './pace.ts';
import { itOng } from './place.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { formKey } from './reception.ts';
import { sentences } from './sentences.ts';

/**
 * Thị trấn Ít Ong, 2024, as reported: 3.717 cases received and settled, all online, 3.716 early or on time, one
 * late. Which case is late, and everything else about it, is sample.
 */
const received = 3717;
const lateCase = { receivedAt: '2024-09-10T08:50', procedureCode: '1.012796' };

export const itOng2024 = (): Scene => ({
  random: seededRandom(2024),
  opensAt,
  until: '2024-12-31T17:00',
  plan,
  moments,
});

const opensAt = '2024-01-02T06:50';
/** Of the people over 14, as reported: 6.074 of 8.045 = 75,5 %. */
const [withVneid, over14] = [6074, 8045];

function moments(): Moment[] {
  const random = seededRandom(2025);
  const teams = teamsOf(itOng.areas, random);
  const days = [
    '2024-03-09',
    '2024-04-13',
    '2024-05-18',
    '2024-06-15',
    '2024-08-17',
    '2024-09-21',
    '2024-10-26',
  ];
  const helps = Array.from({ length: withVneid }, (_, serial): PlannedHelp => {
    const day = days[Math.floor((serial * days.length) / withVneid)];
    return {
      serial,
      at: `${day}T${receptionMinute(random)}`,
      topic: 'vneid',
      level: random.next() < 0.6 ? 'forThem' : 'guided',
      team: random.integer(0, teams.length - 1),
      marks: ['vneid'],
    };
  });
  const campaign = { name: 'Cài đặt VNeID mức 2', from: '2024-03-09', to: '2024-10-26', helps };
  const denominator = {
    id: formKey(random),
    of: 'over14',
    area: '',
    on: '2024-01-01',
    value: over14,
    source: 'Báo cáo năm 2024 của thị trấn',
  };
  return [
    decisions(opensAt, {
      setup: told([sentences.itOng, sentences.fourCriteria]),
      digital: () => ({ areas: [...itOng.areas], denominators: [denominator] }),
    }),
    {
      at: opensAt,
      run: ({ at }) => saveTeams(at('window', opensAt), teams, itOng, random),
    },
    ...campaignMoments(campaign, { teams, place: itOng, random }),
  ];
}

function plan(calendar: WorkCalendar, random: Random): PlannedCase[] {
  const days = workingDaysOf2024(calendar);
  const last = Temporal.PlainDate.from('2024-12-31');
  // Filed online, they came in digital form; of the results nobody says.
  const online = { channel: 'online', papers: 'asListed', isDigitised: true } as const;
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
      // A few found it slow, most were content.
      ...(returnAfterDays !== null && cases.length % 9 === 0 && { mark: cases.length % 297 === 0 ? 2 : 5 }),
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
