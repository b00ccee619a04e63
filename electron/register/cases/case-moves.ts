import type { CaseEventKind } from '../../../shared/domain/case-events.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** Who held a case, and the date it was counted by, while it was open: read from the journal for many cases at once. */
interface MoveOfCase {
  /** 'YYYY-MM-DD'. */
  on: string;
  holderId: number;
  /** Undefined where it never was another than now. */
  dueOn: string | null | undefined;
}

const beginnings = ['received', 'registered'] as const;
const handings = ['handedOver', 'takenBack', 'undone'] as const;
/** They say the new date themselves. */
const datings = [
  'accepted',
  'supplemented',
  'paymentConfirmed',
  'extended',
  'verificationOpened',
  'extraAgreed',
  'appointmentMoved',
  'corrected',
] as const;
const pauses = ['supplementRequested', 'paymentRequested'] as const;
type MovingKind = (typeof beginnings | typeof handings | typeof datings | typeof pauses)[number] &
  CaseEventKind;

const listed = (kinds: readonly CaseEventKind[]) => kinds.map((kind) => `'case.${kind}'`).join(', ');
const allMoving = listed([...beginnings, ...handings, ...datings, ...pauses]);
const names = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);

type Entry = [
  id: number,
  kind: MovingKind,
  on: string,
  personId: number | null,
  toId: number | null,
  dueAt: string | null,
  undoes: string | null,
];
// The date of the first appointment lies in the largest texts of all: it is read where it is asked for.
const columns = (
  firstDueAt: string,
) => `CAST(substr(subject, 6) AS INTEGER), substr(kind, 6), date(at, '+7 hours'), personId,
  CASE kind WHEN 'case.handedOver' THEN data ->> '$.to.id' END,
  CASE WHEN kind = 'case.received' THEN ${firstDueAt}
    WHEN kind = 'case.corrected' THEN iif(data ->> '$.dates' IS NULL, 'kept', data ->> '$.dates.measuredDueAt')
    WHEN kind = 'case.paymentRequested' THEN iif(data ->> '$.pauses', NULL, 'kept')
    WHEN kind IN (${listed(datings)}) THEN data ->> '$.measuredDueAt' END,
  CASE kind WHEN 'case.undone' THEN data ->> '$.undoes' END`;

/**
 * Of cases that were open on a day or received since, by id, oldest first; only of those whose holder or date was not always the
 * same is it sure to be there.
 * @param openBefore cases that were received before the day and not ended on it.
 */
export function readMoves(
  db: Reader,
  since: string,
  openBefore: readonly number[],
): Map<number, MoveOfCase[]> {
  const sinceSeq = firstSeqOf(db, since);
  const scanned = prepared<Entry>(
    db,
    `SELECT ${columns('NULL')} FROM journal WHERE seq >= ? AND kind IN (${allMoving})`,
  ).raw();
  const entries = Map.groupBy(scanned.all(sinceSeq) as Entry[], ([id]) => id);
  const isWhole = ([first, ...later]: Entry[]) =>
    first !== undefined && names(beginnings, first[1]) && later.every(([, kind]) => names(handings, kind));
  const inFull = new Set(openBefore);
  const moves = new Map<number, MoveOfCase[]>();
  for (const [id, own] of entries) {
    if (!isWhole(own)) inFull.add(id);
    else if (!inFull.has(id)) moves.set(id, movesOf(own, false));
  }
  const asked = prepared<Entry>(
    db,
    `SELECT ${columns("data ->> '$.appointment.dueAt'")} FROM journal
     WHERE subject IN (SELECT 'case:' || value FROM json_each(?)) AND kind IN (${allMoving}) ORDER BY seq`,
  ).raw();
  const whole = Map.groupBy(asked.all(JSON.stringify([...inFull])) as Entry[], ([id]) => id);
  for (const [id, own] of whole) moves.set(id, movesOf(own, true));
  return moves;
}

/** The fold of the few facts; an undone act was the last that stood. */
function movesOf(entries: readonly Entry[], hasDates: boolean): MoveOfCase[] {
  const standing: { kind: MovingKind; move: MoveOfCase }[] = [];
  const moves: MoveOfCase[] = [];
  for (const [, kind, on, personId, toId, dueAt, undoes] of entries) {
    if (kind === 'undone') {
      if (standing.at(-1)?.kind !== undoes) continue;
      standing.pop();
      const before = standing.at(-1)?.move;
      if (before) moves.push({ ...before, on });
      continue;
    }
    const before = standing.at(-1)?.move;
    const holds = names(beginnings, kind) || kind === 'takenBack' ? personId : toId;
    const move = {
      on,
      holderId: holds ?? before?.holderId ?? 0,
      dueOn: hasDates ? dueOnAfter(kind, dueAt, on, before?.dueOn ?? null) : undefined,
    };
    standing.push({ kind, move });
    moves.push(move);
  }
  return moves;
}

function dueOnAfter(
  kind: MovingKind,
  dueAt: string | null,
  on: string,
  before: string | null,
): string | null {
  if (names(handings, kind) || dueAt === 'kept') return before;
  // What was late already stays so.
  if (names(pauses, kind)) return before !== null && before < on ? before : null;
  return dueAt === null ? null : dueAt.slice(0, 10);
}

/** The first entry written on a day or after it: entries stand in the order of their time. */
function firstSeqOf(db: Reader, day: string): number {
  const entry = prepared<{ seq: number; on: string }>(
    db,
    'SELECT seq, date(at, \'+7 hours\') AS "on" FROM journal WHERE seq >= ? ORDER BY seq LIMIT 1',
  );
  let low = 1;
  let high =
    (prepared<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM journal').get()?.seq ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = entry.get(middle);
    if (found === undefined || found.on >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}
