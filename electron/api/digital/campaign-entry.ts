import type { z } from 'zod';
import type { CampaignPlan, entryInputSchema, FiledEntry } from '../../../shared/domain/campaign-files.ts';
import { personKeyText } from '../../../shared/domain/digital.ts';
import { type CampaignEntry, ofErased } from '../../../shared/domain/digital-campaign.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Campaign, findEntry, findNamed } from '../../register/digital/campaigns.ts';
import { hashOfKnown, slowHashOfKnown } from '../../register/digital/digital-key.ts';
import { findDigitalPerson } from '../../register/digital/digital-people.ts';
import { type CommandScope, requirePerson } from '../door.ts';
import { sealPerson, unsealPerson } from './campaign-files.ts';
import {
  kinOfPerson,
  refuseRestricted,
  refuseRestrictedNumber,
  requireChoice,
  requirePersonKey,
} from './digital-writing.ts';

type EntryInput = z.output<typeof entryInputSchema>;

/** An entry, and of a guest who it is, sealed for its home; null where he is who he was, or is known here. */
export interface Written {
  entry: CampaignEntry;
  person: string | null;
}

/**
 * The entry as it is written here: a new one, or the next revision of one of this laptop. Throws invalidInput for what the
 * plan does not know, campaignDayOutside, actNotAllowed for what another laptop wrote.
 */
export function entryOf(
  scope: CommandScope,
  campaign: Campaign,
  plan: CampaignPlan,
  input: EntryInput,
): Written {
  const stored = findEntry(scope.tx, input.id);
  if (stored && (stored.laptopId !== campaign.laptopId || stored.campaignId !== campaign.id))
    throw new AppError('actNotAllowed');
  const team = plan.teams.find(({ id }) => id === input.teamId);
  if (team === undefined) throw new AppError('invalidInput', { fields: { teamId: 'choice' } });
  requireChoice(plan.topics, 'topic', input.topic);
  for (const criterion of input.marks) requireChoice(plan.criteria, 'marks', criterion);
  const member = team.members.find(({ id }) => id === input.memberId);
  if (input.memberId !== null && member === undefined)
    throw new AppError('invalidInput', { fields: { memberId: 'choice' } });
  const { person, ...whose } = personOf(scope, campaign, plan, input, stored);
  const entry: CampaignEntry = {
    id: input.id,
    revision: (stored?.revision ?? 0) + 1,
    removed: false,
    campaignId: campaign.id,
    laptopId: campaign.laptopId,
    ...whose,
    at: timeOf(scope, campaign.role, plan, input, stored),
    topic: input.topic,
    level: input.level,
    minutes: input.minutes ?? plan.usualMinutes,
    teamId: team.id,
    memberId: member?.id ?? null,
    helperName: member?.name ?? requirePerson(scope).name,
    marks: [...new Set(input.marks)],
  };
  return { entry, person };
}

/** On a day of the campaign: the laptop's own, or the one that was said because its clock is wrong. */
function timeOf(
  { now }: CommandScope,
  role: Campaign['role'],
  { from, to }: CampaignPlan,
  { on }: EntryInput,
  stored: CampaignEntry | undefined,
): string {
  const at = stored?.at ?? now.officeTime;
  const day = on ?? at.slice(0, 10);
  if (day < from || day > to) throw new AppError('campaignDayOutside', { day, from, to });
  // The clock of a laptop may be wrong; its home asks again as it merges.
  if (role === 'host' && day > now.today) throw new AppError('invalidInput', { fields: { on: 'future' } });
  return `${day}${at.slice(10)}`;
}

type PersonPart = Pick<CampaignEntry, 'personKey' | 'source' | 'name' | 'birthYear' | 'area'>;

/**
 * Whom it is about: at home known under the register's own key; on a laptop under the campaign's, and sealed for its home, so that the
 * laptop itself reads it no more. The
 * name goes with it only where the kit says so.
 */
function personOf(
  scope: CommandScope,
  campaign: Campaign,
  { namesInFiles }: CampaignPlan,
  { met }: EntryInput,
  stored: CampaignEntry | undefined,
): PersonPart & { person: string | null } {
  if (met === null) {
    if (stored === undefined) throw new AppError('invalidInput', { fields: { met: 'required' } });
    const { personKey, source, name, birthYear, area } = stored;
    return { personKey, source, name, birthYear, area, person: null };
  }
  const known = personKeyText(met);
  if (known === undefined) throw new AppError('invalidInput', { fields: { met: 'required' } });
  if (!namesInFiles && known.source === 'name')
    throw new AppError('invalidInput', { fields: { met: 'required' } });
  const isHost = campaign.role === 'host';
  // A laptop knows nobody: its home counts what comes in, and shows nobody of it.
  if (isHost) refuseRestrictedNumber(scope.tx, met.idNumber);
  const personKey = isHost
    ? hashOfKnown(requirePersonKey(scope), known.text)
    : slowHashOfKnown(campaign.peopleKey, known.text);
  const before = isHost ? findDigitalPerson(scope.tx, personKey) : undefined;
  if (before) refuseRestricted(scope.tx, kinOfPerson(scope.tx, before.id));
  const { name, birthYear } = namesInFiles ? named(scope, campaign.id, personKey, met) : nameless;
  return {
    ...{ personKey, source: known.source, name, birthYear, area: met.area },
    person: isHost ? null : sealPerson(campaign.sealKey, campaign.id, known.text),
  };
}

const nameless = { name: '', birthYear: null };

/** Under the name that was said, or the one that was said when he was met before. Throws invalidInput. */
function named(
  { tx }: CommandScope,
  campaignId: string,
  personKey: string,
  { name, birthYear }: Pick<CampaignEntry, 'name' | 'birthYear'>,
): Pick<CampaignEntry, 'name' | 'birthYear'> {
  if (name !== '') return { name, birthYear };
  const before = findNamed(tx, campaignId, personKey);
  if (before === undefined) throw new AppError('invalidInput', { fields: { name: 'required' } });
  return before;
}

/**
 * An entry of a file as the register of its home has it: the person is whom this register knows by the same number, and nobody any more
 * where his data was erased since.
 */
export function entryAtHome(
  scope: CommandScope,
  campaign: Campaign,
  laptopId: string,
  { person, ...filed }: FiledEntry,
): CampaignEntry {
  const { source, text } = unsealPerson(campaign, person);
  const personKey = hashOfKnown(requirePersonKey(scope), text);
  const entry = { ...filed, campaignId: campaign.id, laptopId, personKey, source };
  const stored = findEntry(scope.tx, filed.id);
  return stored?.erased ? ofErased(entry, stored) : entry;
}

/** Whether day, team, topic and criteria of an entry were ever planned. */
export function isPlanned(
  { from, to, content: { known } }: Campaign,
  { at, teamId, topic, marks }: Pick<CampaignEntry, 'at' | 'teamId' | 'topic' | 'marks'>,
): boolean {
  const day = at.slice(0, 10);
  return (
    day >= from &&
    day <= to &&
    known.teams.some(({ id }) => id === teamId) &&
    known.topics.some(({ id }) => id === topic) &&
    marks.every((criterion) => known.criteria.includes(criterion))
  );
}
