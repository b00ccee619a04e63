import type { Breach } from '../../../shared/domain/breach.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BreachRow } from '../../../shared/views-retention.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Breaches of personal data, each as it was written down last; what it said before is in the journal. */

interface StoredBreach {
  id: number;
  content: string;
  version: number;
}

const toRow = ({ id, content, version }: StoredBreach): BreachRow => ({
  id,
  version,
  ...(JSON.parse(content) as Breach),
});

/** The latest first. */
export function listBreaches(db: Reader): BreachRow[] {
  return prepared<StoredBreach>(db, 'SELECT * FROM breaches ORDER BY id DESC LIMIT 200').all().map(toRow);
}

/** Throws notFound. */
export function getBreach(db: Reader, id: number): BreachRow {
  const row = prepared<StoredBreach>(db, 'SELECT * FROM breaches WHERE id = ?').get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'breach' });
  return toRow(row);
}

export function insertBreach(tx: Writer, breach: Breach): number {
  const insert = prepared(tx, 'INSERT INTO breaches (content, version) VALUES (?, 1)');
  return Number(insert.run(JSON.stringify(breach)).lastInsertRowid);
}

/** Throws stale when it was written meanwhile. */
export function updateBreach(tx: Writer, id: number, version: number, breach: Breach): void {
  const { changes } = prepared(
    tx,
    'UPDATE breaches SET content = ?, version = version + 1 WHERE id = ? AND version = ?',
  ).run(JSON.stringify(breach), id, version);
  if (changes === 0) throw new AppError('stale');
}
