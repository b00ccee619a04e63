import { type CaseEvent, fold } from '../../../shared/domain/case-flow.ts';
import { openVolume } from '../cases/books.ts';
import { insertMergedCase } from '../cases/cases.ts';
import { prepared, type Reader, type Writer } from '../connection.ts';
import { passRange, raiseCounter } from '../counters.ts';
import { baseOf, rangesGiven } from '../emergency-range.ts';
import { appendEntry, entriesOf, type JournalRow } from '../journal.ts';
import { beginRestriction, endRestriction } from '../privacy/restrictions.ts';
import { digitalEntryHere, digitalPeopleOf, ownSubject, standDigital } from './merge-digital.ts';
import { citizensOf, peopleOf } from './merge-people.ts';
import { mergeRatings } from './merge-ratings.ts';
import { isJoined, mergeRows, mergeShifts, shiftsOf } from './merge-rows.ts';
import { idsBehind, type MergedIds, translated, translatedSubject } from './merged-ids.ts';
import { findSameForms, isOfSameForm, type SameForms } from './same-forms.ts';

interface Merged {
  entries: number;
  cases: number;
  payments: number;
}

/** What a merge walks through, one step a row; people of cases and of digital support twice, the second time to tie them together. */
const walked = [
  ...['journal', 'cases', 'citizens', 'citizens', 'digitalPeople', 'digitalPeople', 'payments', 'moneyMoves'],
  ...[
    'batches',
    'notices',
    'printJobs',
    'subjectRequests',
    'breaches',
    'feedbackCases',
    'ratings',
    'ratingCodes',
  ],
];

/** How many steps a merge takes at most. */
export const stepsOfMerge = (source: Reader): number =>
  prepared<{ n: number }>(
    source,
    `SELECT ${walked.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')} AS n`,
  ).get()?.n ?? 0;

/**
 * Brings what was received in an emergency register into the register: cases, their acts, payments, shifts, slips, notices,
 * feedback, ratings, digital support, requests about one's own data and breaches, each under the number that is on paper, each
 * entry of their journal once more in the order it was written, at the time and in the name it was written. All of it or nothing,
 * in the transaction of `tx`, yielding the steps that are done; whoever calls has made sure that nothing clashes.
 */
export function* mergeEmergency(tx: Writer, source: Reader): Generator<number, Merged> {
  tx.pragma('defer_foreign_keys = ON');
  const steps = merging(tx, source);
  for (let done = 1; ; done += 1) {
    const step = steps.next();
    if (step.done) return step.value;
    yield done;
  }
}

function* merging(tx: Writer, source: Reader): Generator<void, Merged> {
  const ids = yield* idsOf(tx, source);
  for (const { year } of prepared<{ year: number }>(source, 'SELECT DISTINCT year FROM cases').all())
    openVolume(tx, year, firstReceived(source, year));
  const entries = yield* mergeJournal(tx, source, ids);
  for (const row of prepared<{ id: number; formKey: string; formHash: Buffer }>(
    source,
    'SELECT id, formKey, formHash FROM cases ORDER BY id',
  ).all()) {
    const id = ids.case.get(row.id) ?? 0;
    const events = entriesOf(tx, `case:${id}`).filter(({ kind }) => kind.startsWith('case.'));
    insertMergedCase(tx, { ...row, id }, fold(events.map(({ data }) => data as CaseEvent)));
    yield;
  }
  // Money before the shifts it went through: into a closed one nothing may come.
  yield* mergeRows(tx, source, 'payments', ids.payment, ids);
  yield* mergeRows(tx, source, 'moneyMoves', null, ids);
  mergeShifts(tx, source, ids);
  yield* mergeRows(tx, source, 'batches', ids.batch, ids);
  yield* mergeRows(tx, source, 'notices', ids.notice, ids);
  yield* mergeRows(tx, source, 'printJobs', ids.printJob, ids);
  yield* mergeRows(tx, source, 'subjectRequests', ids.subjectRequest, ids);
  yield* mergeRows(tx, source, 'breaches', ids.breach, ids);
  yield* mergeRows(tx, source, 'feedbackCases', ids.feedback, ids);
  yield* mergeRatings(tx, source, ids);
  yield* standDigital(tx, source, ids);
  passNumbers(tx, source);
  return { entries, cases: ids.case.size, payments: ids.payment.size };
}

function* idsOf(tx: Writer, source: Reader): Generator<void, MergedIds> {
  const behind = (table: string) => idsBehind(tx, source, table);
  const same = findSameForms(tx, source);
  const person = peopleOf(tx, source);
  const citizen = yield* citizensOf(tx, source);
  return {
    same,
    person,
    citizen,
    ...(yield* digitalPeopleOf(tx, source, citizen)),
    case: behind('cases'),
    payment: behind('payments'),
    shift: shiftsOf(tx, source, person),
    batch: behind('batches'),
    notice: newNotices(tx, source, same),
    printJob: behind('printJobs'),
    subjectRequest: behind('subjectRequests'),
    breach: behind('breaches'),
    feedback: behind('feedbackCases'),
    lastPaymentId: prepared<{ id: number | null }>(tx, 'SELECT max(id) AS id FROM payments').get()?.id ?? 0,
  };
}

function newNotices(tx: Writer, source: Reader, { notices }: SameForms): Map<number, number> {
  const ids = idsBehind(tx, source, 'notices');
  for (const { id, formKey } of prepared<{ id: number; formKey: string }>(
    source,
    'SELECT id, formKey FROM notices',
  ).all())
    if (notices.has(formKey)) ids.delete(id);
  return ids;
}

/** Answers how many entries were told. */
function* mergeJournal(tx: Writer, source: Reader, ids: MergedIds): Generator<void, number> {
  let entries = 0;
  const keepsName = ids.hasDigital ? isOwnSubject : isOfRatings;
  for (const row of prepared<JournalRow>(source, 'SELECT * FROM journal ORDER BY seq').iterate()) {
    if (mergeEntry(tx, row, ids, keepsName)) entries += 1;
    yield;
  }
  return entries;
}

const isOfRatings = (subject: string): boolean => subject.startsWith('ratings:');
const isOwnSubject = (subject: string): boolean => isOfRatings(subject) || ownSubject.test(subject);

/** What a drawer began with: one that goes on in another began with that one's. */
const startOfDrawer = new Set(['shift.opened', 'shift.floatChanged']);

/** Answers whether it is brought along. @param keepsName whether a subject is called the same here. */
function mergeEntry(
  tx: Writer,
  row: JournalRow,
  ids: MergedIds,
  keepsName: (subject: string) => boolean,
): boolean {
  const { at, device, kind } = row;
  const subject = keepsName(row.subject) ? row.subject : translatedSubject(row.subject, ids);
  if (subject === null || (startOfDrawer.has(kind) && isJoined(tx, Number(subject.slice('shift:'.length)))))
    return false;
  const data = translated(JSON.parse(row.data), ids);
  if (isOfSameForm({ subject, kind, data }, ids.same)) return false;
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

/** Numbers that are on paper now: whoever counts up to them passes over them. Serials that an import brought go as its own do. */
function passNumbers(tx: Writer, source: Reader): void {
  for (const { name, first, last } of rangesGiven(source)) passRange(tx, name, first, last);
  const imported = prepared<{ year: number; serial: number }>(
    source,
    'SELECT year, max(serial) AS serial FROM cases WHERE serial <= ? GROUP BY year',
  ).all(baseOf(source));
  for (const { year, serial } of imported) raiseCounter(tx, `book:${year}`, serial);
}

function firstReceived(source: Reader, year: number): string {
  return (
    prepared<{ at: string | null }>(source, 'SELECT min(receivedAt) AS at FROM cases WHERE year = ?').get(
      year,
    )?.at ?? ''
  );
}
