import { AppError } from '../../shared/errors.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';
import { isFoldedRow, missingOrUnfolded } from './folded-rows.ts';
import { entriesOf } from './journal.ts';
import { insertRow, type Row, updateRow } from './rows.ts';

/** What every kind of them has: the lists rest on it. */
interface MatterRow extends Row {
  code: string;
  receivedAt: string;
  acknowledgeDueAt: string | null;
  acknowledgedAt: string | null;
  answerDueAt: string | null;
  endedAt: string | null;
}

/** A kind of what the office is told and owes an answer to, that is no dossier. Words of ours, never of an input. */
interface MatterKind<Event, State> {
  table: string;
  /** Word of the journal for one of them. */
  subject: string;
  fold(events: readonly Event[]): State;
  /** What lists ask for; what was said stays in the journal and is read one at a time. */
  columnsOf(state: State): MatterRow;
  /** Columns that only the insertion writes. */
  bornOf?(tx: Writer, state: State): Row;
}

/** The rows of one kind: each the stored fold of its events, with a code, two dates and an end. */
export function mattersOf<Event, State>(kind: MatterKind<Event, State>) {
  const { table, subject, fold, columnsOf, bornOf = () => ({}) } = kind;

  const told = (db: Reader, id: number) => entriesOf(db, `${subject}:${id}`).map(({ data }) => data as Event);
  const ids = (db: Reader, rest: string, ...values: (string | number)[]): number[] =>
    prepared<{ id: number }>(db, `SELECT id FROM ${table} ${rest}`)
      .all(...values)
      .map(({ id }) => id);

  function eventsOf(db: Reader, id: number): Event[] {
    const events = told(db, id);
    if (events.length === 0) throw new AppError('notFound', { what: subject });
    return events;
  }

  const get = (db: Reader, id: number): State => fold(eventsOf(db, id));

  return {
    /** The events of one, oldest first; throws notFound. */
    eventsOf,

    /** Throws notFound. */
    get,

    /** @param formKey of the form it was written down in, which makes one however often it is sent. */
    insert: (tx: Writer, formKey: string, state: State): number =>
      insertRow(tx, table, { formKey, ...bornOf(tx, state), ...columnsOf(state) }),

    update: (tx: Writer, id: number, state: State): void => updateRow(tx, table, id, columnsOf(state)),

    /** Puts one of a damaged register back as its events tell it. */
    putBack: (tx: Writer, id: number): void => {
      const known = prepared<{ formKey: string }>(tx, `SELECT formKey FROM ${table} WHERE id = ?`).get(id);
      prepared(tx, `DELETE FROM ${table} WHERE id = ?`).run(id);
      const state = get(tx, id);
      const formKey = known?.formKey ?? `salvaged:${id}`;
      insertRow(tx, table, { id, formKey, ...bornOf(tx, state), ...columnsOf(state) });
    },

    /** What a form already made. */
    findByForm: (db: Reader, formKey: string): { id: number; code: string } | undefined =>
      prepared<{ id: number; code: string }>(db, `SELECT id, code FROM ${table} WHERE formKey = ?`).get(
        formKey,
      ),

    /** What waits for the office, by what is owed next: the acknowledgement, or the answer. What waits for somebody else comes last. */
    listOpen: (db: Reader, limit: number): number[] =>
      ids(
        db,
        `WHERE endedAt IS NULL ORDER BY answerDueAt IS NULL,
         min(answerDueAt, iif(acknowledgedAt IS NULL, coalesce(acknowledgeDueAt, answerDueAt), answerDueAt)), id LIMIT ?`,
        limit,
      ),

    /** What came to an end, the latest received first. */
    listEnded: (db: Reader, limit: number): number[] =>
      ids(db, 'WHERE endedAt IS NOT NULL ORDER BY receivedAt DESC, id DESC LIMIT ?', limit),

    /** Ids whose row is missing or differs from the fold of its events: none, unless somebody wrote past the door. */
    findUnfolded: (db: Reader): number[] =>
      missingOrUnfolded(db, { table, subject, firstKinds: [`${subject}.received`] }, (row) => {
        const events = told(db, row.id);
        return events.length > 0 && isFoldedRow(row, columnsOf(fold(events)));
      }),
  };
}
