import { campaignMoments, type PlannedHelp, saveTeams, teamsOf } from './campaign.ts';
import type { PlannedCase } from './course.ts';
import { decisions, told } from './decisions.ts';
import { pickEveryday } from './everyday.ts';
import { receptionMinute } from './pace.ts';
import { thanhOai } from './places.ts';
import type { Moment, Scene } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { sentences } from './sentences.ts';

/**
 * Huyện Thanh Oai, 27/8, as reported: one campaign day of 21 teams that helped with more than 30 procedures, taught about 100 people
 * to file at home and set up more than 50 applications of payment; who filed follows the case and rates it. The year, the exact
 * numbers and everything of a person are sample.
 */
const day = '2024-08-27';
const opensAt = '2024-08-19T06:50';
/** Lượt by topic. */
const given = [
  { topic: 'filing', count: 104, marks: [] },
  { topic: 'payment', count: 57, marks: ['payment'] },
  { topic: 'procedure', count: 36, marks: [] },
  { topic: 'tracking', count: 36, marks: [] },
] as const;
/** Whoever was helped with a procedure was shown how to follow it. */
const firstOfProcedure = 90;

export const thanhOai2024 = (): Scene => ({
  random: seededRandom(27),
  place: thanhOai,
  opensAt,
  until: '2024-09-30T17:00',
  plan: (_, random) => plan(random),
  moments,
});

function moments(): Moment[] {
  const random = seededRandom(28);
  const teams = teamsOf(thanhOai.areas, random);
  const helps = given.flatMap(({ topic, count, marks }, kind) =>
    Array.from({ length: count }, (_, index): PlannedHelp => {
      const serial = kind >= 2 ? firstOfProcedure + index : kind === 0 ? index : 60 + index;
      return {
        serial,
        at: `${day}T${receptionMinute(random)}`,
        topic,
        level: topic === 'filing' || topic === 'tracking' ? 'guided' : random.pick(['forThem', 'guided']),
        team: serial % teams.length,
        marks,
        minutes: topic === 'tracking' ? 5 : 15,
      };
    }),
  );
  return [
    decisions(opensAt, {
      setup: told([sentences.thanhOai]),
      digital: () => ({ areas: [...thanhOai.areas] }),
    }),
    { at: opensAt, run: ({ at }) => saveTeams(at('window', opensAt), teams, thanhOai, random) },
    ...campaignMoments(
      { name: 'Ngày cao điểm 27/8', from: day, to: day, helps, isByTeam: true },
      { teams, place: thanhOai, random },
    ),
  ];
}

/** The procedures that people were helped with on the day, filed online; everyone rates. */
function plan(random: Random): PlannedCase[] {
  return Array.from({ length: 36 }, () => ({
    receivedAt: `${day}T${receptionMinute(random, true)}`,
    procedureCode: pickEveryday(random, 1),
    channel: 'online',
    papers: 'asListed',
    slips: [],
    end: 'onTime',
    returnAfterDays: 0,
    mark: random.pick([4, 5, 5]),
  }));
}
