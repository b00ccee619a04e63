import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';

/** A person has at most one open shift; a closed one never changes, the register refuses it. */
export interface Shift<Closing = unknown> {
  id: number;
  personId: number;
  personName: string;
  openedAt: string;
  /** Change money in the drawer at the start. */
  floatVnd: number;
  closedAt: string | null;
  /** What was counted and found; null while it is open. */
  closing: Closing | null;
}

type ShiftRow = Omit<Shift, 'closing'> & { closing: string | null };

const columns = `shifts.id, personId, people.name AS personName, openedAt, floatVnd, closedAt, closing
  FROM shifts JOIN people ON people.id = personId`;

function toShift<Closing>({ closing, ...row }: ShiftRow): Shift<Closing> {
  return { ...row, closing: closing === null ? null : (JSON.parse(closing) as Closing) };
}

export function findOpenShift(db: Reader, personId: number): Shift | undefined {
  const row = prepared<ShiftRow>(db, `SELECT ${columns} WHERE personId = ? AND closedAt IS NULL`).get(
    personId,
  );
  return row && toShift(row);
}

/** Change money that somebody's last shift began with; 0 before the first. */
export function lastFloatVnd(db: Reader, personId: number): number {
  const row = prepared<{ floatVnd: number }>(
    db,
    'SELECT floatVnd FROM shifts WHERE personId = ? AND closedAt IS NOT NULL ORDER BY id DESC LIMIT 1',
  ).get(personId);
  return row?.floatVnd ?? 0;
}

/** Throws notFound. */
export function getShift<Closing = unknown>(db: Reader, id: number): Shift<Closing> {
  const row = prepared<ShiftRow>(db, `SELECT ${columns} WHERE shifts.id = ?`).get(id);
  if (row === undefined) throw new AppError('notFound', { what: 'shift' });
  return toShift(row);
}

/** Answers the id; the caller records it. The register refuses a second open one. */
export function openShift(tx: Writer, shift: { personId: number; at: string; floatVnd: number }): number {
  const { lastInsertRowid } = prepared(
    tx,
    'INSERT INTO shifts (personId, openedAt, floatVnd) VALUES (@personId, @at, @floatVnd)',
  ).run(shift);
  return Number(lastInsertRowid);
}

/** Change money that was told after the first movement had opened the shift by itself. */
export function setShiftFloat(tx: Writer, id: number, floatVnd: number): void {
  prepared(tx, 'UPDATE shifts SET floatVnd = ? WHERE id = ?').run(floatVnd, id);
}

/** Freezes the shift with what was found; the register refuses to close it again. */
export function closeShift(tx: Writer, id: number, at: string, closing: unknown): void {
  const { changes } = prepared(tx, 'UPDATE shifts SET closedAt = ?, closing = ? WHERE id = ?').run(
    at,
    JSON.stringify(closing),
    id,
  );
  if (changes === 0) throw new AppError('notFound', { what: 'shift' });
}
