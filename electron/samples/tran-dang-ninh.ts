import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../shared/domain/calendar.ts';
import type { CalendarEdit } from '../../shared/domain/calendar-change-edits.ts';
import { campaignMoments, type PlannedHelp, saveTeams, teamsOf } from './campaign.ts';
import type { PlannedCase } from './course.ts';
import { decisions, told } from './decisions.ts';
import { pickEveryday } from './everyday.ts';
import { receptionMinute } from './pace.ts';
import { sampleCitizen } from './people.ts';
import { tranDangNinh } from './places.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { formKey } from './reception.ts';
import { sentences } from './sentences.ts';

/**
 * Phường Trần Đăng Ninh, 1/2023–6/2024, as reported: about 5.000 cases online, 100 % early or on time, satisfaction 100 %; six teams
 * that come to people's homes outside office hours and whose help goes on at the counter. The exact numbers and everything of a
 * person are sample.
 */
const opensAt = '2023-01-03T06:50';
const until = '2024-06-28T17:30';
const online = 5012;
const homeVisits = 84;
const counterHelps = 60;

const off = (dates: readonly string[], name: string): CalendarEdit[] =>
  dates.map((date) => ({ kind: 'holiday', date, name }));
const holidays2023: CalendarEdit[] = [
  ...off(['2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26'], 'Tết Nguyên đán'),
  ...off(['2023-05-01'], 'Ngày Quốc tế lao động'),
  ...off(['2023-09-01'], 'Quốc khánh'),
  { kind: 'compensatory', date: '2023-01-02', name: 'Nghỉ bù', exchangedWith: '2023-01-01' },
  { kind: 'compensatory', date: '2023-05-02', name: 'Nghỉ bù', exchangedWith: '2023-04-29' },
  { kind: 'compensatory', date: '2023-05-03', name: 'Nghỉ bù', exchangedWith: '2023-04-30' },
  { kind: 'compensatory', date: '2023-09-04', name: 'Nghỉ bù', exchangedWith: '2023-09-02' },
];

export const tranDangNinh2024 = (): Scene => ({
  random: seededRandom(18),
  place: tranDangNinh,
  opensAt,
  until,
  holidays: holidays2023,
  plan,
  moments,
});

function moments(calendar: WorkCalendar): Moment[] {
  const random = seededRandom(19);
  const teams = teamsOf(tranDangNinh.areas, random);
  const days = workingDays(calendar);
  const helps = Array.from({ length: 900 }, (_, serial): PlannedHelp => {
    const day = random.pick(days);
    const isLate = day.year === 2024;
    return {
      serial,
      at: `${day}T${String(random.integer(17, 20))}:30`,
      topic: random.pick(['filing', 'vneid', 'dvcqg']),
      level: random.next() < (isLate ? 0.3 : 0.7) ? 'forThem' : 'guided',
      team: serial % teams.length,
      marks: [],
      minutes: 20,
    };
  });
  const visits = Array.from({ length: homeVisits }, (_, index): Moment => {
    const day = random.pick(days);
    const at = `${day}T20:10`;
    const team = teams[index % teams.length];
    const visit = {
      id: formKey(random),
      version: 0,
      teamId: team?.id ?? null,
      household: `Hộ số ${index + 1}`,
      area: team?.area ?? '',
      visitedOn: day.toString(),
      people: random.integer(1, 4),
      outOfHours: true,
    };
    return {
      at,
      run: async (stage) => {
        await stage.at('window', at).digital.visits.save(visit);
      },
    };
  });
  const again = Array.from({ length: counterHelps }, (_, index): Moment => {
    const day = random.pick(days);
    const at = `${day}T09:${String(10 + (index % 40))}`;
    const help = {
      formKey: formKey(random),
      topic: 'filing',
      level: day.year === 2024 ? ('alone' as const) : ('guided' as const),
      place: 'counter',
      minutes: 8,
      teamId: teams[index % teams.length]?.id ?? null,
    };
    const { name, phone = null } = sampleCitizen(random, 80_000 + index, tranDangNinh);
    const met = { name, phone };
    return {
      at,
      run: async (stage) => {
        await stage.at('window', at).digital.help({ ...help, whose: { met } });
      },
    };
  });
  return [
    decisions(opensAt, {
      setup: told([sentences.tranDangNinh]),
      digital: () => ({ areas: [...tranDangNinh.areas] }),
    }),
    { at: opensAt, run: ({ at }) => saveTeams(at('window', opensAt), teams, tranDangNinh, random) },
    ...campaignMoments(
      { name: 'Ngoài giờ hành chính', from: '2023-01-03', to: '2024-06-28', helps },
      { teams, place: tranDangNinh, random },
    ),
    ...visits,
    ...again,
  ];
}

function plan(calendar: WorkCalendar, random: Random): PlannedCase[] {
  const days = workingDays(calendar);
  return Array.from({ length: online }, (_, index): PlannedCase => {
    const rated = index % 6 === 0;
    return {
      receivedAt: `${random.pick(days)}T${receptionMinute(random, true)}`,
      procedureCode: pickEveryday(random, 1),
      channel: 'online',
      papers: 'asListed',
      slips: [],
      end: 'onTime',
      isDigitised: true,
      isDigital: true,
      isOnTheSpot: true,
      returnAfterDays: 0,
      ...(rated && { mark: random.pick([4, 5, 5]) }),
    };
  });
}

/** A day before the last, so that all is done within. */
function workingDays(calendar: WorkCalendar): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  const last = Temporal.PlainDate.from(until.slice(0, 10));
  for (
    let day = Temporal.PlainDate.from(opensAt.slice(0, 10));
    Temporal.PlainDate.compare(day, last) < 0;
    day = calendar.nextWorkingDay(day)
  )
    days.push(day);
  return days;
}
