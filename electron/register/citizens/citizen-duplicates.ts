import { fold } from '../../../shared/domain/text.ts';
import type { DuplicatePair } from '../../../shared/views-people.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { areToldApart } from './citizen-merges.ts';
import { type Citizen, livingOf } from './citizens.ts';

interface PairFound {
  why: DuplicatePair['why'];
  first: Citizen;
  second: Citizen;
}

const mostPairs = 100;
/** So many digits may be mistyped before two whole identity numbers mean two people. */
const mistypedDigits = 2;

/**
 * Living records that may be of one person: the same number but for its spelling, the same telephone and name, or the same
 * name and birth date; surest first, at most 100. Two whole identity numbers that differ in more than two digits are two people.
 */
export function findDuplicatePairs(db: Reader): PairFound[] {
  const found = new Map<string, PairFound>();
  const add = (why: PairFound['why'], ids: readonly number[], isOne: (a: Citizen, b: Citizen) => boolean) => {
    const people = livingOf(db, ids);
    for (const [index, first] of people.entries()) {
      for (const second of people.slice(index + 1)) {
        const key = `${Math.min(first.id, second.id)} ${Math.max(first.id, second.id)}`;
        if (found.size >= mostPairs || found.has(key) || !isOne(first, second)) continue;
        if (!areToldApart(db, first, second)) found.set(key, { why, first, second });
      }
    }
  };
  for (const ids of sameNumbers(db)) add('idNumber', ids, isOneKind);
  for (const ids of namesakes(db, 'phone')) add('phone', ids, mayBeOne);
  for (const ids of namesakes(db, 'birthOn')) add('birth', ids, mayBeOne);
  return [...found.values()];
}

/** Ids of living records that share a telephone or birth date, and a name without regard to accents. */
function namesakes(db: Reader, column: 'phone' | 'birthOn'): number[][] {
  const rows = prepared<{ id: number; value: string; name: string }>(db, shared[column]).all();
  const people = Map.groupBy(rows, ({ value, name }) => `${value} ${fold(name)}`);
  return [...people.values()].filter(({ length }) => length > 1).map((group) => group.map(({ id }) => id));
}

const shared = {
  phone: `SELECT id, phone AS value, details ->> '$.name' AS name FROM citizens WHERE phone IN
    (SELECT phone FROM citizens WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1)`,
  birthOn: `SELECT id, birthOn AS value, details ->> '$.name' AS name FROM citizens WHERE birthOn IN
    (SELECT birthOn FROM citizens WHERE birthOn IS NOT NULL GROUP BY birthOn HAVING count(*) > 1)`,
};

/** Numbers that are equal once signs and spaces are gone; what the door lets in has none, an import may. */
function sameNumbers(db: Reader): number[][] {
  const spelt = prepared<{ id: number; idNumber: string }>(
    db,
    "SELECT id, idNumber FROM citizens WHERE idNumber IS NOT NULL AND idNumber GLOB '*[^0-9A-Z]*'",
  ).all();
  const bare = prepared<{ id: number }>(db, 'SELECT id FROM citizens WHERE idNumber = ?');
  const byNumber = Map.groupBy(spelt, ({ idNumber }) => idNumber.replaceAll(/[^0-9A-Z]/g, ''));
  return [...byNumber].map(([number, rows]) => [...bare.all(number), ...rows].map(({ id }) => id));
}

function isOneKind(one: Citizen, other: Citizen): boolean {
  return one.details.kind === other.details.kind;
}

function mayBeOne(first: Citizen, second: Citizen): boolean {
  if (!isOneKind(first, second)) return false;
  const [{ details: one }, { details: other }] = [first, second];
  const [a, b] = [one.idNumber ?? '', other.idNumber ?? ''];
  if (a.length !== 12 || b.length !== 12) return true;
  return [...a].filter((digit, index) => digit !== b[index]).length <= mistypedDigits;
}
