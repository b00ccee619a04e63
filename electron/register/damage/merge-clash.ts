import { findClosing } from '../cases/books.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** What stands in the way of bringing an emergency register in. */

/** Whether a number of the emergency stands in the register already, or a form came in both. */
export function hasClash(db: Reader, source: Reader): boolean {
  const has = (sql: string, ...values: unknown[]) => prepared(db, sql).get(...values) !== undefined;
  const cases = prepared<{
    caseCode: string;
    slipCode: string;
    year: number;
    serial: number;
    formKey: string;
  }>(source, 'SELECT caseCode, slipCode, year, serial, formKey FROM cases').all();
  const notes = prepared<{ noteNo: string }>(
    source,
    'SELECT noteNo FROM payments WHERE noteNo IS NOT NULL',
  ).all();
  const matters = ['subjectRequests', 'feedbackCases'].flatMap((table) =>
    prepared<{ code: string; formKey: string }>(source, `SELECT code, formKey FROM ${table}`)
      .all()
      .map((one) => ({ table, ...one })),
  );
  const lists = prepared<{ kind: string; year: number; number: number }>(
    source,
    'SELECT kind, year, number FROM batches',
  ).all();
  return (
    cases.some(
      ({ caseCode, slipCode, year, serial, formKey }) =>
        has('SELECT 1 FROM cases WHERE caseCode = ?', caseCode) ||
        has('SELECT 1 FROM cases WHERE slipCode = ?', slipCode) ||
        has('SELECT 1 FROM cases WHERE year = ? AND serial = ?', year, serial) ||
        has('SELECT 1 FROM cases WHERE formKey = ?', formKey),
    ) ||
    notes.some(({ noteNo }) => has('SELECT 1 FROM payments WHERE noteNo = ?', noteNo)) ||
    matters.some(({ table, code, formKey }) =>
      has(`SELECT 1 FROM ${table} WHERE code = ? OR formKey = ?`, code, formKey),
    ) ||
    lists.some(({ kind, year, number }) =>
      has('SELECT 1 FROM batches WHERE kind = ? AND year = ? AND number = ?', kind, year, number),
    )
  );
}

/** Whether a case of it belongs into a year that is closed. */
export const isInClosedBook = (db: Reader, source: Reader): boolean =>
  prepared<{ year: number }>(source, 'SELECT DISTINCT year FROM cases')
    .all()
    .some(({ year }) => findClosing(db, year) !== undefined);
