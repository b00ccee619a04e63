import { prepared, type Reader } from './connection.ts';
import { lostKind } from './damage/rejoined-journal.ts';
import { canonicalJson } from './journal.ts';

/**
 * Rows that are kept as they were written, held against what the journal told of them: the ids that differ, in either of the two.
 * Nothing, unless somebody wrote past the door. Of a register whose journal was put together again with entries lost nothing is
 * said: a row may be all that is left of what happened.
 */

export interface Told {
  id: number;
  kind: string;
  personId: number | null;
  data: Record<string, unknown>;
}

interface ShiftAsTold {
  personId: number | null;
  openedAt: unknown;
  floatVnd: unknown;
  closedAt: unknown;
  closing: unknown;
  reopened: { number: unknown; closedAt: unknown; closing: unknown; reopening: unknown }[];
}

/** Drawers: who opened them with how much, what was found at each closing, and why one was opened again. */
export function findUntoldShifts(db: Reader): number[] {
  const told = new Map<number, ShiftAsTold>();
  for (const { id, kind, personId, data } of toldOf(db, 'shift')) {
    const { at: openedAt, floatVnd } = data;
    if (kind === 'shift.opened')
      told.set(id, { personId, openedAt, floatVnd, closedAt: null, closing: null, reopened: [] });
    const shift = told.get(id);
    if (shift === undefined) continue;
    if (kind === 'shift.floatChanged') shift.floatVnd = data.toVnd;
    if (kind === 'shift.closed') Object.assign(shift, { closedAt: data.closedAt, closing: data });
    if (kind === 'shift.reopened') {
      const { closedAt, closing } = shift;
      shift.reopened.push({ number: data.number, closedAt, closing, reopening: reopeningIn(data) });
      Object.assign(shift, { closedAt: null, closing: null });
    }
  }
  const before = prepared<{ number: number; closedAt: string; closing: string; reopening: string }>(
    db,
    'SELECT number, closedAt, closing, reopening FROM reopenedClosings WHERE shiftId = ? ORDER BY number',
  );
  const stored = prepared<ShiftAsTold & { id: number; closing: string | null }>(
    db,
    'SELECT id, personId, openedAt, floatVnd, closedAt, closing FROM shifts',
  ).all();
  return differing(
    db,
    [...told],
    stored.map(({ id, closing, ...row }) => [
      id,
      {
        ...row,
        closing: closing === null ? null : JSON.parse(closing),
        reopened: before.all(id).map((one) => ({
          ...one,
          closing: JSON.parse(one.closing),
          reopening: reopeningIn(JSON.parse(one.reopening)),
        })),
      },
    ]),
  );
}

const reopeningIn = ({ at, by, approver, reason }: Record<string, unknown>) => ({ at, by, approver, reason });

/** What citizens were told. Of an erased one neither text nor form are left in the journal. */
export function findUntoldNotices(db: Reader): number[] {
  const told = new Map(
    toldOf(db, 'notice')
      .filter(({ kind }) => kind === 'notice.sent')
      .map(({ id, personId, data }) => {
        const { formKey, caseId, occasion, channel, text, at } = data;
        return [id, { formKey, caseId, occasion, channel, text, at, personId }] as const;
      }),
  );
  const stored = prepared<{ id: number; formKey: string; text: string }>(
    db,
    'SELECT id, formKey, caseId, occasion, channel, text, at, personId FROM notices',
  ).all();
  return differing(
    db,
    [...told],
    stored.map(({ id, formKey, ...row }) => [
      id,
      { ...row, formKey: told.get(id)?.formKey === '' ? '' : formKey },
    ]),
  );
}

/** Breaches of personal data, as they were written down last. */
export function findUntoldBreaches(db: Reader): number[] {
  const told = new Map<number, { content: unknown; version: number }>();
  for (const { id, kind, data } of toldOf(db, 'breach'))
    if (kind === 'breach.saved') told.set(id, { content: data, version: (told.get(id)?.version ?? 0) + 1 });
  const stored = prepared<{ id: number; content: string; version: number }>(
    db,
    'SELECT id, content, version FROM breaches',
  ).all();
  return differing(
    db,
    [...told],
    stored.map(({ id, content, version }) => [id, { content: JSON.parse(content), version }]),
  );
}

/**
 * Lists: of what kind, whose, of which cases, and since the journal tells that, under which number and title, and when. Their notes
 * stand in no entry.
 */
export function findUntoldLists(db: Reader): number[] {
  const told = new Map<number, ListAsTold>();
  for (const { id, kind, personId, data } of toldOf(db, 'batch')) {
    const { caseIds, number, title, at } = data;
    const act = kind.slice('batch.'.length);
    const head = typeof at === 'string' ? { number, title, at, year: Number(at.slice(0, 4)) } : null;
    told.set(id, { act, personId, caseIds, head });
  }
  const stored = prepared<{ id: number; kind: string; personId: number; data: string } & ListHead>(
    db,
    "SELECT id, kind, personId, data, number, data ->> '$.title' AS title, at, year FROM batches",
  ).all();
  return differing(
    db,
    [...told],
    stored.map(({ id, kind, personId, data, ...head }) => [
      id,
      {
        act: kind === 'bulkReception' ? 'received' : kind,
        personId,
        caseIds: JSON.parse(data).caseIds,
        head: told.get(id)?.head === null ? null : head,
      },
    ]),
  );
}

interface ListHead {
  number: unknown;
  title: unknown;
  at: unknown;
  year: number;
}

interface ListAsTold {
  act: string;
  personId: number | null;
  caseIds: unknown;
  /** Null where the journal did not tell it yet. */
  head: ListHead | null;
}

/** What the journal says of all things of a kind, oldest first. */
export const toldOf = (db: Reader, thing: string): Told[] =>
  prepared<Omit<Told, 'data'> & { data: string }>(
    db,
    `SELECT CAST(substr(subject, @from) AS INTEGER) AS id, kind, personId, data FROM journal
     WHERE subject GLOB @subjects AND kind GLOB @kinds ORDER BY seq`,
  )
    .all({ from: thing.length + 2, subjects: `${thing}:*`, kinds: `${thing}.*` })
    .map(({ data, ...entry }) => ({ ...entry, data: JSON.parse(data) }));

type ById = readonly (readonly [id: number, row: unknown])[];

function differing(db: Reader, told: ById, stored: ById): number[] {
  const texts = (rows: ById) => new Map(rows.map(([id, row]) => [id, canonicalJson(row)]));
  const [expected, found] = [texts(told), texts(stored)];
  const ids = [...new Set([...expected.keys(), ...found.keys()])].filter(
    (id) => expected.get(id) !== found.get(id),
  );
  return ids.length > 0 && isTorn(db) ? [] : ids;
}

const isTorn = (db: Reader): boolean =>
  prepared(db, "SELECT 1 FROM journal WHERE subject = 'journal' AND kind = ?").get(lostKind) !== undefined;
