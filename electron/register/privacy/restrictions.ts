import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** People who had the use of their data restricted; a few at most, so that all are looked at together. */

/** Records by ties of merging, whichever way: all of one person. */
const kinOf = (first: string): string => `WITH RECURSIVE kin (id) AS (
  ${first} UNION
  SELECT other.id FROM kin JOIN citizens AS one ON one.id = kin.id
  JOIN citizens AS other ON other.id = one.mergedInto OR other.mergedInto = one.id)`;

/** Every record of a restricted person, merged or not: for a condition of a query over people. */
export const restrictedRecords = `(${kinOf('SELECT citizenId FROM restrictions')} SELECT id FROM kin)`;

export function restrictedIds(db: Reader): ReadonlySet<number> {
  const rows = prepared<{ id: number }>(db, `SELECT id FROM ${restrictedRecords}`).all();
  return new Set(rows.map(({ id }) => id));
}

export function isRestricted(db: Reader, citizenId: number | null): boolean {
  return citizenId !== null && restrictedIds(db).has(citizenId);
}

/** Puts a restriction in force; one that is in force stays as it is. */
export function beginRestriction(tx: Writer, citizenId: number, requestId: number, since: string): boolean {
  return (
    prepared(tx, 'INSERT OR IGNORE INTO restrictions (citizenId, requestId, since) VALUES (?, ?, ?)').run(
      citizenId,
      requestId,
      since,
    ).changes > 0
  );
}

/** Ends what is in force for a person; answers the records it stood at. */
export function endRestriction(tx: Writer, citizenId: number): number[] {
  return prepared<{ citizenId: number }>(
    tx,
    `${kinOf('SELECT @citizenId')} DELETE FROM restrictions WHERE citizenId IN (SELECT id FROM kin) RETURNING citizenId`,
  )
    .all({ citizenId })
    .map((row) => row.citizenId);
}

interface Restriction {
  citizenId: number;
  requestId: number;
  since: string;
}

/** What the journal says is in force. */
function toldRestrictions(db: Reader): Map<number, Restriction> {
  const told = new Map<number, Restriction>();
  const entries = prepared<{ citizenId: number; kind: string; requestId: number; since: string }>(
    db,
    `SELECT CAST(substr(subject, 9) AS INTEGER) AS citizenId, kind, data ->> '$.requestId' AS requestId,
       coalesce(data ->> '$.since', '') AS since
     FROM journal WHERE kind IN ('citizen.restricted', 'citizen.restrictionLifted') ORDER BY seq`,
  ).all();
  for (const { kind, ...one } of entries) {
    if (kind === 'citizen.restricted') told.set(one.citizenId, one);
    else told.delete(one.citizenId);
  }
  return told;
}

/** Records whose restriction differs from what the journal says: none, unless somebody wrote past the door. */
export function findUnfoldedRestrictions(db: Reader): number[] {
  const told = toldRestrictions(db);
  const rows = prepared<Restriction>(db, 'SELECT citizenId, requestId, since FROM restrictions').all();
  const wrong = rows.filter((row) => {
    const said = told.get(row.citizenId);
    return said?.requestId !== row.requestId || said.since !== row.since;
  });
  const stored = new Set(rows.map(({ citizenId }) => citizenId));
  const gone = [...told.keys()].filter((id) => !stored.has(id) && isKnown(db, id));
  return [...wrong.map(({ citizenId }) => citizenId), ...gone];
}

/** Puts the restrictions of a damaged register back. */
export function putBackRestrictions(tx: Writer): void {
  prepared(tx, 'DELETE FROM restrictions').run();
  for (const { citizenId, requestId, since } of toldRestrictions(tx).values())
    if (isKnown(tx, citizenId)) beginRestriction(tx, citizenId, requestId, since);
}

/** A record that was deleted has no restriction any more. */
function isKnown(db: Reader, citizenId: number): boolean {
  return prepared(db, 'SELECT 1 FROM citizens WHERE id = ?').get(citizenId) !== undefined;
}
