import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { fold, words } from '../../../shared/domain/text.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/**
 * Others who go by a person's name, wherever the register has it: who applied, handed in or fetched, households, phản ánh, digital
 * support. What only a name points to may be theirs.
 */

export interface Namesake {
  birthYear: number | null;
  phone: string | null;
}

/** Somebody whom a form names, and what else it says of him. */
interface Named {
  name: string;
  idNumber: string | null;
  phone: string | null;
  /** The record of whoever the case is of. */
  citizenId: number | null;
}

/**
 * Others who applied, handed in for somebody, are of a household or sent a phản ánh. Of whoever only fetched a result
 * `isFetchingSo` knows.
 * @param records of his own.
 */
export function namesakesOf(db: Reader, marks: OwnMarks, records: readonly number[]): Namesake[] {
  const isHe = ({ idNumber, phone, citizenId }: Named): boolean =>
    isKnownAs(marks, idNumber, phone) ?? (citizenId !== null && records.includes(citizenId));
  const beside = besideCases(db, marks).filter((one) => marks.names.has(fold(one.name)) && !isHe(one));
  return [
    ...applicantsOf(db, marks, records),
    ...beside.map(({ phone }) => ({ birthYear: null, phone: phone || null })),
  ];
}

/** Others of the directory, found by the names of cases, which are indexed. */
function applicantsOf(db: Reader, { names }: OwnMarks, records: readonly number[]): Namesake[] {
  const called = prepared<Namesake & { id: number; name: string }>(
    db,
    `SELECT DISTINCT citizens.id, applicantName AS name, CAST(substr(citizens.birthOn, 1, 4) AS INTEGER) AS birthYear,
       citizens.phone FROM cases JOIN citizens ON citizens.id = citizenId
     WHERE nameSortKey >= @key || ' ' AND nameSortKey < @key || '!' AND citizens.kind = 'citizen'`,
  );
  return [...names].flatMap((name) =>
    called
      .all({ key: sortKeyOf(name) })
      .filter((one) => !records.includes(one.id) && names.has(fold(one.name)))
      .map(({ birthYear, phone }) => ({ birthYear, phone })),
  );
}

/** How the sort key of a name begins, that is known without its accents. */
function sortKeyOf(folded: string): string {
  const parts = words(folded);
  return [parts.at(-1) ?? '', ...parts.slice(0, -1)].join(' ');
}

/**
 * Who handed in, is of a household or sent a phản ánh under names that look like these, himself among them. A link that a clerk made is
 * to somebody of the directory.
 */
function besideCases(db: Reader, marks: OwnMarks): Named[] {
  const phrase = phraseOf(marks);
  if (phrase === null) return [];
  return prepared<Named>(
    db,
    `SELECT name, idNumber, phone, citizenId FROM relatives CROSS JOIN json_each(@looks) AS look
     WHERE name LIKE look.value AND coalesce(caseCode, idNumber, phone) IS NOT NULL
     UNION SELECT data ->> '$.sender.name', NULL, data ->> '$.sender.phone', cases.citizenId
     FROM feedbackCases JOIN journal ON subject = 'feedback:' || feedbackCases.id AND kind = 'feedback.received'
       LEFT JOIN cases ON cases.id = caseId CROSS JOIN json_each(@looks) AS look
     WHERE data ->> '$.sender.name' LIKE look.value
     UNION SELECT submitter ->> 'name', submitter ->> 'idNumber', submitter ->> 'phone', citizenId
     FROM (SELECT citizenId, coalesce(data -> '$.submitter', data -> '$.changes.submitter') AS submitter
       FROM caseNames JOIN cases ON cases.id = caseNames.rowid JOIN journal ON subject = 'case:' || cases.id
       WHERE caseNames MATCH @phrase AND journal.kind IN ('case.received', 'case.registered', 'case.corrected'))
     WHERE submitter ->> 'name' <> ''`,
  ).all({ looks: looksOf(marks), phrase });
}

/**
 * Whether a result was ever given to somebody else of this name. It walks through the whole journal, as no index knows who fetched:
 * asked last.
 */
export function isFetchingSo(db: Reader, marks: OwnMarks): boolean {
  const phrase = phraseOf(marks);
  if (phrase === null) return false;
  const fetched = prepared<Omit<Named, 'citizenId'> & { subject: string }>(
    db,
    `SELECT subject, data ->> '$.recipient.name' AS name, data ->> '$.recipient.idNumber' AS idNumber,
       data ->> '$.recipient.phone' AS phone
     FROM journal CROSS JOIN json_each(?) AS look
     WHERE kind = 'case.returned' AND data ->> '$.recipient.name' LIKE look.value`,
  );
  const named = prepared(db, 'SELECT 1 FROM caseNames WHERE caseNames MATCH ? AND rowid = ?');
  return fetched
    .all(looksOf(marks))
    .filter(({ name }) => marks.names.has(fold(name)))
    .some(({ idNumber, phone, subject }) => {
      const isHe = isKnownAs(marks, idNumber, phone);
      // Who applied or handed in fetches without a paper, and was asked about as that.
      return isHe === null ? named.get(phrase, subject.slice('case:'.length)) === undefined : !isHe;
    });
}

/** Whether a number, or else a telephone, is his; null where neither was said. */
function isKnownAs(
  { numbers, contacts }: OwnMarks,
  idNumber: string | null,
  phone: string | null,
): boolean | null {
  if (idNumber) return numbers.has(idNumber);
  return phone ? contacts.has(phone) : null;
}

/** The names as LIKE finds them with any accents: no more than a sieve. */
function looksOf({ names }: OwnMarks): string {
  return JSON.stringify([...names].map((name) => name.replaceAll(/[^bcfghj-np-tvwxz ]/gu, '_')));
}

/** The names as the index of cases finds them, the words of one beside each other; null where there is none. */
function phraseOf({ names }: OwnMarks): string | null {
  const phrases = [...names].map((name) => words(name).join(' ')).filter((name) => name !== '');
  return phrases.length === 0 ? null : `folded : (${phrases.map((name) => `"${name}"`).join(' OR ')})`;
}

/**
 * Whether nobody else in the register goes by this person's name: then a name alone is his.
 * @param records of his in the directory.
 * @param cards of his in digital support.
 */
export function isSoleOfName(
  db: Reader,
  marks: OwnMarks,
  records: readonly number[],
  cards: readonly number[] = [],
): boolean {
  const met = prepared<{ id: number }>(
    db,
    'SELECT id FROM digitalPeople WHERE nameFolded IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify([...marks.names]));
  if (!met.every(({ id }) => cards.includes(id))) return false;
  return namesakesOf(db, marks, records).length === 0 && !isFetchingSo(db, marks);
}
