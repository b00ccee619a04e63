import { fewestNumberDigits, fewestTailDigits } from '../../../shared/domain/digits.ts';
import { slipCodeIn } from '../../../shared/domain/slip-signature.ts';
import { accentKey, fold, hasAccents, words } from '../../../shared/domain/text.ts';
import type { SearchHit } from '../../../shared/views.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { type CaseRowColumns, caseRowColumns } from './case-row.ts';

/**
 * Finding a case by what a clerk has in hand. Names are indexed twice: folded (any accents or none, đ/d) and
 * with accents, so that exact accents can come first without dropping the others. Never ORDER BY rank, never
 * OFFSET: newest first is the row id.
 */

/** Adds the names of a new case to the index. */
export function indexNames(tx: Writer, caseId: number, names: readonly string[]): void {
  const folded = words(fold(names.join(' '))).join(' ');
  const accented = accentKey(names.join(' '));
  prepared(tx, 'INSERT OR REPLACE INTO caseNames (folded, accented, rowid) VALUES (?, ?, ?)').run(
    folded,
    accented,
    caseId,
  );
}

/** Ids of cases whose names hold every typed word, in any order: exact accents first, newest first; none for a text without words. */
export function matchNames(db: Reader, text: string, limit: number): number[] {
  const typed = words(fold(text));
  if (typed.length === 0) return [];
  const statement = prepared<{ rowid: number }>(
    db,
    'SELECT rowid FROM caseNames WHERE caseNames MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const folded = statement.all(matchOf('folded', typed), limit).map(({ rowid }) => rowid);
  if (!hasAccents(text)) return folded;
  const exact = statement
    .all(matchOf('accented', accentKey(text).split(' ')), limit)
    .map(({ rowid }) => rowid);
  return [...new Set([...exact, ...folded])].slice(0, limit);
}

/** Each word is a quoted FTS5 string, so nothing typed is query language; the last may be half typed. */
function matchOf(column: 'folded' | 'accented', tokens: readonly string[]): string {
  return `${column} : (${tokens.map((token) => `"${token}"`).join(' AND ')} *)`;
}

type Match = SearchHit['matched'];

/** The one search box: case code or its last digits, slip code, identity number, telephone or its last
 * digits, or a name. */
export function searchCases(
  db: Reader,
  text: string,
  limit: number,
): (CaseRowColumns & { phone: string | null; matched: Match })[] {
  const found = new Map<number, Match>();
  const add = (ids: readonly number[], matched: Match) => {
    for (const id of ids) if (!found.has(id)) found.set(id, matched);
  };
  // A scanned slip is looked up by its code; what its signature is worth is said elsewhere.
  const typed = slipCodeIn(text);
  const digits = typed.replaceAll(/\D/g, '');
  const looksNumeric = digits.length >= fewestTailDigits && !/\p{L}{2,}/u.test(text.normalize('NFC'));
  if (looksNumeric) {
    add(byCode(db, typed.trim(), digits, limit), 'code');
    add(byTail(db, 'phoneTail', digits, limit), 'phone');
    if (digits.length >= fewestNumberDigits) {
      add(byPrefix(db, 'idNumber', digits, limit), 'idNumber');
      add(byPrefix(db, 'phone', digits, limit), 'phone');
    }
  } else {
    add(matchNames(db, text, limit), 'name');
  }
  return [...found].slice(0, limit).flatMap(([id, matched]) => {
    const row = prepared<CaseRowColumns & { phone: string | null }>(
      db,
      `SELECT ${caseRowColumns}, phone FROM cases WHERE id = ?`,
    ).get(id);
    return row ? [{ ...row, matched }] : [];
  });
}

/** Whole code, slip code, or the digits a code ends with ("0007", "250424-0007"). */
function byCode(db: Reader, text: string, digits: string, limit: number): number[] {
  const whole = prepared<{ id: number }>(
    db,
    'SELECT id FROM cases WHERE caseCode = @text UNION SELECT id FROM cases WHERE slipCode = @text',
  ).all({ text: text.toUpperCase() });
  if (whole.length > 0) return whole.map(({ id }) => id);
  return byTail(db, 'codeTail', digits, limit);
}

/** Codes or telephones that end with these digits. */
function byTail(db: Reader, column: 'codeTail' | 'phoneTail', digits: string, limit: number): number[] {
  const tail = digitsBackwards(digits);
  const sql =
    column === 'codeTail'
      ? 'SELECT id FROM cases WHERE codeTail >= ? AND codeTail < ? ORDER BY id DESC LIMIT ?'
      : 'SELECT id FROM cases WHERE phoneTail >= ? AND phoneTail < ? ORDER BY id DESC LIMIT ?';
  return prepared<{ id: number }>(db, sql)
    .all(tail, `${tail}:`, limit)
    .map(({ id }) => id);
}

function byPrefix(db: Reader, column: 'idNumber' | 'phone', digits: string, limit: number): number[] {
  const sql =
    column === 'idNumber'
      ? 'SELECT id FROM cases WHERE idNumber >= ? AND idNumber < ? ORDER BY id DESC LIMIT ?'
      : 'SELECT id FROM cases WHERE phone >= ? AND phone < ? ORDER BY id DESC LIMIT ?';
  return prepared<{ id: number }>(db, sql)
    .all(digits, `${digits}:`, limit)
    .map(({ id }) => id);
}

/** Digits backwards: "ends with" becomes a range of an index. */
export function digitsBackwards(text: string): string {
  return [...text.replaceAll(/\D/g, '')].reverse().join('');
}
