import type { Applicant } from '../../../shared/domain/intake.ts';
import { maskIdNumber } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CitizenHint } from '../../../shared/views.ts';
import type { CitizenRow } from '../../../shared/views-people.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { linkCitizen } from '../digital/digital-links.ts';
import { isRestricted } from '../privacy/restrictions.ts';

/**
 * A record is of one kind and identity number, or of one case without a number, whether merged or not: a form belongs to the
 * record of its own kind and number and stays there. `own` is what the forms of this record said. A merge lays a person over
 * records: `details` is that person as the clerk chose, told anew by each later form under any of his records; without a
 * merge it is `own`. Taking a merge apart removes its layer and nothing else, so each record has exactly what was said under
 * its own number.
 */
export interface Citizen {
  id: number;
  details: Applicant;
  own: Applicant;
  lastCaseAt: string;
  /** Cases of this record alone; none, when its last one was corrected away from it. */
  caseCount: number;
  mergedInto: number | null;
}

/** The record as stored; throws notFound. */
export function getCitizen(db: Reader, id: number): Citizen {
  const row = prepared<Omit<Citizen, 'details' | 'own'> & { own: string; details: string }>(
    db,
    `SELECT id, details AS own, lastCaseAt, mergedInto,
       (SELECT count(*) FROM cases WHERE citizenId = citizens.id) AS caseCount,
       coalesce((SELECT details FROM merges WHERE survivorId = citizens.id AND undoneAt IS NULL
         ORDER BY id DESC LIMIT 1), details) AS details
     FROM citizens WHERE id = ?`,
  ).get(id);
  if (!row) throw new AppError('notFound', { what: 'citizen' });
  return { ...row, own: JSON.parse(row.own), details: JSON.parse(row.details) };
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

/** False once the last case of a person was corrected to be somebody else's. */
export function hasCases(db: Reader, { id, caseCount }: Citizen): boolean {
  return caseCount > 0 || countsOf(db, id).caseCount > 0;
}

/** A person whom a form may mean: the number masked. */
export function hintOf(db: Reader, { id, details }: Citizen): CitizenHint {
  const { idNumber } = details;
  const maskedIdNumber = idNumber === null ? null : maskIdNumber(idNumber);
  return { id, applicant: { ...details, idNumber: null }, maskedIdNumber, ...countsOf(db, id) };
}

/** A person for a list: the number masked. */
export function rowOf(db: Reader, { id, details }: Citizen): CitizenRow {
  const { idNumber, ...rest } = details;
  return {
    id,
    ...rest,
    maskedIdNumber: idNumber === null ? null : maskIdNumber(idNumber),
    ...countsOf(db, id),
    isRestricted: isRestricted(db, id),
  };
}

/** The living people of this number, at most one of each kind; a citizen before an organisation. */
export function findByIdNumber(db: Reader, idNumber: string): Citizen[] {
  const rows = prepared<{ id: number }>(db, 'SELECT id FROM citizens WHERE idNumber = ? ORDER BY kind');
  return livingOf(
    db,
    rows.all(idNumber).map(({ id }) => id),
  );
}

/** The record that the forms of this kind and number belong to. */
export function findRecord(
  db: Reader,
  { kind, idNumber }: Pick<Applicant, 'kind' | 'idNumber'>,
): number | undefined {
  if (idNumber === null) return undefined;
  return prepared<{ id: number }>(db, 'SELECT id FROM citizens WHERE idNumber = ? AND kind = ?').get(
    idNumber,
    kind,
  )?.id;
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
 * Keeps the applicant for the next form: under the record of this kind and number, or a new one. What this form left
 * empty stays as it was known, and a form older than the person's last one fills only what was empty. Without a number
 * nobody can be told apart for certain, so each case has a record of its own.
 */
export function rememberCitizen(tx: Writer, applicant: Applicant, at: string): number {
  const id = findRecord(tx, applicant);
  if (id === undefined) return insertCitizen(tx, applicant, at);
  const { own, lastCaseAt, caseCount } = getCitizen(tx, id);
  // A record that no case speaks for any more knows nothing that holds against this form.
  const isFirst = caseCount === 0;
  setOwn(tx, id, isFirst ? applicant : told(own, applicant, at < lastCaseAt));
  const newest = countsOf(tx, getLiving(tx, id).id).lastCaseAt;
  for (const layer of layersOf(tx, id)) setLayer(tx, layer.id, told(layer.details, applicant, at < newest));
  setLastCase(tx, id, isFirst || at > lastCaseAt ? at : lastCaseAt);
  return id;
}

export function insertCitizen(tx: Writer, applicant: Applicant, at: string): number {
  const { lastInsertRowid } = prepared(tx, 'INSERT INTO citizens (details, lastCaseAt) VALUES (?, ?)').run(
    JSON.stringify(applicant),
    at,
  );
  linkCitizen(tx, Number(lastInsertRowid), applicant);
  return Number(lastInsertRowid);
}

export function setOwn(tx: Writer, id: number, own: Applicant): void {
  prepared(tx, 'UPDATE citizens SET details = ? WHERE id = ?').run(JSON.stringify(own), id);
  linkCitizen(tx, id, own);
}

export function setLastCase(tx: Writer, id: number, at: string): void {
  prepared(tx, 'UPDATE citizens SET lastCaseAt = ? WHERE id = ?').run(at, id);
}

export function setLayer(tx: Writer, mergeId: number, details: Applicant): void {
  prepared(tx, 'UPDATE merges SET details = ? WHERE id = ?').run(JSON.stringify(details), mergeId);
}

/** The layers that a record is under, as merges: those into it and all that stand on them. */
export function layersOf(db: Reader, recordId: number): { id: number; details: Applicant }[] {
  return prepared<{ id: number; details: string }>(
    db,
    `WITH RECURSIVE up (record, since) AS (
       SELECT ?, 0 UNION ALL
       SELECT survivorId, merges.id FROM up JOIN merges ON mergedId = record AND undoneAt IS NULL)
     SELECT id, details FROM up JOIN merges ON survivorId = record AND id >= since AND undoneAt IS NULL ORDER BY id`,
  )
    .all(recordId)
    .map(({ id, details }) => ({ id, details: JSON.parse(details) }));
}

/** What is known after a form. A number is never told: it names a record, or was chosen in a merge. */
export function told(known: Applicant, applicant: Applicant, isOlder: boolean): Applicant {
  const fields = isOlder ? { ...given(applicant), ...given(known) } : given(applicant);
  const { kind, idNumber } = known;
  return { ...known, ...fields, kind, idNumber: idNumber ?? applicant.idNumber } as Applicant;
}

/** What the form says of the person; empty fields say nothing. */
function given(applicant: Applicant): Partial<Applicant> {
  return Object.fromEntries(
    Object.entries(applicant).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<Applicant>;
}
