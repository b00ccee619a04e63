import type { Entries } from '../../../shared/domain/campaign-files.ts';
import type { MergeOutcome } from '../../../shared/views-campaign.ts';
import { type Campaign, noteFile } from '../../register/digital/campaigns.ts';
import { linkMergedCitizens } from '../../register/digital/digital-links.ts';
import { restand } from '../../register/digital/digital-standing.ts';
import type { CommandScope } from '../door.ts';
import { entryAtHome, isPlanned } from './campaign-entry.ts';
import { applyEntry } from './campaign-writing.ts';

/** A file of a laptop, brought into the register entry by entry. */
export function* mergeSteps(
  scope: CommandScope,
  file: Entries,
  campaign: Campaign,
): Generator<number, MergeOutcome> {
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0, unplanned: 0, ahead: 0 };
  const touched = new Set<number>();
  /** People between whom a lượt moved: neither is whole without the other. */
  const moved = new Set<number>();
  let newPeople = 0;
  for (const [index, filed] of file.entries.entries()) {
    const entry = entryAtHome(scope, campaign, file.laptopId, filed);
    // What was taken back is so, whenever it was.
    if (!(entry.removed || isPlanned(campaign, entry))) counts.unplanned += 1;
    else if (!entry.removed && entry.at.slice(0, 10) > scope.now.today) counts.ahead += 1;
    else {
      const applied = applyEntry(scope, campaign, { entry, person: null });
      counts[applied.outcome] += 1;
      newPeople += Number(applied.isNewPerson);
      for (const personId of applied.touched) (applied.touched.length > 1 ? moved : touched).add(personId);
    }
    yield index;
  }
  restand(scope.tx, [...moved]);
  for (const personId of [...touched].filter((one) => !moved.has(one))) {
    restand(scope.tx, [personId]);
    yield file.entries.length;
  }
  if (newPeople > 0) linkMergedCitizens(scope.tx);
  const { exportId, laptopId, laptopName, number, part, entries } = file;
  const source = { campaignId: campaign.id, exportId, laptopId, laptopName, number, part };
  noteFile(scope.tx, { ...source, entries: entries.length, mergedAt: scope.now.officeTime });
  const said = { laptopId, number, part, ...counts, newPeople };
  scope.record('campaign.fileMerged', `campaign:${campaign.id}`, said);
  const campaignName = campaign.content.name;
  return { campaignId: campaign.id, campaignName, laptopName, entries: entries.length, ...counts, newPeople };
}
