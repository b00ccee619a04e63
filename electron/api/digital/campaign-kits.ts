import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CampaignKit, kitPassphraseSchema } from '../../../shared/domain/campaign-files.ts';
import { managers, personNameSchema } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { KitText } from '../../../shared/views-campaign.ts';
import { addPerson, seat } from '../../register/accounts/people.ts';
import type { Reader } from '../../register/connection.ts';
import { findCampaign, getCampaign, listCampaigns, saveCampaign } from '../../register/digital/campaigns.ts';
import { findSettings } from '../../register/settings.ts';
import { publicKeyOf } from '../../sealing.ts';
import { type CommandScope, type LongScope, longCommand, requireSettings, seated } from '../door.ts';
import { readKit, sealKit } from './campaign-files.ts';
import { knownWith, planOf } from './campaign-views.ts';
import { remember, slug } from './campaign-writing.ts';

/** Kits: made at the home of a campaign, opened on the laptops that log it. */

const lockedText = z.object({ text: z.string().min(1).max(2_000_000), passphrase: kitPassphraseSchema });
export const kitRoutes = {
  /** The file that lets another counter log this campaign, and its passphrase, which is kept nowhere. */
  kit: longCommand(
    managers,
    [],
    z.object({ id: z.uuid(), namesInFiles: z.boolean().default(false) }),
    async (scope, { namesInFiles, ...asked }): Promise<KitText> => {
      const campaign = getCampaign(scope.db, asked.id);
      if (campaign.role === 'guest') throw new AppError('actNotAllowed');
      const { office } = requireSettings(scope.db, scope.now);
      const plan = { ...planOf(scope.db, campaign), namesInFiles };
      const peopleKey = campaign.peopleKey.toString('hex');
      const publicKey = publicKeyOf(campaign.sealKey).toString('hex');
      const { text, passphrase } = await sealKit({ ...plan, office, peopleKey, publicKey });
      await scope.write((write) => {
        remember(write, getCampaign(write.tx, campaign.id));
        write.record('campaign.kitMade', `campaign:${campaign.id}`, { namesInFiles });
      });
      return { name: `bo-dot-${slug(plan.name)}.json`, text, passphrase };
    },
  ),

  /**
   * Sets a laptop that has no register yet up for a kit alone, with whoever logs on it seated; it does nothing else until its first
   * run. Throws alreadySetUp, campaignFileFault, tooManyTries.
   */
  setUpLaptop: longCommand(
    'anyone',
    ['session', 'digital'],
    lockedText.extend({ name: personNameSchema }),
    async (scope, { name, ...kit }): Promise<{ campaignId: string }> => {
      refuseSetUp(scope.db);
      const opened = await unlocked(scope, kit);
      await scope.write((write) => {
        refuseSetUp(write.tx);
        seat(write.tx, scope.door.device, addPerson(write.tx, { name, title: '', roles: ['clerk'] }));
        openPlan(write, opened);
      });
      return { campaignId: opened.campaignId };
    },
  ),

  /**
   * Lets this counter log a campaign; a newer kit of one brings its teams and topics up to date. Throws campaignFileFault,
   * tooManyTries.
   */
  openKit: longCommand(
    seated,
    ['digital'],
    lockedText,
    async (scope, asked): Promise<{ campaignId: string }> => {
      const kit = await unlocked(scope, asked);
      await scope.write((write) => openPlan(write, kit));
      return { campaignId: kit.campaignId };
    },
  ),
};

/** Before anything is written: a wrong passphrase leaves the laptop as it was, and soon must wait. */
function unlocked(
  { context: { guesses, secrets, clock }, door }: LongScope,
  { text, passphrase }: z.output<typeof lockedText>,
): Promise<CampaignKit> {
  const who = `kit ${door.device}`;
  return secrets.inTurn(async () => {
    const seconds = guesses.waitOf(who, clock());
    if (seconds > 0) throw new AppError('tooManyTries', { seconds });
    try {
      return await readKit(text, passphrase);
    } catch (error) {
      if (error instanceof AppError && error.data.why === 'passphrase') guesses.missed(who, clock());
      throw error;
    }
  });
}

function refuseSetUp(db: Reader): void {
  if (findSettings(db, '9999-12-31') || listCampaigns(db).length > 0) throw new AppError('alreadySetUp');
}

function openPlan(scope: CommandScope, { office, peopleKey, publicKey, ...plan }: CampaignKit): void {
  const before = findCampaign(scope.tx, plan.campaignId);
  const keys = { peopleKey: Buffer.from(peopleKey, 'hex'), sealKey: Buffer.from(publicKey, 'hex') };
  if (before?.role === 'host') throw new AppError('campaignFileFault', { why: 'ownKit' });
  if (before && !(before.peopleKey.equals(keys.peopleKey) && before.sealKey.equals(keys.sealKey)))
    throw new AppError('campaignFileFault', { why: 'changed' });
  const { campaignId, name, from, to } = plan;
  const teamIds = plan.teams.map((team) => team.id);
  saveCampaign(scope.tx, {
    id: campaignId,
    role: 'guest',
    from,
    to,
    laptopId: before?.laptopId ?? randomUUID(),
    ...keys,
    content: { name, teamIds, plan, office, known: knownWith(before?.content.known, plan) },
  });
  scope.record('campaign.kitOpened', `campaign:${campaignId}`, { name, from, to });
}
