import type { FiledEntry } from '../../shared/domain/campaign-files.ts';
import { type AssistanceLevel, personKeyText } from '../../shared/domain/digital.ts';
import { readKit, sealEntries, sealPerson } from '../api/digital/campaign-files.ts';
import { officeMinute } from './pace.ts';
import type { SampleCitizen } from './people.ts';
import { sampleCitizen } from './people.ts';
import type { SamplePlace } from './place.ts';
import type { Caller, Moment } from './play.ts';
import { type Random, seededRandom } from './random.ts';
import { formKey } from './reception.ts';

/** Help of a campaign as laptops without a network log it: their files are merged, a thousand lượt in each. */

export interface PlannedHelp {
  /** Tells people apart; two lượt with one are one person. */
  serial: number;
  /** Office time. */
  at: string;
  topic: string;
  level: AssistanceLevel;
  /** Index of the team. */
  team: number;
  marks: readonly string[];
  minutes?: number;
}

export interface PlannedCampaign {
  name: string;
  from: string;
  to: string;
  helps: readonly PlannedHelp[];
  /** Each team has a laptop of its own. */
  isByTeam?: true;
}

const helpsInFile = 1000;
/** Serials of people who are met by teams, beyond those of applicants. */
const firstSerial = 100_000;

interface Team {
  id: string;
  name: string;
  area: string;
}

/** A team for each area that is named, each with a head; made on the first day of the scene. */
export function teamsOf(areas: readonly string[], random: Random): Team[] {
  return areas.map((area) => ({ id: formKey(random), name: `Tổ CNSCĐ ${area}`, area }));
}

export async function saveTeams(
  caller: Caller,
  teams: readonly Team[],
  place: SamplePlace,
  random: Random,
): Promise<void> {
  for (const [index, team] of teams.entries()) {
    await caller.digital.teams.save({ ...team, version: 0 });
    const { name, phone } = sampleCitizen(random, 90_000 + index, place);
    const member = { id: formKey(random), version: 0, teamId: team.id, area: team.area };
    await caller.digital.members.save({ ...member, name, phone, role: 'head' });
  }
}

/** One campaign: made on its first morning; its files come in on the evening of the last day of each. */
export function campaignMoments(
  { name, from, to, helps, isByTeam }: PlannedCampaign,
  { teams, place, random }: { teams: readonly Team[]; place: SamplePlace; random: Random },
): Moment[] {
  const id = formKey(random);
  const made = `${from}T06:58`;
  const sorted = helps.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const files = isByTeam
    ? teams.map((_, index) => sorted.filter(({ team }) => team === index))
    : Array.from({ length: Math.ceil(sorted.length / helpsInFile) }, (_, index) =>
        sorted.slice(index * helpsInFile, (index + 1) * helpsInFile),
      );
  let publicKey = Buffer.alloc(0);
  return [
    {
      at: made,
      run: async ({ at }) => {
        const { campaign } = at('window', made).digital;
        await campaign.save({
          id,
          name,
          from,
          to,
          teamIds: teams.map((team) => team.id),
        });
        const { text, passphrase } = await campaign.kit({ id, namesInFiles: true });
        publicKey = Buffer.from((await readKit(text, passphrase)).publicKey, 'hex');
      },
    },
    ...files.map((file, index): Moment => {
      const evening = `${file.at(-1)?.at.slice(0, 10) ?? to}T19:00`;
      return {
        at: evening,
        run: async ({ at }) => {
          const caller = at('window', evening);
          const laptopId = formKey(random);
          const sealed = sealEntries(
            {
              laptopId,
              exportId: formKey(random),
              laptopName: isByTeam ? (teams[index]?.name ?? '') : `Máy ${index + 1}`,
              number: 1,
              part: 1,
              parts: 1,
              writtenAt: officeMinute(evening, -10),
              entries: file.map((help) =>
                entryOf(help, personOf(help.serial, place), { id, teams, random, publicKey }),
              ),
            },
            id,
            publicKey,
          );
          await caller.digital.campaign.merge({ text: sealed });
        },
      };
    }),
  ];
}

/** The same serial is the same person, in whichever campaign. */
const personOf = (serial: number, place: SamplePlace): SampleCitizen =>
  sampleCitizen(seededRandom(serial), firstSerial + serial, place);

function entryOf(
  { at, topic, level, team: teamIndex, marks, minutes = 10 }: PlannedHelp,
  { name, idNumber, birthOn, address }: SampleCitizen,
  { id, teams, random, publicKey }: { id: string; teams: readonly Team[]; random: Random; publicKey: Buffer },
): FiledEntry {
  const team = teams[teamIndex];
  const birthYear = Number(birthOn?.slice(0, 4));
  const known = personKeyText({ idNumber: idNumber ?? null, name, birthYear, phone: null });
  if (team === undefined || known === undefined) throw new RangeError('Nobody helped, or nobody was helped');
  return {
    id: formKey(random),
    revision: 1,
    removed: false,
    person: sealPerson(publicKey, id, known.text),
    name,
    birthYear,
    area: address?.split(', ')[0] ?? '',
    at,
    topic,
    level,
    minutes,
    teamId: team.id,
    memberId: null,
    helperName: team.name,
    marks: [...marks],
  };
}
