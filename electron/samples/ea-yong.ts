import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import { epochDayOfIso, fromEpochDay } from '../../shared/domain/epoch-day.ts';
import { digitalIndicator } from '../../shared/domain/target.ts';
import { campaignMoments, type PlannedHelp, saveTeams, teamsOf } from './campaign.ts';
import type { PlannedCase } from './course.ts';
import { decisions, told } from './decisions.ts';
import { pickEveryday } from './everyday.ts';
import { receptionMinute } from './pace.ts';
import { eaYong } from './places.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { formKey } from './reception.ts';
import { sentences } from './sentences.ts';

/**
 * Xã Ea Yông, 2023–24, as reported: in 60 days 7.850 people with a standardised SIM and VNeID level 2, 20 % of them with account,
 * bank and filing by telephone; 1.000 digital citizens with five criteria; the target 70 % by the end of 2024; help that goes from
 * làm hộ to hướng dẫn. The days, the number of people over 14 and everything of a person are sample.
 */
const opensAt = '2024-01-02T06:50';
const sixtyDays = { from: '2024-03-01', to: '2024-04-29' };
const until = '2024-12-31T17:00';
const equipped = 7850;
const filing = 1570;
const digitalCitizens = 1000;
const over14 = 11_420;

export const eaYong2024 = (): Scene => ({
  random: seededRandom(66),
  place: eaYong,
  opensAt,
  until,
  plan,
  moments,
});

function moments(): Moment[] {
  const random = seededRandom(67);
  const teams = teamsOf(eaYong.areas, random);
  const meet = (from: string, days: number) =>
    `${fromEpochDay(epochDayOfIso(from) + random.integer(0, days - 1))}T${receptionMinute(random)}`;
  // Everybody in the 60 days; of them the first ones went on by themselves, further each time.
  const sixty = Array.from({ length: equipped }, (_, serial): PlannedHelp => {
    const at = meet(sixtyDays.from, 60);
    const isLate = at >= '2024-04';
    return {
      serial,
      at,
      topic: 'sim',
      level: random.next() < (isLate ? 0.55 : 0.85) ? 'forThem' : 'guided',
      team: random.integer(0, teams.length - 1),
      marks: serial < filing ? ['sim', 'vneid', 'dvcqg', 'bank', 'filing'] : ['sim', 'vneid'],
    };
  });
  const rest = Array.from({ length: digitalCitizens }, (_, serial): PlannedHelp => {
    const at = meet('2024-05-02', 200);
    const own = at >= '2024-09' ? 0.45 : 0.15;
    const draw = random.next();
    return {
      serial,
      at,
      topic: 'payment',
      level: draw < own ? 'alone' : draw < 0.9 ? 'guided' : 'forThem',
      team: random.integer(0, teams.length - 1),
      marks: ['healthBook', 'payment'],
    };
  });
  const denominator = { area: '', on: '2024-01-01', value: over14, source: 'Thống kê của xã (mẫu)' };
  const moreTopics = [{ id: 'filingByPhone', label: 'Nộp hồ sơ bằng điện thoại', criterion: 'filing' }];
  return [
    decisions(opensAt, {
      setup: {
        ...told([sentences.eaYong]),
        targets: [
          {
            id: 'cong-dan-so-2024',
            indicator: digitalIndicator('step:sim'),
            from: '2024-01-01',
            to: '2024-12-31',
            unit: 'share',
            value: 7000,
          },
        ],
      },
      digital: ({ criteria, topics }) => ({
        areas: [...eaYong.areas],
        criteria: [...criteria, { id: 'filing', label: 'Nộp hồ sơ bằng điện thoại', required: false }],
        topics: [...topics, ...moreTopics],
        denominators: [
          { id: formKey(random), of: 'over14', ...denominator },
          { id: formKey(random), of: 'complete', ...denominator },
        ],
        funnel: [
          { id: 'sim', label: 'SIM chuẩn hóa và VNeID mức 2', criteria: ['sim', 'vneid'] },
          {
            id: 'filing',
            label: 'có tài khoản, ngân hàng, nộp hồ sơ bằng điện thoại',
            criteria: ['dvcqg', 'bank', 'filing'],
          },
        ],
      }),
    }),
    { at: opensAt, run: ({ at }) => saveTeams(at('window', opensAt), teams, eaYong, random) },
    ...campaignMoments(
      { name: '60 ngày đêm công dân số', ...sixtyDays, helps: sixty },
      { teams, place: eaYong, random },
    ),
    ...campaignMoments(
      { name: 'Đủ 5 tiêu chí', from: '2024-05-02', to: '2024-11-30', helps: rest },
      { teams, place: eaYong, random },
    ),
  ];
}

/** The highest load of the district falls on few: some hundred cases, so that the counter is not empty. */
function plan(calendar: WorkCalendar, random: Random): PlannedCase[] {
  const cases: PlannedCase[] = [];
  for (
    let day = Temporal.PlainDate.from('2024-01-03');
    day.year === 2024;
    day = calendar.nextWorkingDay(day)
  ) {
    for (let one = random.integer(1, 3); one > 0; one -= 1)
      cases.push({
        receivedAt: `${day}T${receptionMinute(random, true)}`,
        procedureCode: pickEveryday(random, 1),
        channel: random.next() < 0.6 ? 'online' : 'direct',
        papers: 'asListed',
        slips: [],
        end: 'onTime',
        returnAfterDays: 0,
      });
  }
  return cases;
}
