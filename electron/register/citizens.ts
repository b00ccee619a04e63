import { digitsOf, fewestNumberDigits } from '../../shared/domain/digits.ts';
import type { Applicant } from '../../shared/domain/intake.ts';
import { fold, words } from '../../shared/domain/text.ts';
import type { CitizenHint } from '../../shared/views.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { matchNames } from './search.ts';

interface CitizenRow {
  id: number;
  details: string;
  lastCaseAt: string;
  caseCount: number;
}

const toHint = (row: CitizenRow): CitizenHint => ({
  id: row.id,
  applicant: JSON.parse(row.details) as Applicant,
  lastCaseAt: row.lastCaseAt,
  caseCount: row.caseCount,
});

/**
 * Keeps the applicant for the next form: the person with this identity number, or a new one. What this form left
 * empty stays as it was known. Without a number
 * nobody can be told apart for certain, so each case has a person of its own.
 */
export function rememberCitizen(tx: Writer, applicant: Applicant, at: string): number {
  const known =
    applicant.idNumber === null
      ? undefined
      : prepared<CitizenRow>(tx, 'SELECT * FROM citizens WHERE idNumber = ?').get(applicant.idNumber);
  if (known) {
    const details = JSON.stringify({ ...JSON.parse(known.details), ...given(applicant) });
    prepared(
      tx,
      'UPDATE citizens SET details = ?, lastCaseAt = ?, caseCount = caseCount + 1 WHERE id = ?',
    ).run(details, at, known.id);
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

/**
 * People who came before, newest first, at most 8: by the first six or more digits of identity number or telephone (in
 * one ward nearly everybody shares the first three), or by name.
 */
export function findCitizens(db: Reader, text: string): CitizenHint[] {
  const digits = digitsOf(text);
  const rows = digits === undefined ? byName(db, text) : byNumber(db, digits);
  return rows.map(toHint);
}

function byNumber(db: Reader, digits: string): CitizenRow[] {
  if (digits.length < fewestNumberDigits) return [];
  const range = { from: digits, to: `${digits}:` };
  return prepared<CitizenRow>(
    db,
    `SELECT * FROM citizens WHERE id IN (
       SELECT id FROM (SELECT id FROM citizens WHERE idNumber >= @from AND idNumber < @to LIMIT 50)
       UNION SELECT id FROM (SELECT id FROM citizens WHERE phone >= @from AND phone < @to LIMIT 50))
     ORDER BY lastCaseAt DESC LIMIT 8`,
  ).all(range);
}

function byName(db: Reader, text: string): CitizenRow[] {
  if (words(fold(text)).join('').length < 2) return [];
  const caseIds = matchNames(db, text, 40);
  const seen = new Map<number, CitizenRow>();
  for (const id of caseIds) {
    const row = prepared<CitizenRow>(
      db,
      'SELECT citizens.* FROM cases JOIN citizens ON citizens.id = cases.citizenId WHERE cases.id = ?',
    ).get(id);
    if (row && !seen.has(row.id)) seen.set(row.id, row);
    if (seen.size === 8) break;
  }
  return [...seen.values()];
}
