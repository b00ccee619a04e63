import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { PlannedCase } from './course.ts';
import { decisions, told } from './decisions.ts';
import { cityCatalogue, shortened } from './hai-chau-catalogue.ts';
import { receptionMinute } from './pace.ts';
import { haiChau } from './places.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { sentences } from './sentences.ts';

/**
 * Hải Châu, Đà Nẵng, as reported: limits cut by up to half online; 128 procedures within the day = 7 % of the list; 95 % of the
 * procedures and 65 % of the cases online from end to end; 64 % of the results digital, 100 % of the new ones; reception points in
 * neighbourhoods, agents and post; targets for each of them. Of the year, the last quarter; the numbers of cases are sample.
 */
const opensAt = '2024-10-01T06:50';
const until = '2024-12-31T17:00';
const received = 1200;
const fromEndToEnd = 780;
const [results, digital] = [1200, 768];

const points = [
  { id: 'to-3', name: 'Điểm tiếp nhận Tổ 3', kind: 'neighbourhood' },
  { id: 'to-9', name: 'Điểm tiếp nhận Tổ 9', kind: 'neighbourhood' },
  { id: 'dai-ly-1', name: 'Đại lý dịch vụ công số 1', kind: 'agent' },
  { id: 'buu-dien', name: 'Bưu điện trung tâm', kind: 'post' },
] as const;

export const haiChau2024 = (): Scene => ({
  random: seededRandom(43),
  place: haiChau,
  opensAt,
  until,
  plan,
  moments,
});

function moments(): Moment[] {
  const target = { indicator: 'fullOnline', from: '2024-10-01', to: '2024-12-31', unit: 'share' } as const;
  return [
    decisions(opensAt, {
      setup: {
        ...told([sentences.haiChau]),
        points: [...points],
        targets: [
          { id: 'quan', ...target, value: 6500 },
          ...points.map(({ id }, index) => ({
            id: `diem-${id}`,
            ...target,
            scope: { point: id },
            value: 5000 + index * 500,
          })),
        ],
      },
    }),
    cityCatalogue(opensAt),
  ];
}

function plan(calendar: WorkCalendar, random: Random): PlannedCase[] {
  const days = workingDays(calendar);
  return Array.from({ length: received }, (_, index): PlannedCase => {
    // By the day they come: the last 768 results are the digital ones.
    const day = days[Math.floor((index * days.length) / received)];
    const isFull = (index * fromEndToEnd) % received < fromEndToEnd;
    const point = random.pick(['', '', ...points.map(({ id }) => id)]);
    const channel = point === 'buu-dien' ? 'postal' : isFull ? 'online' : 'direct';
    return {
      receivedAt: `${day}T${receptionMinute(random, true)}`,
      procedureCode: isFull
        ? random.pick(['1.000894', '1.001193', '2.000635', ...shortened])
        : random.pick(['2.000815', '2.000884']),
      channel,
      papers: 'asListed',
      slips: [],
      ...(point !== '' && { point }),
      isDigitised: true,
      end: random.next() < 0.5 ? 'early' : 'onTime',
      returnAfterDays: random.integer(0, 3),
      isDigital: index >= results - digital,
    };
  });
}

/** Two weeks before the end nothing comes in any more, so that all is done within. */
function workingDays(calendar: WorkCalendar): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  for (
    let day = Temporal.PlainDate.from('2024-10-02');
    Temporal.PlainDate.compare(day, Temporal.PlainDate.from('2024-12-13')) < 0;
    day = calendar.nextWorkingDay(day)
  )
    days.push(day);
  return days;
}
