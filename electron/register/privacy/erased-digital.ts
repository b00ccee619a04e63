import { randomBytes } from 'node:crypto';
import type { DigitalEvent } from '../../../shared/domain/digital.ts';
import { redactedDigital } from '../../../shared/domain/digital-redaction.ts';
import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { digitalSettingsOf } from '../digital/digital-settings.ts';
import { restand } from '../digital/digital-standing.ts';
import { entriesOf, erasePayloads } from '../journal.ts';
import { type Erasing, fewest } from './redacted-entries.ts';

/**
 * Takes out of digital support who these people are; their lượt, marks and sums stay. The hash they were met by goes too: nobody who
 * tries numbers finds them, and whoever comes again is met anew. Answers how many entries changed.
 * @param citizenId in whose name the journal says it.
 */
export function eraseDigitalPeople(
  tx: Writer,
  ids: readonly number[],
  citizenId: number,
  erasing: Erasing,
): number {
  if (ids.length === 0) return 0;
  const known = new Set(digitalSettingsOf(tx).areas);
  const count = prepared<{ n: number }>(
    tx,
    'SELECT count(*) AS n FROM digitalPeople WHERE area = ? AND livingId = id AND counted = 1',
  );
  const keepsArea = (area: string) => known.has(area) || (count.get(area)?.n ?? 0) >= fewest;
  const entries = ids.flatMap((id) =>
    entriesOf(tx, `digital:${id}`).map(({ seq, data }) => {
      return { seq, data: redactedDigital(data as DigitalEvent, keepsArea) };
    }),
  );
  const changed = erasePayloads(
    tx,
    { ...erasing.entry, subject: `citizen:${citizenId}` },
    erasing.about,
    entries,
  );
  const forget = prepared(tx, 'UPDATE digitalPeople SET personKey = ? WHERE id = ?');
  for (const id of ids) forget.run(randomBytes(32).toString('hex'), id);
  restand(tx, ids);
  return changed;
}
