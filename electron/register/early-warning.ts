import type { StatisticsScope } from '../../shared/domain/statistics.ts';
import { type Condition, isOpen } from './conditions.ts';
import type { Reader } from './connection.ts';
import { prepared } from './connection.ts';
import { scopeCondition } from './statistics.ts';

/** What early warning learns from, and what it warns of. Days 'YYYY-MM-DD'. */
export interface CaseDays {
  procedureCode: string;
  field: string;
  holderId: number;
  receivedOn: string;
  /** The date that every figure counts by; null without one of days: a limit of hours is no early matter. */
  dueOn: string | null;
  endedOn: string | null;
}

/** Of a case that is open; `dueOn` is also null while its clock stands still. */
export interface OpenCaseDays extends CaseDays {
  id: number;
  isInScope: 0 | 1;
}

/** So many of the newest are enough of a history, and quick to read. */
const mostCases = 40_000;

const dayOf = (column: string) =>
  `CASE WHEN limitKind NOT IN ('hours', 'none') THEN substr(${column}, 1, 10) END`;

/** Cases that came to a result since a day, the newest first; read from an index alone. */
export function listFinishedDays(db: Reader, since: string): CaseDays[] {
  const rows = prepared<[string, string, number, string, string | null, string]>(
    db,
    `SELECT procedureCode, field, holderId, substr(acceptedAt, 1, 10), ${dayOf('coalesce(measuredDueAt, dueAt)')}, substr(endedAt, 1, 10)
     FROM cases WHERE endedAt >= ? AND acceptedAt IS NOT NULL AND status NOT IN ('withdrawn', 'stopped')
     ORDER BY endedAt DESC LIMIT ?`,
  ).raw();
  return (rows.all(since, mostCases) as [string, string, number, string, string | null, string][]).map(
    ([procedureCode, field, holderId, receivedOn, dueOn, endedOn]) => ({
      procedureCode,
      field,
      holderId,
      receivedOn,
      dueOn,
      endedOn,
    }),
  );
}

/** Everything that is open and was accepted, by holder or not; whose cases are asked for is marked. */
export function listOpenDays(db: Reader, scope: StatisticsScope): OpenCaseDays[] {
  const whose: Condition = scopeCondition(scope);
  // The plus keeps SQLite from walking everything that ever was accepted.
  return prepared<OpenCaseDays>(
    db,
    `SELECT id, procedureCode, field, holderId, substr(acceptedAt, 1, 10) AS receivedOn,
       ${dayOf('measuredDueAt')} AS dueOn, NULL AS endedOn, (${whose.sql}) AS isInScope
     FROM cases WHERE ${isOpen} AND +acceptedAt IS NOT NULL`,
  ).all(...whose.values);
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
