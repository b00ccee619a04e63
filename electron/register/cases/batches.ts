import type { Batch, BatchData, BatchKind } from '../../../shared/domain/batch.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { nextValue } from '../counters.ts';
import { entriesOf } from '../journal.ts';

interface BatchColumns extends Omit<Batch, keyof BatchData> {
  data: string;
}

/**
 * Writes a list down under the next number of its kind and year. `dataOf` is told the number, for the title that is
 * frozen with it.
 */
export function insertBatch(
  tx: Writer,
  batch: { kind: BatchKind; at: string; personId: number },
  dataOf: (number: number) => BatchData,
): Batch {
  const year = Number(batch.at.slice(0, 4));
  const number = nextValue(tx, `batch:${batch.kind}:${year}`);
  const data = dataOf(number);
  const { lastInsertRowid } = prepared(
    tx,
    `INSERT INTO batches (kind, year, number, at, personId, data)
     VALUES (@kind, @year, @number, @at, @personId, @data)`,
  ).run({ ...batch, year, number, data: JSON.stringify(data) });
  return { id: Number(lastInsertRowid), ...batch, year, number, ...data };
}

/** Throws notFound. */
export function getBatch(db: Reader, id: number): Batch {
  const row = prepared<BatchColumns>(
    db,
    'SELECT id, kind, year, number, at, personId, data FROM batches WHERE id = ?',
  ).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'batch' });
  const { data, ...rest } = row;
  return { ...rest, ...(JSON.parse(data) as BatchData) };
}

/** Names the cases of a list that had to have its number before they had theirs; once, in the transaction that made it. */
export function fillBatch(tx: Writer, { id, title, notes }: Batch, caseIds: readonly number[]): void {
  prepared(tx, 'UPDATE batches SET data = ? WHERE id = ?').run(JSON.stringify({ title, caseIds, notes }), id);
}

/** The journal's number of the moment a list was made: what its papers say is what was so then. Null when nobody noted it. */
export function seqOfBatch(db: Reader, id: number): number | null {
  return entriesOf(db, `batch:${id}`).find(({ kind }) => kind.startsWith('batch.'))?.seq ?? null;
}

/** The newest lists first. */
export function listBatches(db: Reader, limit: number): Batch[] {
  return prepared<{ id: number }>(db, 'SELECT id FROM batches ORDER BY id DESC LIMIT ?')
    .all(limit)
    .map(({ id }) => getBatch(db, id));
}
