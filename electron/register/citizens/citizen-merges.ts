import type { Applicant } from '../../../shared/domain/intake.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { regroupCitizens } from '../digital/digital-links.ts';
import { type Citizen, getCitizen, recordsOf } from './citizens.ts';

export interface Merge {
  id: number;
  survivorId: number;
  mergedId: number;
  mergedAt: string;
  /** The person of both. */
  details: Applicant;
}

/**
 * Lets one record go on for both: lays a person over the two, which stay as they are. Cases keep the record they were
 * received under, and so does each later form. Throws stale when one of them has been merged meanwhile, actNotAllowed for a
 * person and an organisation.
 */
export function mergeCitizens(
  tx: Writer,
  question: { survivorId: number; mergedId: number; details: Applicant; at: string },
): Merge {
  const { survivorId, mergedId, details, at } = question;
  const survivor = getCitizen(tx, survivorId);
  const merged = getCitizen(tx, mergedId);
  if (survivorId === mergedId || survivor.mergedInto !== null || merged.mergedInto !== null)
    throw new AppError('stale');
  if (survivor.details.kind !== merged.details.kind) throw new AppError('actNotAllowed');
  point(tx, mergedId, survivorId);
  regroupCitizens(tx, [survivorId]);
  const { lastInsertRowid } = prepared(
    tx,
    'INSERT INTO merges (survivorId, mergedId, mergedAt, details) VALUES (?, ?, ?, ?)',
  ).run(survivorId, mergedId, at, JSON.stringify(details));
  return { id: Number(lastInsertRowid), survivorId, mergedId, mergedAt: at, details };
}

/**
 * Takes the newest merge of a survivor apart: each of the two has what was said under its own numbers, also meanwhile.
 * Throws notFound, or unmergeLaterFirst when a later merge stands on this one.
 */
export function unmergeCitizens(tx: Writer, id: number, at: string): Merge {
  const merge = standing(tx, 'id = ?', id)[0];
  if (!merge) throw new AppError('notFound', { what: 'merge' });
  if (mergesOf(tx, merge.survivorId)[0]?.id !== id) throw new AppError('unmergeLaterFirst');
  if (getCitizen(tx, merge.survivorId).mergedInto !== null) throw new AppError('unmergeLaterFirst');
  point(tx, merge.mergedId, null);
  regroupCitizens(tx, [merge.survivorId, merge.mergedId]);
  prepared(tx, 'UPDATE merges SET undoneAt = ? WHERE id = ?').run(at, id);
  return merge;
}

/** Standing merges into a record, newest first. */
export function mergesOf(db: Reader, survivorId: number): Merge[] {
  return standing(db, 'survivorId = ?', survivorId);
}

function standing(db: Reader, condition: 'id = ?' | 'survivorId = ?', id: number): Merge[] {
  return prepared<Omit<Merge, 'details'> & { details: string }>(
    db,
    `SELECT id, survivorId, mergedId, mergedAt, details FROM merges
     WHERE ${condition} AND undoneAt IS NULL ORDER BY id DESC`,
  )
    .all(id)
    .map((row) => ({ ...row, details: JSON.parse(row.details) }));
}

function point(tx: Writer, id: number, mergedInto: number | null): void {
  prepared(tx, 'UPDATE citizens SET mergedInto = ? WHERE id = ?').run(mergedInto, id);
}

/** Notes that two records are two people; the pair is not shown again. */
export function tellApart(tx: Writer, oneId: number, otherId: number): void {
  prepared(tx, 'INSERT OR IGNORE INTO toldApart (firstId, secondId) VALUES (?, ?)').run(
    Math.min(oneId, otherId),
    Math.max(oneId, otherId),
  );
}

/** True when a clerk said that these are two people, whichever of their records he saw. */
export function areToldApart(db: Reader, one: Citizen, other: Citizen): boolean {
  const statement = prepared(db, 'SELECT 1 FROM toldApart WHERE firstId = ? AND secondId = ?');
  return recordsOf(db, one.id).some((a) =>
    recordsOf(db, other.id).some((b) => statement.get(Math.min(a, b), Math.max(a, b)) !== undefined),
  );
}
