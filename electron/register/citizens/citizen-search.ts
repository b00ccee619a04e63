import { digitsOf, fewestNumberDigits } from '../../../shared/domain/digits.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { fold, words } from '../../../shared/domain/text.ts';
import { matchNames } from '../cases/search.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { type Citizen, findByIdNumber, findByPhone, getLiving, hasCases, livingOf } from './citizens.ts';

/**
 * People who came before, newest first, at most 8: by the first six or more digits of identity number or telephone (in
 * one ward nearly everybody shares the first three), or by name, with or without a birth year behind it.
 */
export function findCitizens(db: Reader, text: string): Citizen[] {
  const digits = digitsOf(text);
  return digits === undefined ? byName(db, text).slice(0, 8) : byNumber(db, digits);
}

/** The newest people of the register who have a case. */
export function listCitizens(db: Reader, limit: number): Citizen[] {
  const rows = prepared<{ id: number }>(
    db,
    'SELECT id FROM citizens WHERE mergedInto IS NULL ORDER BY lastCaseAt DESC, id DESC LIMIT ?',
  ).all(limit);
  return rows.map(({ id }) => getLiving(db, id)).filter((citizen) => hasCases(db, citizen));
}

export type Recognised = { citizen: Citizen; matched: 'idNumber' | 'phone' | 'name' };

/**
 * Whom a half-filled form may mean, the surest first, at most 3: the same number, the same telephone, the same name
 * without regard to accents and the same birth year.
 */
export function recognise(
  db: Reader,
  person: Pick<Applicant, 'idNumber' | 'phone' | 'name' | 'birthOn'>,
): Recognised[] {
  const { idNumber, phone, name, birthOn } = person;
  const isKnown = (citizen: Citizen) => hasCases(db, citizen);
  const numbered = idNumber === null ? [] : findByIdNumber(db, idNumber).filter(isKnown);
  if (numbered.length > 0) return numbered.map((citizen) => ({ citizen, matched: 'idNumber' }));
  const called = phone === null ? [] : findByPhone(db, phone).filter(isKnown);
  const year = birthOn?.slice(0, 4);
  const named =
    year === undefined ? [] : byName(db, name).filter(({ details }) => isNamed(details, name, year));
  const found = new Map<number, Recognised>();
  for (const citizen of called) found.set(citizen.id, { citizen, matched: 'phone' });
  for (const citizen of named)
    if (!found.has(citizen.id)) found.set(citizen.id, { citizen, matched: 'name' });
  return [...found.values()].slice(0, 3);
}

function isNamed(details: Applicant, name: string, year: string): boolean {
  return fold(details.name) === fold(name) && details.birthOn?.startsWith(year) === true;
}

function byNumber(db: Reader, digits: string): Citizen[] {
  if (digits.length < fewestNumberDigits) return [];
  const range = { from: digits, to: `${digits}:` };
  const rows = prepared<{ id: number }>(
    db,
    `SELECT id FROM citizens WHERE id IN (
       SELECT id FROM (SELECT id FROM citizens WHERE idNumber >= @from AND idNumber < @to LIMIT 50)
       UNION SELECT id FROM (SELECT id FROM citizens WHERE phone >= @from AND phone < @to LIMIT 50))
     ORDER BY lastCaseAt DESC LIMIT 16`,
  ).all(range);
  return livingOf(
    db,
    rows.map(({ id }) => id),
  )
    .filter((citizen) => hasCases(db, citizen))
    .slice(0, 8);
}

function byName(db: Reader, text: string): Citizen[] {
  const [, name = text, year] = /^(.*\S)\s+((?:19|20)\d\d)$/.exec(text.trim()) ?? [];
  const wanted = words(fold(name));
  if (wanted.join('').length < 2) return [];
  const ids: number[] = [];
  for (const caseId of matchNames(db, name, 40)) {
    const row = prepared<{ citizenId: number | null; applicantName: string }>(
      db,
      'SELECT citizenId, applicantName FROM cases WHERE id = ?',
    ).get(caseId);
    // The index holds the submitter's name too.
    const own = words(fold(row?.applicantName ?? ''));
    if (row?.citizenId != null && wanted.every((word) => own.some((part) => part.startsWith(word))))
      ids.push(row.citizenId);
  }
  const people = livingOf(db, ids);
  return year === undefined ? people : people.filter(({ details }) => details.birthOn?.startsWith(year));
}
