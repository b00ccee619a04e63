import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { type Condition, isOpen } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { scopeCondition } from './statistics.ts';

/** What early warning learns from, and what it warns of. Days 'YYYY-MM-DD'. */
export interface CaseDays {
  id: number;
  procedureCode: string;
  field: string;
  holderId: number;
  receivedOn: string;
  /** The date that every figure counts by; null without one of days: a limit of hours is no early matter. */
  dueOn: string | null;
  /** Its limit is one of days, whether it has a date now or its clock stands still. */
  isOfDays: boolean;
  endedOn: string | null;
  /** It was withdrawn or stopped. */
  isGone: boolean;
  /** So many cases like it. */
  standsFor: number;
}

/** Of a case that is open; `dueOn` is also null while its clock stands still. */
export interface OpenCaseDays extends CaseDays {
  isInScope: boolean;
}

/** Of a procedure so many are read whole; of what the others have together, so many are enough, and quick to read. */
const rareCases = 1_000;
const sampledCases = 20_000;

const isOfDays = "limitKind NOT IN ('hours', 'none')";
const dayOf = (column: string) => `CASE WHEN ${isOfDays} THEN substr(${column}, 1, 10) END`;
const daysOfFinished = `id, procedureCode, field, holderId, substr(acceptedAt, 1, 10),
  ${dayOf('coalesce(measuredDueAt, dueAt)')}, ${isOfDays}, substr(endedAt, 1, 10), status IN ('withdrawn', 'stopped')`;
type FinishedRow = [
  id: number,
  procedureCode: string,
  field: string,
  holderId: number,
  receivedOn: string,
  dueOn: string | null,
  isOfDays: 0 | 1,
  endedOn: string,
  isGone: 0 | 1,
];

/** Cases that ended since a day, read from an index alone: all of them since `wholeSince`; before it some of the frequent ones. */
export function listFinishedDays(db: Reader, since: string, wholeSince: string): CaseDays[] {
  const { step, rare } = stepsSince(db, since);
  const whole = prepared<FinishedRow>(
    db,
    `SELECT ${daysOfFinished} FROM cases WHERE endedAt >= ? AND acceptedAt IS NOT NULL`,
  ).raw();
  // Mixed, because what comes in turns has ids in turns.
  const sampled = prepared<FinishedRow>(
    db,
    `SELECT ${daysOfFinished} FROM cases INDEXED BY casesByEnd
     WHERE endedAt >= ? AND endedAt < ? AND acceptedAt IS NOT NULL
       AND (((id * 2654435761 & 4294967295) >> 8) % ? = 0 OR procedureCode IN (SELECT value FROM json_each(?)))`,
  ).raw();
  const before = sampled.all(since, wholeSince, step, JSON.stringify([...rare])) as FinishedRow[];
  return [
    ...(whole.all(wholeSince) as FinishedRow[]).map((row) => finishedOf(row, 1)),
    ...before.map((row) => finishedOf(row, rare.has(row[1]) ? 1 : step)),
  ];
}

/** Which procedures are read whole, and every how manieth case of the others. */
function stepsSince(db: Reader, since: string): { step: number; rare: ReadonlySet<string> } {
  const counts = prepared<{ code: string; cases: number }>(
    db,
    `SELECT procedureCode AS code, sum(total) AS cases FROM caseTallies
     WHERE grain = 'split' AND receivedIn >= ? GROUP BY procedureCode`,
  ).all(since.slice(0, 7));
  const rare = new Set(counts.filter(({ cases }) => cases <= rareCases).map(({ code }) => code));
  const frequent = counts.reduce((sum, { code, cases }) => sum + (rare.has(code) ? 0 : cases), 0);
  return { step: Math.max(1, Math.ceil(frequent / sampledCases)), rare };
}

function finishedOf(
  [id, procedureCode, field, holderId, receivedOn, dueOn, days, endedOn, gone]: FinishedRow,
  standsFor: number,
): CaseDays {
  return {
    id,
    procedureCode,
    field,
    holderId,
    receivedOn,
    dueOn,
    isOfDays: days === 1,
    endedOn,
    isGone: gone === 1,
    standsFor,
  };
}

/** Everything that is open and was accepted, by holder or not; whose cases are asked for is marked. */
export function listOpenDays(db: Reader, scope: StatisticsScope): OpenCaseDays[] {
  const whose: Condition = scopeCondition(scope);
  type OpenRow = Omit<OpenCaseDays, 'isInScope' | 'isOfDays' | 'endedOn' | 'isGone' | 'standsFor'> & {
    isInScope: 0 | 1;
    isOfDays: 0 | 1;
  };
  // The plus keeps SQLite from walking everything that ever was accepted.
  return prepared<OpenRow>(
    db,
    `SELECT id, procedureCode, field, holderId, substr(acceptedAt, 1, 10) AS receivedOn,
       ${dayOf('measuredDueAt')} AS dueOn, ${isOfDays} AS isOfDays, (${whose.sql}) AS isInScope
     FROM cases WHERE ${isOpen} AND +acceptedAt IS NOT NULL`,
  )
    .all(...whose.values)
    .map((row) => ({
      ...row,
      isInScope: row.isInScope === 1,
      isOfDays: row.isOfDays === 1,
      endedOn: null,
      isGone: false,
      standsFor: 1,
    }));
}

export function countFinishedSince(db: Reader, since: string): number {
  return (
    prepared<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM cases WHERE endedAt >= ? AND acceptedAt IS NOT NULL',
    ).get(since)?.n ?? 0
  );
}

export interface WarnedRow {
  id: number;
  caseCode: string;
  applicantName: string;
  procedureShortName: string;
  holderName: string;
}

export function getWarnedRow(db: Reader, id: number): WarnedRow | undefined {
  return prepared<WarnedRow>(
    db,
    'SELECT id, caseCode, applicantName, procedureShortName, holderName FROM cases WHERE id = ?',
  ).get(id);
}
