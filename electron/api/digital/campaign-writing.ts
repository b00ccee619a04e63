import { type CampaignEntry, outranks } from '../../../shared/domain/digital-campaign.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { Campaign } from '../../register/digital/campaigns.ts';
import { findEntry, putEntry, saveCampaign } from '../../register/digital/campaigns.ts';
import { findDigitalPerson, insertDigitalPerson } from '../../register/digital/digital-people.ts';
import type { CommandScope } from '../door.ts';
import type { Written } from './campaign-entry.ts';
import { knownWith, planOf } from './campaign-views.ts';
import { writeDigital } from './digital-writing.ts';

/** How an entry came in: what it did to the register. */
export interface Applied {
  outcome: 'added' | 'changed' | 'removed' | 'unchanged';
  isNewPerson: boolean;
  /** Ids whose stored fold is to be written anew. */
  touched: number[];
}

/** Lets an entry stand where it outranks what is stored; at its host it becomes an event of its person too. */
export function applyEntry(
  scope: CommandScope,
  { role, id: campaignId }: Pick<Campaign, 'role' | 'id'>,
  { entry, person }: Written,
): Applied {
  const { tx } = scope;
  const stored = findEntry(tx, entry.id);
  if (!outranks(entry, stored)) return { outcome: 'unchanged', isNewPerson: false, touched: [] };
  putEntry(tx, entry, person);
  const outcome = entry.removed ? 'removed' : stored === undefined ? 'added' : 'changed';
  if (role === 'guest') {
    scope.record('campaign.entry', `campaign:${campaignId}`, entry);
    return { outcome, isNewPerson: false, touched: [] };
  }
  const touched: number[] = [];
  if (stored && stored.personKey !== entry.personKey) {
    const before = findDigitalPerson(tx, stored.personKey);
    if (before) {
      writeDigital(scope, before.id, { kind: 'entryLeft', entryId: entry.id });
      touched.push(before.id);
    }
  }
  const known = findDigitalPerson(tx, entry.personKey);
  // A removed entry of somebody nobody met makes no person.
  if (known === undefined && entry.removed) return { outcome, isNewPerson: false, touched };
  const personId = known?.id ?? addByEntry(scope, entry);
  writeDigital(scope, personId, { kind: 'entered', entry });
  return { outcome, isNewPerson: known === undefined, touched: [...touched, personId] };
}

function addByEntry(scope: CommandScope, { personKey, source }: CampaignEntry): number {
  const id = insertDigitalPerson(scope.tx, { personKey, source, citizenId: null });
  writeDigital(scope, id, { kind: 'added', source, details: null });
  return id;
}

/** Saves a campaign with all that its plan ever knew. */
export function remember({ tx }: CommandScope, campaign: Campaign): void {
  const known = knownWith(campaign.content.known, planOf(tx, campaign));
  saveCampaign(tx, { ...campaign, content: { ...campaign.content, known } });
}

/** For the name of a file. */
export const slug = (text: string): string =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40);
