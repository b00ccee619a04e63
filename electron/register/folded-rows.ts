import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';
import type { Row } from './rows.ts';

/** Rows that are the stored fold of their journal: which of them are not what it tells. */

export type StoredRow = { id: number } & Record<string, unknown>;

/**
 * Ids of rows that the journal tells of and the table has not, and of those that are not folded.
 * @param kinds table, word of the journal for one of its rows, and the kinds of entry that begin one. Words of ours.
 */
export function missingOrUnfolded(
  db: Reader,
  { table, subject, firstKinds }: { table: string; subject: string; firstKinds: readonly string[] },
  isFolded: (row: StoredRow) => boolean,
): number[] {
  const ids = prepared<{ id: number }>(
    db,
    `SELECT CAST(substr(subject, length(?) + 2) AS INTEGER) AS id FROM journal
     WHERE kind IN (${firstKinds.map(() => '?').join(', ')}) EXCEPT SELECT id FROM ${table}`,
  )
    .all(subject, ...firstKinds)
    .map(({ id }) => id);
  for (const row of prepared<StoredRow>(db, `SELECT * FROM ${table}`).iterate())
    if (!isFolded(row)) ids.push(row.id);
  return ids;
}

/** Whether a row holds what a fold makes of it. */
export function isFoldedRow(row: StoredRow, columns: Row): boolean {
  return Object.entries(columns).every(([name, value]) => row[name] === value);
}
