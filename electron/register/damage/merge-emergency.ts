import { type CaseEvent, fold } from '../../../shared/domain/case-flow.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { addPerson, setPersonActive } from '../accounts/people.ts';
import { findClosing, openVolume } from '../cases/books.ts';
import { insertMergedCase } from '../cases/cases.ts';
import { rememberCitizen } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { passRange } from '../counters.ts';
import { appendEntry, entriesOf, type JournalRow } from '../journal.ts';
import { insertRow } from '../rows.ts';
import { idsBehind, type MergedIds, translated, translatedSubject } from './merged-ids.ts';

/**
 * Brings what was received in an emergency register into the register: cases, their acts, payments, shifts, slips and notices, each
 * under the number that is on paper, each entry of their journal once more in the order it was written, at the time and in the name
 * it was written. All of it or nothing, in the transaction of `tx`; whoever calls has made sure that nothing clashes.
 */
export function mergeEmergency(
  tx: Writer,
  source: Reader,
): { entries: number; cases: number; payments: number } {
  tx.pragma('defer_foreign_keys = ON');
  const ids = idsOf(tx, source);
  for (const { year } of prepared<{ year: number }>(source, 'SELECT DISTINCT year FROM cases').all())
    openVolume(tx, year, firstReceived(source, year));
  const entries = mergeJournal(tx, source, ids);
  for (const row of prepared<{ id: number; formKey: string; formHash: Buffer }>(
    source,
    'SELECT id, formKey, formHash FROM cases ORDER BY id',
  ).all()) {
    const id = ids.case.get(row.id) ?? 0;
    const events = entriesOf(tx, `case:${id}`).filter(({ kind }) => kind.startsWith('case.'));
    insertMergedCase(tx, { ...row, id }, fold(events.map(({ data }) => data as CaseEvent)));
  }
  // Money before the shifts it went through: into a closed one nothing may come.
  mergeRows(tx, source, 'payments', ids.payment, ids);
  mergeRows(tx, source, 'moneyMoves', null, ids);
  mergeShifts(tx, source, ids);
  mergeRows(tx, source, 'batches', ids.batch, ids);
  mergeRows(tx, source, 'notices', ids.notice, ids);
  mergeRows(tx, source, 'printJobs', ids.printJob, ids);
  passNumbers(tx, source);
  return { entries, cases: ids.case.size, payments: ids.payment.size };
}

function idsOf(tx: Writer, source: Reader): MergedIds {
  const behind = (table: string) => idsBehind(tx, source, table);
  const person = peopleOf(tx, source);
  return {
    person,
    citizen: citizensOf(tx, source),
    case: behind('cases'),
    payment: behind('payments'),
    shift: shiftsOf(tx, source, person),
    batch: behind('batches'),
    notice: behind('notices'),
    printJob: behind('printJobs'),
    lastPaymentId: prepared<{ id: number | null }>(tx, 'SELECT max(id) AS id FROM payments').get()?.id ?? 0,
  };
}

/** The same people, by id and name or else by name; who came to the office in the emergency comes as somebody who left. */
function peopleOf(tx: Writer, source: Reader): Map<number, number> {
  const list = (db: Reader) =>
    prepared<{ id: number; name: string; title: string; roles: string }>(
      db,
      'SELECT id, name, title, roles FROM people ORDER BY id',
    ).all();
  const known = list(tx);
  return new Map(
    list(source).map(({ id, name, title, roles }) => {
      const same = known.find((one) => one.id === id && one.name === name);
      const found = same ?? known.find((one) => one.name === name);
      if (found) return [id, found.id];
      const added = addPerson(tx, { name, title, roles: JSON.parse(roles) });
      setPersonActive(tx, added, false);
      return [id, added];
    }),
  );
}

/** People of cases: by their number the record that is here; without one each a record of his own. */
function citizensOf(tx: Writer, source: Reader): Map<number, number> {
  return new Map(
    prepared<{ id: number; details: string; lastCaseAt: string }>(
      source,
      'SELECT id, details, lastCaseAt FROM citizens ORDER BY id',
    )
      .all()
      .map(({ id, details, lastCaseAt }) => [
        id,
        rememberCitizen(tx, JSON.parse(details) as Applicant, lastCaseAt),
      ]),
  );
}

/** An open shift goes on in the one that its cashier has open here: it is one drawer. */
function shiftsOf(tx: Writer, source: Reader, people: ReadonlyMap<number, number>): Map<number, number> {
  const ids = idsBehind(tx, source, 'shifts');
  const open = prepared<{ id: number; personId: number }>(
    source,
    'SELECT id, personId FROM shifts WHERE closedAt IS NULL',
  ).all();
  for (const { id, personId } of open) {
    const here = prepared<{ id: number }>(
      tx,
      'SELECT id FROM shifts WHERE personId = ? AND closedAt IS NULL',
    ).get(people.get(personId));
    if (here) ids.set(id, here.id);
  }
  return ids;
}

const isJoined = (tx: Writer, id: number | undefined): boolean =>
  prepared(tx, 'SELECT 1 FROM shifts WHERE id = ?').get(id ?? 0) !== undefined;

function mergeJournal(tx: Writer, source: Reader, ids: MergedIds): number {
  let count = 0;
  for (const row of prepared<JournalRow>(source, 'SELECT * FROM journal ORDER BY seq').iterate()) {
    const subject = translatedSubject(row.subject, ids);
    if (subject === null) continue;
    if (row.kind === 'shift.opened' && isJoined(tx, Number(subject.slice('shift:'.length)))) continue;
    const { at, device, kind } = row;
    const personId = row.personId === null ? null : (ids.person.get(row.personId) ?? null);
    const data = translated(JSON.parse(row.data), ids);
    appendEntry(tx, {
      at,
      personId,
      device,
      kind,
      subject,
      data: kind.startsWith('slip.') ? jobsOf(data, ids) : data,
    });
    count += 1;
  }
  return count;
}

/** Of slips the journal names the jobs. */
function jobsOf(data: unknown, { printJob }: MergedIds): unknown {
  const told = data as { id?: number; ids?: number[] };
  return {
    ...told,
    ...(told.id !== undefined && { id: printJob.get(told.id) ?? told.id }),
    ...(told.ids !== undefined && { ids: told.ids.map((id) => printJob.get(id) ?? id) }),
  };
}

type Row = Record<string, string | number | Buffer | null>;

/** Rows as they are, under their ids here; `own` null: whichever ids come. */
function mergeRows(
  tx: Writer,
  source: Reader,
  table: string,
  own: ReadonlyMap<number, number> | null,
  ids: MergedIds,
): void {
  for (const { id, ...row } of prepared<Row>(source, `SELECT * FROM ${table} ORDER BY id`).all()) {
    const { confirmedBy, subject, data, ...rest } = row;
    const subjectHere = subject === undefined ? null : translatedSubject(String(subject), ids);
    // A slip of what is not brought along, as a ticket of the queue.
    if (subject !== undefined && subject !== '' && subjectHere === null) continue;
    const moved = translated(rest, ids) as Row;
    if (confirmedBy !== undefined)
      moved.confirmedBy = confirmedBy === null ? null : (ids.person.get(Number(confirmedBy)) ?? null);
    if (subject !== undefined) moved.subject = subjectHere ?? '';
    if (data !== undefined) moved.data = JSON.stringify(translated(JSON.parse(String(data)), ids));
    insertRow(tx, table, own === null ? moved : { id: own.get(Number(id)) ?? 0, ...moved });
  }
}

function mergeShifts(tx: Writer, source: Reader, ids: MergedIds): void {
  for (const row of prepared<Row>(source, 'SELECT * FROM shifts ORDER BY id').all()) {
    const id = ids.shift.get(Number(row.id)) ?? 0;
    if (isJoined(tx, id)) continue;
    const closing =
      row.closing === null || row.closing === undefined
        ? null
        : JSON.stringify(translated(JSON.parse(String(row.closing)), ids));
    const personId = ids.person.get(Number(row.personId)) ?? null;
    insertRow(tx, 'shifts', { ...row, id, personId, closing });
  }
  for (const row of prepared<Row>(source, 'SELECT * FROM reopenedClosings').all()) {
    const closing = JSON.stringify(translated(JSON.parse(String(row.closing)), ids));
    insertRow(tx, 'reopenedClosings', { ...row, shiftId: ids.shift.get(Number(row.shiftId)) ?? 0, closing });
  }
}

/** Numbers of the book and of notes that are on paper now: whoever counts up to them passes over them. */
function passNumbers(tx: Writer, source: Reader): void {
  const ranges = prepared<{ name: string; first: number; last: number }>(
    source,
    `SELECT 'book:' || year AS name, min(serial) AS first, max(serial) AS last FROM cases GROUP BY year
     UNION ALL SELECT 'note:' || substr(head, 1, length(head) - 1), min(CAST(substr(noteNo, length(head) + 1) AS INTEGER)),
       max(CAST(substr(noteNo, length(head) + 1) AS INTEGER))
     FROM (SELECT noteNo, rtrim(noteNo, '0123456789') AS head FROM payments WHERE noteNo IS NOT NULL) GROUP BY head`,
  ).all();
  for (const { name, first, last } of ranges) passRange(tx, name, first, last);
}

function firstReceived(source: Reader, year: number): string {
  return (
    prepared<{ at: string | null }>(source, 'SELECT min(receivedAt) AS at FROM cases WHERE year = ?').get(
      year,
    )?.at ?? ''
  );
}

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
