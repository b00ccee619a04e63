import type { Applicant } from '../../shared/domain/intake.ts';
import { maskIdNumber } from '../../shared/domain/text.ts';
import { AppError } from '../../shared/errors.ts';
import type { CitizenHint } from '../../shared/views.ts';
import type { CitizenRow } from '../../shared/views-people.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** A person's record. One that is `mergedInto` another keeps its own cases and details; readers follow it. */
export interface Citizen {
  id: number;
  details: Applicant;
  lastCaseAt: string;
  caseCount: number;
  mergedInto: number | null;
}

/** The record as stored; throws notFound. */
export function getCitizen(db: Reader, id: number): Citizen {
  const row = prepared<Omit<Citizen, 'details'> & { details: string }>(
    db,
    'SELECT id, details, lastCaseAt, caseCount, mergedInto FROM citizens WHERE id = ?',
  ).get(id);
  if (!row) throw new AppError('notFound', { what: 'citizen' });
  return { ...row, details: JSON.parse(row.details) };
}

/** The record that a person goes on under: itself, or the last one it was merged into. Throws notFound. */
export function getLiving(db: Reader, id: number): Citizen {
  let citizen = getCitizen(db, id);
  while (citizen.mergedInto !== null) citizen = getCitizen(db, citizen.mergedInto);
  return citizen;
}

/** Ids of all records of a person, the living one first. */
export function recordsOf(db: Reader, livingId: number): number[] {
  return prepared<{ id: number }>(
    db,
    `WITH RECURSIVE records (id) AS (
       SELECT ? UNION ALL SELECT citizens.id FROM records JOIN citizens ON citizens.mergedInto = records.id)
     SELECT id FROM records`,
  )
    .all(livingId)
    .map(({ id }) => id);
}

/** Cases and last visit of all records of a person. */
function countsOf(db: Reader, livingId: number): Pick<Citizen, 'caseCount' | 'lastCaseAt'> {
  const records = recordsOf(db, livingId).map((id) => getCitizen(db, id));
  return {
    caseCount: records.reduce((sum, { caseCount }) => sum + caseCount, 0),
    lastCaseAt:
      records
        .map(({ lastCaseAt }) => lastCaseAt)
        .sort()
        .at(-1) ?? '',
  };
}

/** A person for a form to be filled with. */
export function hintOf(db: Reader, { id, details }: Citizen): CitizenHint {
  return { id, applicant: details, ...countsOf(db, id) };
}

/** A person for a list: the number masked. */
export function rowOf(db: Reader, { id, details }: Citizen): CitizenRow {
  const { idNumber, ...rest } = details;
  return {
    id,
    ...rest,
    maskedIdNumber: idNumber === null ? null : maskIdNumber(idNumber),
    ...countsOf(db, id),
  };
}

/** The living person who has, or had before a merge, this number. */
export function findByIdNumber(db: Reader, idNumber: string): Citizen | undefined {
  const row = prepared<{ id: number }>(
    db,
    `SELECT id, 0 AS rank FROM citizens WHERE idNumber = @idNumber AND mergedInto IS NULL
     UNION ALL SELECT id, 1 FROM citizens WHERE idNumber = @idNumber AND mergedInto IS NOT NULL
     UNION ALL SELECT survivorId, 2 FROM merges WHERE formerIdNumber = @idNumber AND undoneAt IS NULL
     ORDER BY rank LIMIT 1`,
  ).get({ idNumber });
  return row && getLiving(db, row.id);
}

/** The newest living people who have this telephone. */
export function findByPhone(db: Reader, phone: string): Citizen[] {
  const rows = prepared<{ id: number }>(
    db,
    'SELECT id FROM citizens WHERE phone = ? ORDER BY lastCaseAt DESC LIMIT 20',
  ).all(phone);
  return livingOf(
    db,
    rows.map(({ id }) => id),
  );
}

/** The people behind some records, each once, in their order. */
export function livingOf(db: Reader, ids: readonly number[]): Citizen[] {
  const people = new Map<number, Citizen>();
  for (const id of ids) {
    const living = getLiving(db, id);
    if (!people.has(living.id)) people.set(living.id, living);
  }
  return [...people.values()];
}

/**
 * Keeps the applicant for the next form: the person with this identity number, or a new one. What this form left
 * empty stays as it was known, and a form older than the person's last one fills only what was empty. Without a number
 * nobody can be told apart for certain, so each case has a person of its own.
 */
export function rememberCitizen(tx: Writer, applicant: Applicant, at: string): number {
  const known = applicant.idNumber === null ? undefined : findByIdNumber(tx, applicant.idNumber);
  if (known) {
    const isOlder = at < countsOf(tx, known.id).lastCaseAt;
    const told = isOlder
      ? { ...given(applicant), ...given(known.details) }
      : { ...known.details, ...given(applicant) };
    // A number from before a merge leads here, and does not come back as the person's own.
    const details = { ...known.details, ...told, idNumber: known.details.idNumber };
    prepared(
      tx,
      'UPDATE citizens SET details = ?, lastCaseAt = max(lastCaseAt, ?), caseCount = caseCount + 1 WHERE id = ?',
    ).run(JSON.stringify(details), at, known.id);
    return known.id;
  }
  const { lastInsertRowid } = prepared(
    tx,
    'INSERT INTO citizens (details, lastCaseAt, caseCount) VALUES (?, ?, 1)',
  ).run(JSON.stringify(applicant), at);
  return Number(lastInsertRowid);
}

/** What the form says of the person; empty fields say nothing. */
function given(applicant: Applicant): Partial<Applicant> {
  return Object.fromEntries(
    Object.entries(applicant).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<Applicant>;
}
