import { createHash } from 'node:crypto';
import { type CaseEvent, type CaseState, fold } from '../../../shared/domain/case-flow.ts';
import { lateOnOf } from '../../../shared/domain/case-tally.ts';
import type { Applicant } from '../../../shared/domain/intake.ts';
import { fold as foldText, nameSortKey } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { DuplicateHint } from '../../../shared/views.ts';
import type { Reader, Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { moveTally } from '../figures/tallies.ts';
import { isFoldedRow, missingOrUnfolded } from '../folded-rows.ts';
import { canonicalJson, entriesOf } from '../journal.ts';
import { insertRow, updateRow } from '../rows.ts';
import { digitsBackwards, indexNames, matchNames } from './search.ts';

/**
 * The row of a case: the columns of its fold that lists, search and figures ask for. Papers, the day-by-day trace
 * and everything else stay in the journal and are read one case at a time.
 */
function columnsOf(state: CaseState) {
  const { applicant, procedure, holder, appointment, custody } = state;
  const { saved } = appointment;
  return {
    citizenId: state.citizenId,
    caseCode: state.caseCode,
    codeTail: digitsBackwards(state.caseCode),
    slipCode: state.slipCode,
    year: state.year,
    volume: state.volume,
    serial: state.serial,
    status: state.status,
    channel: state.channel,
    receivedAt: state.receivedAt,
    registeredAt: state.registeredAt,
    acceptedAt: state.acceptedAt,
    dueAt: state.dueAt,
    measuredDueAt: state.measuredDueAt,
    workDueAt: workDueAt(state),
    promisedAt: state.promisedAt,
    noAppointment: appointment.promisedAt === undefined || state.promisedAt === null ? 0 : 1,
    savedDays: saved === undefined || saved.kind === 'hours' ? 0 : saved.value,
    endedAt: state.endedAt,
    timeliness: state.timeliness,
    limitKind: appointment.limit.kind,
    procedureCode: procedure.code,
    procedureShortName: procedure.shortName,
    field: procedure.field,
    applicantName: applicant.name,
    nameSortKey: nameSortKey(applicant.name),
    idNumber: applicant.idNumber,
    birthOn: applicant.birthOn,
    phone: applicant.phone,
    phoneTail: applicant.phone === null ? null : digitsBackwards(applicant.phone),
    holderId: holder.id,
    holderName: holder.name,
    nationalCode: state.nationalCode,
    visits: state.visits,
    originalsHeld: custody.items
      .filter(({ returnedAt }) => returnedAt === null)
      .reduce((sum, { originals }) => sum + originals, 0),
    shelf: custody.shelf,
    mayStopFrom: state.supplements.at(-1)?.mayStopFrom ?? null,
    extendedTo: state.extension?.to ?? null,
    setAsideAt: state.setAside?.at ?? null,
    batchId: state.batch?.id ?? null,
    point: state.point ?? '',
    digitised: flagOf(state.digitised),
    digitalResult: flagOf(state.digitalResult),
    fullOnline: flagOf(state.fullOnline),
    lateOn: lateOnOf({ ...state, limitKind: appointment.limit.kind }),
    contentVersion: state.contentVersion,
    erasedArea: state.erased?.area ?? null,
    version: state.version,
  };
}

type Columns = ReturnType<typeof columnsOf>;

/** Null where nobody said. */
function flagOf(told: boolean | null): 0 | 1 | null {
  return told === null ? null : told ? 1 : 0;
}

/**
 * What the counter works towards: the answer to a dossier that was only filed; our own part of an inter-agency case while
 * it is with us; else the appointment (rules §4.6).
 */
function workDueAt(state: CaseState): string | null {
  const { status, agency, endedAt, dueAt, appointment } = state;
  if (status === 'registered') return state.answerDueAt ?? null;
  return agency === null && endedAt === null ? (appointment.ownDueAt ?? dueAt) : dueAt;
}

/** The form that a case came from: its own key, and what it held. */
export interface Form {
  key: string;
  content: unknown;
}

function hashOf({ content }: Form): Buffer {
  return createHash('sha256').update(canonicalJson(content)).digest();
}

/** Stores a new case, the fold of its first event, and answers its id. */
export function insertCase(tx: Writer, form: Form, state: CaseState): number {
  const columns = columnsOf(state);
  const id = insertRow(tx, 'cases', { formKey: form.key, formHash: hashOf(form), ...columns });
  moveTally(tx, null, columns);
  indexNames(tx, id, namesOf(state));
  return id;
}

/** Stores a case that was read out of a damaged register, as it was numbered there. The monthly sums are left to the caller. */
export function putBackCase(
  tx: Writer,
  row: { id: number; formKey: string; formHash: Buffer },
  state: CaseState,
): void {
  insertRow(tx, 'cases', { ...row, ...columnsOf(state) });
  indexNames(tx, row.id, namesOf(state));
}

/** Stores a case that an emergency register received, with its part of the monthly sums. */
export function insertMergedCase(
  tx: Writer,
  row: { id: number; formKey: string; formHash: Buffer },
  state: CaseState,
): void {
  putBackCase(tx, row, state);
  moveTally(tx, null, columnsOf(state));
}

/**
 * Stores the fold after an event: what changed of it, so that the indexes of all other columns are left alone. Names are
 * indexed again when a correction changed them. Answers whether the monthly sums had to be summed again, because they did not
 * hold the case.
 */
export function updateCase(tx: Writer, id: number, before: CaseState, state: CaseState): boolean {
  const [was, columns] = [columnsOf(before), columnsOf(state)];
  const changed = Object.entries(columns).filter(([name, value]) => value !== was[name as keyof Columns]);
  updateRow(tx, 'cases', id, Object.fromEntries(changed));
  const isRebuilt = moveTally(tx, was, columns);
  if (namesOf(before).join() !== namesOf(state).join()) indexNames(tx, id, namesOf(state));
  return isRebuilt;
}

function namesOf({ applicant, submitter, erased }: CaseState): string[] {
  if (erased) return [];
  return submitter ? [applicant.name, submitter.name] : [applicant.name];
}

/** The fold of the case's events, up to one of the journal where `lastSeq` names it; throws notFound. */
export function getCase(db: Reader, id: number, lastSeq: number | null = null): CaseState {
  const events = eventsOf(db, id)
    .filter(({ seq }) => lastSeq === null || seq <= lastSeq)
    .map(({ event }) => event);
  if (events.length === 0) throw new AppError('notFound', { what: 'case' });
  return fold(events);
}

/**
 * The case that a form already made, so that a repeated call makes no second one. `isSame` is false when the key comes
 * with other content: that is another form, and must not be taken for received.
 */
export function findCaseByForm(db: Reader, form: Form): { id: number; isSame: boolean } | undefined {
  const row = prepared<{ id: number; formHash: Buffer }>(
    db,
    'SELECT id, formHash FROM cases WHERE formKey = ?',
  ).get(form.key);
  return row && { id: row.id, isSame: row.formHash.equals(hashOf(form)) };
}

/** The key of the form that a case came from; one of a list has a key that is no form's own. */
export function formKeyOf(db: Reader, id: number): string {
  return prepared<{ formKey: string }>(db, 'SELECT formKey FROM cases WHERE id = ?').get(id)?.formKey ?? '';
}

export function isCodeTaken(db: Reader, caseCode: string): boolean {
  return prepared(db, 'SELECT 1 FROM cases WHERE caseCode = ?').get(caseCode) !== undefined;
}

/** The case's events in the order they happened. */
export function eventsOf(db: Reader, id: number): { seq: number; event: CaseEvent }[] {
  return entriesOf(db, `case:${id}`)
    .filter(({ kind }) => kind.startsWith('case.'))
    .map(({ seq, data }) => ({ seq, event: data as CaseEvent }));
}

/** The device that a case was taken in at, as a door tells it; empty where the counter itself made it. */
export const deskOfCase = (db: Reader, id: number): string =>
  entriesOf(db, `case:${id}`).find(({ kind }) => kind.startsWith('case.'))?.device ?? '';

/** Ids of cases whose row is missing or differs from the fold of their events: none, unless somebody wrote past the door. */
export function findUnfoldedCases(db: Reader): number[] {
  const kinds = { table: 'cases', subject: 'case', firstKinds: ['case.received', 'case.registered'] };
  return missingOrUnfolded(db, kinds, (row) => {
    const events = eventsOf(db, row.id).map(({ event }) => event);
    return events.length > 0 && isFoldedRow(row, columnsOf(fold(events)));
  });
}

/**
 * Cases of the same person under the same procedure that are open or were received since a day, newest first, at most 5. The
 * person is known by identity number; where one has none, by telephone, or by name unless the birth dates differ.
 */
export function findDuplicates(
  db: Reader,
  person: { idNumber: string | null; name: string; birthOn: string | null; phone: string | null },
  procedureCode: string,
  since: string,
): DuplicateHint[] {
  const { idNumber, birthOn, phone } = person;
  const wanted = foldText(person.name);
  const rows = prepared<
    DuplicateHint & Pick<Applicant, 'idNumber' | 'birthOn' | 'phone'> & { applicantName: string }
  >(
    db,
    `SELECT id, caseCode, status, receivedAt, procedureShortName, idNumber, birthOn, phone, applicantName FROM cases
     WHERE id IN (SELECT id FROM cases WHERE idNumber = @idNumber UNION SELECT id FROM cases WHERE phone = @phone
                  UNION SELECT value FROM json_each(@named))
       AND procedureCode = @procedureCode AND (receivedAt >= @since OR endedAt IS NULL) ORDER BY id DESC LIMIT 100`,
  ).all({
    idNumber,
    phone,
    named: JSON.stringify(matchNames(db, person.name, 100)),
    procedureCode,
    since,
  });
  const isSamePerson = (row: (typeof rows)[number]) => {
    if (idNumber !== null && row.idNumber !== null) return row.idNumber === idNumber;
    if (phone !== null && row.phone === phone) return true;
    if (foldText(row.applicantName) !== wanted) return false;
    return birthOn === null || row.birthOn === null || row.birthOn === birthOn;
  };
  return rows
    .filter(isSamePerson)
    .slice(0, 5)
    .map(({ id, caseCode, status, receivedAt, procedureShortName }) => ({
      id,
      caseCode,
      status,
      receivedAt,
      procedureShortName,
    }));
}
