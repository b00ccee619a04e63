import { randomBytes } from 'node:crypto';
import type { DigitalEvent } from '../../../shared/domain/digital.ts';
import type { CampaignEntry } from '../../../shared/domain/digital-campaign.ts';
import {
  type DigitalErasure,
  redactedDigital,
  redactedEntry,
} from '../../../shared/domain/digital-redaction.ts';
import { fold } from '../../../shared/domain/text.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { putEntry } from '../digital/campaigns.ts';
import { getDigitalPerson } from '../digital/digital-people.ts';
import { digitalSettingsOf } from '../digital/digital-settings.ts';
import { restand } from '../digital/digital-standing.ts';
import { entriesOf, erasePayloads } from '../journal.ts';
import { type Erasing, fewest } from './redacted-entries.ts';

/** What of digital support and its campaigns goes with somebody. */

interface Payload {
  seq: number;
  data: unknown;
}

/**
 * Takes out of digital support who these people are; their lượt, marks and sums stay, also those of campaigns. The hash they were met
 * by goes too: nobody who tries numbers finds them, and whoever comes again is met anew. Answers how many entries changed.
 * @param ids of one human, the living one first.
 * @param subject in whose name the journal says it.
 */
export function eraseDigitalPeople(
  tx: Writer,
  ids: readonly number[],
  subject: string,
  erasing: Erasing,
): number {
  const [livingId] = ids;
  if (livingId === undefined) return 0;
  const standing = prepared<{ area: string; nameFolded: string }>(
    tx,
    'SELECT area, nameFolded FROM digitalPeople WHERE id = ?',
  ).get(livingId);
  const { area = '', nameFolded = '' } = standing ?? {};
  const keepsArea = areasToKeep(tx);
  const payloads = ids.flatMap((id) => {
    const before = getDigitalPerson(tx, id).personKey;
    // One key for the person and his entries, by which a campaign still counts him once.
    const erasure = { area, keepsArea, personKey: randomBytes(32).toString('hex') };
    prepared(tx, 'UPDATE digitalPeople SET personKey = ? WHERE id = ?').run(erasure.personKey, id);
    const entryIds = eraseCampaignEntries(tx, before, erasure);
    return [
      ...entriesOf(tx, `digital:${id}`).map(({ seq, data }) => {
        return { seq, data: redactedDigital(data as DigitalEvent, erasure) };
      }),
      ...leftWithOthers(tx, ids, entryIds, nameFolded, erasure),
    ];
  });
  const changed = erasePayloads(tx, { ...erasing.entry, subject }, erasing.about, payloads);
  restand(tx, ids);
  return changed;
}

/** Parts of a ward that are kept: those of the settings, and those where enough people live. */
export function areasToKeep(db: Reader): DigitalErasure['keepsArea'] {
  const known = new Set(digitalSettingsOf(db).areas);
  const count = prepared<{ n: number }>(
    db,
    'SELECT count(*) AS n FROM digitalPeople WHERE area = ? AND livingId = id AND counted = 1',
  );
  return (area) => known.has(area) || (count.get(area)?.n ?? 0) >= fewest;
}

/** Lượt of campaigns under this hash, with those that were taken back. Answers their ids. */
function eraseCampaignEntries(tx: Writer, personKey: string, erasure: DigitalErasure): string[] {
  const entries = prepared<{ content: string }>(
    tx,
    `SELECT entry.content FROM campaignEntries AS entry JOIN campaigns ON campaigns.id = campaignId
     WHERE role = 'host' AND personKey = ?`,
  )
    .all(personKey)
    .map(({ content }) => JSON.parse(content) as CampaignEntry);
  for (const entry of entries) putEntry(tx, redactedEntry(entry, erasure), null);
  return entries.map(({ id }) => id);
}

/** The same lượt as they were told of somebody else before the number was put right: with his name. */
function leftWithOthers(
  db: Reader,
  ids: readonly number[],
  entryIds: readonly string[],
  nameFolded: string,
  { keepsArea }: DigitalErasure,
): Payload[] {
  if (entryIds.length === 0) return [];
  const own = new Set(ids.map((id) => `digital:${id}`));
  return prepared<{ seq: number; subject: string; data: string }>(
    db,
    `SELECT seq, subject, data FROM journal WHERE subject GLOB 'digital:*' AND kind = 'digital.entered'
       AND data ->> '$.entry.id' IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  )
    .all(JSON.stringify(entryIds))
    .flatMap(({ seq, subject, data }) => {
      const { entry, ...event } = JSON.parse(data) as Extract<DigitalEvent, { kind: 'entered' }>;
      if (own.has(subject) || fold(entry.name) !== nameFolded) return [];
      // Under the hash of whose number it was not.
      return [
        { seq, data: { ...event, entry: redactedEntry(entry, { keepsArea, personKey: entry.personKey }) } },
      ];
    });
}
