import { findClosing } from '../cases/books.ts';
import { prepared, type Reader } from '../connection.ts';
import { bringsDigital, ownThings } from './merge-digital.ts';

/** What stands in the way of bringing an emergency register in. */

/** Numbers on paper, and forms, that stand in one register alone. What else comes gets a new key, or came in both (`same-forms.ts`). */
const keys: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['cases', 'caseCode'],
  ['cases', 'slipCode'],
  ['cases', 'year', 'serial'],
  ['cases', 'formKey'],
  ['cases', 'nationalCode'],
  ['payments', 'noteNo'],
  ['subjectRequests', 'code'],
  ['subjectRequests', 'formKey'],
  ['feedbackCases', 'code'],
  ['feedbackCases', 'formKey'],
  ['batches', 'kind', 'year', 'number'],
];

/** Whether a number or form of the emergency stands in the register already, or a row of it that was changed in either since. */
export function hasClash(db: Reader, source: Reader): boolean {
  return (
    keys.some(([table, ...columns]) => isThere(db, source, table, columns)) ||
    isReopenedInBoth(db, source) ||
    (bringsDigital(db, source) && hasOwnClash(db, source))
  );
}

/** One statement a key, however many rows come: this is asked whenever the page is opened. */
function isThere(db: Reader, source: Reader, table: string, columns: readonly string[]): boolean {
  const list = prepared<{ list: string }>(
    source,
    `SELECT json_group_array(json_array(${columns.join(', ')})) AS list FROM ${table}
     WHERE ${columns.map((name) => `${name} IS NOT NULL`).join(' AND ')}`,
  ).get()?.list;
  const isSame = columns.map((name, index) => `${table}.${name} = one.value ->> ${index}`);
  return (
    prepared(
      db,
      `SELECT 1 FROM json_each(?) AS one CROSS JOIN ${table} ON ${isSame.join(' AND ')} LIMIT 1`,
    ).get(list) !== undefined
  );
}

/** Whether somebody's drawer is open in both and was opened again in both: its closings are numbered. */
function isReopenedInBoth(db: Reader, source: Reader): boolean {
  const cashiers = (from: Reader) =>
    prepared<{ personId: number }>(
      from,
      'SELECT personId FROM shifts WHERE closedAt IS NULL AND id IN (SELECT shiftId FROM reopenedClosings)',
    ).all();
  const here = new Set(cashiers(db).map(({ personId }) => personId));
  return cashiers(source).some(({ personId }) => here.has(personId));
}

/** Of digital support: the same row is no clash, another under its id is. */
function hasOwnClash(db: Reader, source: Reader): boolean {
  return (
    isThere(db, source, 'campaignEntries', ['id']) ||
    ownThings.some((table) => {
      const here = prepared<{ id: string }>(db, `SELECT * FROM ${table} WHERE id = ?`);
      return prepared<{ id: string }>(source, `SELECT * FROM ${table}`)
        .all()
        .some((row) => {
          const known = here.get(row.id);
          return known !== undefined && JSON.stringify(known) !== JSON.stringify(row);
        });
    })
  );
}

/** Whether a case of it belongs into a year that is closed. */
export const isInClosedBook = (db: Reader, source: Reader): boolean =>
  prepared<{ year: number }>(source, 'SELECT DISTINCT year FROM cases')
    .all()
    .some(({ year }) => findClosing(db, year) !== undefined);
