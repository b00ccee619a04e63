import type { LeftReport } from '../../../shared/domain/reports/identities.ts';
import type { CaseListColumn, ListPart } from '../../../shared/domain/reports/lists.ts';
import { type CaseSetName, caseSets, type Period } from '../../../shared/domain/statistics.ts';
import type { ReportCase } from '../../../shared/views-report.ts';
import { areaOfCase, type Condition } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { setCondition } from './statistics.ts';

/**
 * The cases of named sets as reports list them, and count them by address, which no tally knows; which cases a set holds is said in
 * `statistics.ts` alone.
 */

/** The moment and days of a report. */
export interface ReportMoment {
  period: Period;
  /** Office time. */
  now: string;
}

/** A set by the first part of the applicants' addresses; parts without a case are not told. */
export function countByArea(db: Reader, name: CaseSetName, moment: ReportMoment): Map<string, number> {
  const { sql, values } = conditionOf(name, moment);
  const rows = prepared<{ area: string; n: number }>(
    db,
    `SELECT ${areaOfCase} AS area, count(*) AS n FROM cases WHERE ${sql} GROUP BY 1`,
  ).all(...values);
  return new Map(rows.map(({ area, n }) => [area, n]));
}

/** Only what a list shows is looked up in the journal. */
const lookedUp = {
  address: `(SELECT citizens.details ->> '$.address' FROM citizens WHERE citizens.id = cases.citizenId)`,
  reason: lastOf("'case.withdrawn', 'case.stopped'", '$.reason'),
  tracking: lastOf("'case.returned'", '$.postal.trackingNo'),
} as const satisfies Partial<Record<CaseListColumn, string>>;

function lastOf(kinds: string, path: string): string {
  return `(SELECT data ->> '${path}' FROM journal WHERE subject = 'case:' || cases.id AND kind IN (${kinds})
    AND data ->> '${path}' IS NOT NULL ORDER BY seq DESC LIMIT 1)`;
}

/** How the result went, or else was asked to go. */
const goesByPost = `coalesce(
  CASE WHEN status = 'returned' THEN ${lastOf("'case.returned'", '$.via')} END,
  ${lastOf("'case.corrected'", '$.changes.returnChannel')},
  ${lastOf("'case.received', 'case.registered'", '$.returnChannel')}) = 'postal'`;

function partCondition({ set, byPost }: ListPart, moment: ReportMoment): Condition {
  const { sql, values } = conditionOf(set, moment);
  return { sql: byPost ? `${sql} AND ${goesByPost}` : sql, values };
}

export function countPart(db: Reader, part: ListPart, moment: ReportMoment): number {
  const { sql, values } = partCondition(part, moment);
  return prepared<{ n: number }>(db, `SELECT count(*) AS n FROM cases WHERE ${sql}`).get(...values)?.n ?? 0;
}

export interface PartQuestion {
  part: ListPart;
  moment: ReportMoment;
  columns: readonly CaseListColumn[];
}

/** Cases of a part in the order of their reception, each looked up when it is asked for. */
export function walkPart(
  db: Reader,
  { part, moment, columns }: PartQuestion,
): IterableIterator<Omit<ReportCase, 'part'>> {
  const { sql, values } = partCondition(part, moment);
  const extra = (Object.keys(lookedUp) as (keyof typeof lookedUp)[]).map(
    (name) => `${columns.includes(name) ? lookedUp[name] : 'NULL'} AS ${name}`,
  );
  return prepared<Omit<ReportCase, 'part'>>(
    db,
    `SELECT id, caseCode, applicantName, procedureShortName, channel, receivedAt, dueAt,
       coalesce(measuredDueAt, dueAt) AS countedDueAt, endedAt, status, holderName, phone, ${extra.join(', ')}
     FROM cases WHERE id IN (SELECT id FROM cases WHERE ${sql}) ORDER BY id`,
  ).iterate(...values);
}

/** What an official report said that left last for a period of this last day, when that was over; undefined when none left. */
export function findLeftReport(db: Reader, lastDay: string): LeftReport | undefined {
  return prepared<LeftReport>(
    db,
    `SELECT journal.data ->> '$.left.figures.open' AS open, journal.data ->> '$.left.at' AS at, people.name AS by
     FROM journal JOIN people ON people.id = journal.personId
     WHERE subject = 'list:report' AND journal.data ->> '$.left' IS NOT NULL
       AND journal.data ->> '$.conditions.period.to' = ?
     ORDER BY seq DESC LIMIT 1`,
  ).get(lastDay);
}

function conditionOf(name: CaseSetName, { period, now }: ReportMoment): Condition {
  return setCondition(caseSets[name], period, now);
}
