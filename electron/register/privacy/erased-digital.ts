import { randomBytes } from 'node:crypto';
import type { DigitalEvent } from '../../../shared/domain/digital.ts';
import { redactedDigital } from '../../../shared/domain/digital-redaction.ts';
import { getCitizen, recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { findPersonKey, hashOfNumber } from '../digital/digital-key.ts';
import { linkCitizen } from '../digital/digital-links.ts';
import { digitalSettingsOf } from '../digital/digital-settings.ts';
import { peopleOfCitizen, restand } from '../digital/digital-standing.ts';
import { entriesOf, erasePayloads } from '../journal.ts';
import { type Erasing, fewest } from './redacted-entries.ts';

/** Whether digital support knows a citizen: by a tie, or by the hash of a number of his records, as a campaign met him. */
export function isKnownToDigital(db: Reader, livingId: number): boolean {
  const key = findPersonKey(db);
  if (key === undefined) return false;
  const known = prepared<{ id: number }>(db, 'SELECT id FROM digitalPeople WHERE personKey = ?');
  const isByNumber = recordsOf(db, livingId).some((id) => {
    const { kind, idNumber } = getCitizen(db, id).own;
    return kind === 'citizen' && idNumber !== null && known.get(hashOfNumber(key, idNumber)) !== undefined;
  });
  return isByNumber || peopleOfCitizen(db, livingId).length > 0;
}

/** Ties whoever is known by his number alone to his records, as long as they have it. */
export function tieDigitalPeople(tx: Writer, livingId: number): void {
  for (const id of recordsOf(tx, livingId)) linkCitizen(tx, id, getCitizen(tx, id).own);
}

/**
 * Takes out of digital support who these people are; their lượt, marks and sums stay. The hash they were met by goes too: nobody who
 * tries numbers finds them, and whoever comes again is met anew. Answers how many entries changed.
 * @param ids of one human, the living one first.
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
  const [livingId] = ids;
  const standing = prepared<{ area: string }>(tx, 'SELECT area FROM digitalPeople WHERE id = ?').get(
    livingId,
  );
  const area = standing?.area ?? '';
  const entries = ids.flatMap((id) =>
    entriesOf(tx, `digital:${id}`).map(({ seq, data }) => {
      return { seq, data: redactedDigital(data as DigitalEvent, area, keepsArea) };
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
