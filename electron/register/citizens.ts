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
 * Keeps the applicant for the next form: the person with this identity number, or a new one. Without a number
 * nobody can be told apart for certain, so each case has a person of its own.
 */
export function rememberCitizen(tx: Writer, applicant: Applicant, at: string): number {
  const details = JSON.stringify(applicant);
  const known =
    applicant.idNumber === null
      ? undefined
      : prepared<{ id: number }>(
          tx,
          `UPDATE citizens SET details = ?, lastCaseAt = ?, caseCount = caseCount + 1
           WHERE idNumber = ? RETURNING id`,
        ).get(details, at, applicant.idNumber);
  if (known) return known.id;
  const { lastInsertRowid } = prepared(
    tx,
    'INSERT INTO citizens (details, lastCaseAt, caseCount) VALUES (?, ?, 1)',
  ).run(details, at);
  return Number(lastInsertRowid);
}

/** People who came before, by identity number, telephone (also their last digits) or name; newest first, at most 8. */
export function findCitizens(db: Reader, text: string): CitizenHint[] {
  const digits = text.replaceAll(/\D/g, '');
  const rows =
    digits.length >= 3 && /^[\d\s.+-]+$/.test(text)
      ? prepared<CitizenRow>(
          db,
          `SELECT * FROM citizens WHERE idNumber >= @from AND idNumber < @to
           UNION SELECT * FROM citizens WHERE phone >= @from AND phone < @to
           ORDER BY lastCaseAt DESC LIMIT 8`,
        ).all({ from: digits, to: `${digits}:` })
      : byName(db, text);
  return rows.map(toHint);
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
