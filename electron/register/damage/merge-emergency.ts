import { type CaseEvent, fold } from '../../../shared/domain/case-flow.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { addPerson, setPersonActive } from '../accounts/people.ts';
import { openVolume } from '../cases/books.ts';
import { insertMergedCase } from '../cases/cases.ts';
import { rememberCitizen } from '../citizens/citizens.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { passRange } from '../counters.ts';
import { appendEntry, entriesOf, type JournalRow } from '../journal.ts';
import { beginRestriction, endRestriction } from '../privacy/restrictions.ts';
import { insertRow } from '../rows.ts';
import {
  bringsDigital,
  digitalEntryHere,
  digitalPeopleOf,
  ownSubject,
  standDigital,
} from './merge-digital.ts';
import { mergeRatings } from './merge-ratings.ts';
import { idsBehind, type MergedIds, translated, translatedSubject } from './merged-ids.ts';

interface Merged {
  entries: number;
  cases: number;
  payments: number;
}

/** How many steps a merge takes. */
export const stepsOfMerge = (source: Reader): number =>
  prepared<{ n: number }>(
    source,
    'SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM cases) AS n',
  ).get()?.n ?? 0;

/**
 * Brings what was received in an emergency register into the register: cases, their acts, payments, shifts, slips, notices, feedback,
 * ratings, digital support, requests about one's own data and breaches, each under the number that is on paper, each entry of their journal once more in the order it
 * was written, at the time and in the name it was written. All of it or nothing, in the transaction of `tx`, yielding the steps that
 * are done; whoever calls has made sure that nothing clashes.
 */
export function* mergeEmergency(tx: Writer, source: Reader): Generator<number, Merged> {
  tx.pragma('defer_foreign_keys = ON');
  const ids = idsOf(tx, source);
  for (const { year } of prepared<{ year: number }>(source, 'SELECT DISTINCT year FROM cases').all())
    openVolume(tx, year, firstReceived(source, year));
  const { entries, seen } = yield* mergeJournal(tx, source, ids);
  let done = seen;
  for (const row of prepared<{ id: number; formKey: string; formHash: Buffer }>(
    source,
    'SELECT id, formKey, formHash FROM cases ORDER BY id',
  ).all()) {
    const id = ids.case.get(row.id) ?? 0;
    const events = entriesOf(tx, `case:${id}`).filter(({ kind }) => kind.startsWith('case.'));
    insertMergedCase(tx, { ...row, id }, fold(events.map(({ data }) => data as CaseEvent)));
    done += 1;
    yield done;
  }
  // Money before the shifts it went through: into a closed one nothing may come.
  const tables = [
    ['payments', ids.payment],
    ['moneyMoves', null],
    ['shifts', null],
    ['batches', ids.batch],
    ['notices', ids.notice],
    ['printJobs', ids.printJob],
    ['subjectRequests', ids.subjectRequest],
    ['breaches', ids.breach],
    ['feedbackCases', ids.feedback],
  ] as const;
  for (const [table, own] of tables) {
    if (table === 'shifts') mergeShifts(tx, source, ids);
    else for (const _ of mergeRows(tx, source, table, own, ids)) yield done;
  }
  mergeRatings(tx, source, ids);
  standDigital(tx, source, ids);
  passNumbers(tx, source);
  return { entries, cases: ids.case.size, payments: ids.payment.size };
}

function idsOf(tx: Writer, source: Reader): MergedIds {
  const behind = (table: string) => idsBehind(tx, source, table);
  const person = peopleOf(tx, source);
  const citizen = citizensOf(tx, source);
  return {
    person,
    citizen,
    ...digitalPeopleOf(tx, source, citizen),
    case: behind('cases'),
    payment: behind('payments'),
    shift: shiftsOf(tx, source, person),
    batch: behind('batches'),
    notice: behind('notices'),
    printJob: behind('printJobs'),
    subjectRequest: behind('subjectRequests'),
    breach: behind('breaches'),
    feedback: behind('feedbackCases'),
    lastPaymentId: prepared<{ id: number | null }>(tx, 'SELECT max(id) AS id FROM payments').get()?.id ?? 0,
  };
}

/** Whom the emergency knew from the register keeps his name; everybody else comes as somebody who left, whatever he is called. */
function peopleOf(tx: Writer, source: Reader): Map<number, number> {
  return new Map(
    staffOf(tx, source).map(({ id, name, title, roles, isKnown }) => {
      if (isKnown) return [id, id];
      const added = addPerson(tx, { name, title, roles: JSON.parse(roles) });
      setPersonActive(tx, added, false);
      return [id, added];
    }),
  );
}

/** Who worked in an emergency. `isKnown`: it took him over from the register, under the id and name he has there; names repeat. */
export function staffOf(db: Reader, source: Reader) {
  const list = (from: Reader) =>
    prepared<{ id: number; name: string; title: string; roles: string }>(
      from,
      'SELECT id, name, title, roles FROM people ORDER BY id',
    ).all();
  const here = new Map(list(db).map(({ id, name }) => [id, name]));
  const added = new Set(
    prepared<{ subject: string }>(source, "SELECT subject FROM journal WHERE kind = 'person.added'")
      .all()
      .map(({ subject }) => subject),
  );
  return list(source).map((one) => ({
    ...one,
    isKnown: here.get(one.id) === one.name && !added.has(`person:${one.id}`),
  }));
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

function* mergeJournal(
  tx: Writer,
  source: Reader,
  ids: MergedIds,
): Generator<number, { entries: number; seen: number }> {
  const told = { entries: 0, seen: 0 };
  const keepsName = bringsDigital(tx, source) ? isOwnSubject : isOfRatings;
  for (const row of prepared<JournalRow>(source, 'SELECT * FROM journal ORDER BY seq').iterate()) {
    if (mergeEntry(tx, row, ids, keepsName)) told.entries += 1;
    told.seen += 1;
    yield told.seen;
  }
  return told;
}

const isOfRatings = (subject: string): boolean => subject.startsWith('ratings:');
const isOwnSubject = (subject: string): boolean => isOfRatings(subject) || ownSubject.test(subject);

/** Answers whether it is brought along. @param keepsName whether a subject is called the same here. */
function mergeEntry(
  tx: Writer,
  row: JournalRow,
  ids: MergedIds,
  keepsName: (subject: string) => boolean,
): boolean {
  const { at, device, kind } = row;
  const subject = keepsName(row.subject) ? row.subject : translatedSubject(row.subject, ids);
  if (subject === null || (kind === 'shift.opened' && isJoined(tx, Number(subject.slice('shift:'.length)))))
    return false;
  const data = translated(JSON.parse(row.data), ids);
  if (subject.startsWith('citizen:') && !mergeRestriction(tx, kind, subject, data)) return false;
  const personId = row.personId === null ? null : (ids.person.get(row.personId) ?? null);
  const told = toldHere(tx, { kind, subject, data }, ids);
  if (told !== null) appendEntry(tx, { ...{ at, personId, device, subject }, ...told });
  return told !== null;
}

function toldHere(
  tx: Writer,
  { kind, subject, data }: { kind: string; subject: string; data: unknown },
  ids: MergedIds,
): { kind: string; data: unknown } | null {
  if (kind.startsWith('slip.')) return { kind, data: jobsOf(data, ids) };
  if (!subject.startsWith('digital:')) return { kind, data };
  return digitalEntryHere(tx, Number(subject.slice('digital:'.length)), { kind, data }, ids);
}

/** Of what was done to people's records only restrictions come, which a request put in force or ended. */
function mergeRestriction(tx: Writer, kind: string, subject: string, data: unknown): boolean {
  const citizenId = Number(subject.slice('citizen:'.length));
  const { requestId = 0, since = '' } = data as { requestId?: number; since?: string };
  if (kind === 'citizen.restricted') return beginRestriction(tx, citizenId, requestId, since);
  return kind === 'citizen.restrictionLifted' && endRestriction(tx, citizenId).length > 0;
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
function* mergeRows(
  tx: Writer,
  source: Reader,
  table: string,
  own: ReadonlyMap<number, number> | null,
  ids: MergedIds,
): Generator<void> {
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
    yield;
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
     FROM (SELECT noteNo, rtrim(noteNo, '0123456789') AS head FROM payments WHERE noteNo IS NOT NULL) GROUP BY head
     UNION ALL SELECT 'subjectRequest:' || substr(code, 4, 4), min(CAST(substr(code, 9) AS INTEGER)), max(CAST(substr(code, 9) AS INTEGER))
     FROM subjectRequests GROUP BY substr(code, 4, 4)
     UNION ALL SELECT 'feedback:' || substr(code, 4, 4), min(CAST(substr(code, 9) AS INTEGER)), max(CAST(substr(code, 9) AS INTEGER))
     FROM feedbackCases GROUP BY substr(code, 4, 4)`,
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
