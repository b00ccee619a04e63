import type { OwnMarks } from '../../../shared/domain/own-data.ts';
import { accentKey, fold, hasAccents, words } from '../../../shared/domain/text.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Others who go by a person's name, in the directory and in digital support: what only a name points to may be theirs. */

export interface Namesake {
  id: number;
  birthYear: number | null;
  phone: string | null;
}

/** Whose names these are: a person's own, in the directory and on cards. */
type Named = Pick<OwnMarks, 'names'>;

/** Others of the directory, found by the names of cases, which are indexed. @param records of his own. */
export function namesakesOf(db: Reader, { names }: Named, records: readonly number[]): Namesake[] {
  const called = prepared<{ id: number; name: string; birthYear: number | null; phone: string | null }>(
    db,
    `SELECT DISTINCT citizens.id, applicantName AS name, CAST(substr(citizens.birthOn, 1, 4) AS INTEGER) AS birthYear,
       citizens.phone FROM cases JOIN citizens ON citizens.id = citizenId
     WHERE nameSortKey >= @key || ' ' AND nameSortKey < @key || '!' AND citizens.kind = 'citizen'`,
  );
  return [...names].flatMap((name) =>
    called
      .all({ key: sortKeyOf(name) })
      .filter((one) => !records.includes(one.id) && names.has(fold(one.name)))
      .map(({ id, birthYear, phone }) => ({ id, birthYear, phone })),
  );
}

/** How the sort key of a name begins, that is known without its accents. */
function sortKeyOf(folded: string): string {
  const parts = words(folded);
  return [parts.at(-1) ?? '', ...parts.slice(0, -1)].join(' ');
}

/**
 * Whether nobody else in the register goes by this person's name: then a name alone is his.
 * @param records of his in the directory.
 * @param cards of his in digital support.
 */
export function isSoleOfName(
  db: Reader,
  named: Named,
  records: readonly number[],
  cards: readonly number[] = [],
): boolean {
  if (namesakesOf(db, named, records).length > 0) return false;
  const met = prepared<{ id: number }>(
    db,
    'SELECT id FROM digitalPeople WHERE nameFolded IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify([...named.names]));
  return met.every(({ id }) => cards.includes(id));
}

/** Whether two spellings may be one name: where either was typed without accents, the other says nothing against it. */
export function isSameName(one: string, other: string): boolean {
  if (hasAccents(one) && hasAccents(other)) return accentKey(one) === accentKey(other);
  return fold(one) === fold(other);
}
