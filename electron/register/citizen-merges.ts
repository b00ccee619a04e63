import type { Applicant } from '../../shared/domain/intake.ts';
import { AppError } from '../../shared/errors.ts';
import { type Citizen, getCitizen, recordsOf } from './citizens.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

export interface Merge {
  id: number;
  survivorId: number;
  mergedId: number;
  mergedAt: string;
  before: Applicant;
  after: Applicant;
}

/**
 * Lets one record go on for both. The other one stays as it is and points to the survivor. Cases keep the record they were
 * received under. Throws stale when one of them has been merged meanwhile, actNotAllowed for a person and an organisation.
 */
export function mergeCitizens(
  tx: Writer,
  question: { survivorId: number; mergedId: number; after: Applicant; at: string },
): Merge {
  const { survivorId, mergedId, after, at } = question;
  const survivor = getCitizen(tx, survivorId);
  const merged = getCitizen(tx, mergedId);
  if (survivorId === mergedId || survivor.mergedInto !== null || merged.mergedInto !== null)
    throw new AppError('stale');
  if (survivor.details.kind !== merged.details.kind) throw new AppError('actNotAllowed');
  point(tx, mergedId, survivorId);
  setDetails(tx, survivorId, after);
  const { lastInsertRowid } = prepared(
    tx,
    'INSERT INTO merges (survivorId, mergedId, mergedAt, before, after) VALUES (?, ?, ?, ?, ?)',
  ).run(survivorId, mergedId, at, JSON.stringify(survivor.details), JSON.stringify(after));
  return { id: Number(lastInsertRowid), survivorId, mergedId, mergedAt: at, before: survivor.details, after };
}

/**
 * Takes the newest merge of a survivor apart: both records are as they were, except what a later form has said of the
 * survivor. Throws notFound, or unmergeLaterFirst when a later merge stands on this one.
 */
export function unmergeCitizens(tx: Writer, id: number, at: string): Merge {
  const merge = standing(tx, 'id = ?', id)[0];
  if (!merge) throw new AppError('notFound', { what: 'merge' });
  if (mergesOf(tx, merge.survivorId)[0]?.id !== id) throw new AppError('unmergeLaterFirst');
  const { details, mergedInto } = getCitizen(tx, merge.survivorId);
  if (mergedInto !== null) throw new AppError('unmergeLaterFirst');
  setDetails(tx, merge.survivorId, takenBack(details, merge));
  point(tx, merge.mergedId, null);
  prepared(tx, 'UPDATE merges SET undoneAt = ? WHERE id = ?').run(at, id);
  return merge;
}

/** Standing merges into a record, newest first. */
export function mergesOf(db: Reader, survivorId: number): Merge[] {
  return standing(db, 'survivorId = ?', survivorId);
}

function standing(db: Reader, condition: 'id = ?' | 'survivorId = ?', id: number): Merge[] {
  return prepared<Omit<Merge, 'before' | 'after'> & { before: string; after: string }>(
    db,
    `SELECT id, survivorId, mergedId, mergedAt, before, after FROM merges
     WHERE ${condition} AND undoneAt IS NULL ORDER BY id DESC`,
  )
    .all(id)
    .map(({ before, after, ...rest }) => ({ ...rest, before: JSON.parse(before), after: JSON.parse(after) }));
}

/** Field by field: what the merge set goes back, what came after it stays. */
function takenBack(details: Applicant, { before, after }: Merge): Applicant {
  const entries = Object.entries(before).map(([field, value]) => {
    const key = field as keyof Applicant;
    return [field, details[key] === after[key] ? value : details[key]];
  });
  return Object.fromEntries(entries) as Applicant;
}

function setDetails(tx: Writer, id: number, details: Applicant): void {
  prepared(tx, 'UPDATE citizens SET details = ? WHERE id = ?').run(JSON.stringify(details), id);
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
