import { fold } from '../../../shared/domain/text.ts';
import { type Citizen, getLiving, recordsOf } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What the households of others say of somebody who is erased: lines of `relatives`, and entries that once told his name. */

interface LinkEntry {
  seq: number;
  kind: string;
  data: { name?: string; relativeId: number | null; caseCode: string | null };
}

interface Row {
  id: number;
  citizenId: number;
  name: string;
}

/** Takes him out of the households of others; answers the entries about it, to be redacted with his own. */
export function leaveHouseholds(tx: Writer, records: readonly Citizen[]): LinkEntry[] {
  const known = records
    .flatMap(({ own, details }) => [own, details])
    .filter(({ kind }) => kind === 'citizen');
  const names = new Set(known.map(({ name }) => fold(name)));
  const ids = new Set(records.map(({ id }) => id));
  const isOwn = ({ data: { name, relativeId } }: LinkEntry) =>
    relativeId === null ? name !== undefined && names.has(fold(name)) : ids.has(relativeId);
  const rows = known.flatMap(({ name, idNumber, phone }) => [
    ...(idNumber === null ? [] : find(tx, 'idNumber = ?', idNumber)),
    ...(phone === null ? [] : find(tx, 'idNumber IS NULL AND phone = ?', phone)).filter((row) =>
      names.has(fold(row.name)),
    ),
    // With a name alone only an entry tells whether it is he or a namesake.
    ...(idNumber === null && phone === null
      ? find(tx, 'idNumber IS NULL AND phone IS NULL AND name = ?', name).filter(({ citizenId }) =>
          linkEntries(tx, citizenId).some(isOwn),
        )
      : []),
  ]);
  const drop = prepared(tx, 'DELETE FROM relatives WHERE id = ?');
  for (const { id } of rows) drop.run(id);
  const others = new Set(rows.map(({ citizenId }) => citizenId).filter((id) => !ids.has(id)));
  return [...others].flatMap((id) => linkEntries(tx, id)).filter(isOwn);
}

/** Entries in which a clerk put right what a case told of a household. */
export function linkEntriesOfCase(db: Reader, citizenId: number | null, caseCode: string): LinkEntry[] {
  if (citizenId === null || !isThere(db, citizenId)) return [];
  return recordsOf(db, getLiving(db, citizenId).id)
    .flatMap((id) => linkEntries(db, id))
    .filter(({ data }) => data.caseCode === caseCode);
}

function find(db: Reader, condition: string, value: string): Row[] {
  return prepared<Row>(db, `SELECT id, citizenId, name FROM relatives WHERE ${condition}`).all(value);
}

function linkEntries(db: Reader, citizenId: number): LinkEntry[] {
  return prepared<{ seq: number; kind: string; data: string }>(
    db,
    `SELECT seq, kind, data FROM journal WHERE subject = ?
       AND kind IN ('citizen.linked', 'citizen.unlinked', 'citizen.linkCorrected') ORDER BY seq`,
  )
    .all(`citizen:${citizenId}`)
    .map(({ data, ...entry }) => ({ ...entry, data: JSON.parse(data) }));
}

function isThere(db: Reader, citizenId: number): boolean {
  return prepared(db, 'SELECT 1 FROM citizens WHERE id = ?').get(citizenId) !== undefined;
}
