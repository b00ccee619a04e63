import type { z } from 'zod';
import type { CampaignPlan, entryInputSchema } from '../../shared/domain/campaign-files.ts';
import type { CampaignEntry } from '../../shared/domain/digital-campaign.ts';
import { AppError } from '../../shared/errors.ts';
import { type Campaign, findEntry } from '../register/campaigns.ts';
import { hashOfPerson } from '../register/digital-key.ts';
import { requireChoice, requirePersonKey } from './digital-writing.ts';
import { type CommandScope, requirePerson } from './door.ts';

type EntryInput = z.output<typeof entryInputSchema>;

/**
 * The entry as it is written here: a new one, or the next revision of one of this laptop. Throws invalidInput for what the
 * plan does not know, actNotAllowed for what another laptop wrote.
 */
export function entryOf(
  scope: CommandScope,
  campaign: Campaign,
  plan: CampaignPlan,
  input: EntryInput,
): CampaignEntry {
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
  return {
    id: input.id,
    revision: (stored?.revision ?? 0) + 1,
    removed: false,
    campaignId: campaign.id,
    laptopId: campaign.laptopId,
    ...personOf(scope, campaign, plan, input, stored),
    at: stored?.at ?? scope.now.officeTime,
    topic: input.topic,
    level: input.level,
    minutes: input.minutes ?? plan.usualMinutes,
    teamId: team.id,
    memberId: member?.id ?? null,
    helperName: member?.name ?? requirePerson(scope).name,
    marks: [...new Set(input.marks)],
  };
}

type PersonPart = Pick<CampaignEntry, 'personKey' | 'source' | 'name' | 'birthYear' | 'area'>;

/** Whom it is about: known by a hash under the key of the campaign's home; the name goes with it only where the office says so. */
function personOf(
  scope: CommandScope,
  campaign: Campaign,
  { namesInFiles }: CampaignPlan,
  { met }: EntryInput,
  stored: CampaignEntry | undefined,
): PersonPart {
  if (met === null) {
    if (stored === undefined) throw new AppError('invalidInput', { fields: { met: 'required' } });
    const { personKey, source, name, birthYear, area } = stored;
    return { personKey, source, name, birthYear, area };
  }
  const known = hashOfPerson(campaign.personKey ?? requirePersonKey(scope), met);
  if (known === undefined) throw new AppError('invalidInput', { fields: { met: 'required' } });
  const isNamed = namesInFiles || campaign.role === 'host';
  return {
    personKey: known.hash,
    source: known.source,
    name: isNamed ? met.name : '',
    birthYear: isNamed ? met.birthYear : null,
    area: met.area,
  };
}
