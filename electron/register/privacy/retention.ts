import { type HoldReason, holdReasons } from '../../../shared/domain/retention.ts';
import { getLiving, recordsOf } from '../citizens/citizens.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { restrictedRecords } from './restrictions.ts';

/** Cases whose time is over, and what holds some of them. */

/** When it is so; the first that is says why a case stays. */
const holds: Record<HoldReason, string> = {
  uncollected: "cases.status = 'resolved'",
  originalsHeld: 'cases.originalsHeld > 0',
  paymentOpen: `EXISTS (SELECT 1 FROM payments WHERE caseId = cases.id AND status IN ('unpaid', 'qrShown'))`,
  feedbackOpen: 'EXISTS (SELECT 1 FROM feedbackCases WHERE caseId = cases.id AND endedAt IS NULL)',
  printing: `EXISTS (SELECT 1 FROM printJobs WHERE caseId = cases.id AND state IN ('queued', 'printing'))`,
  restricted: `cases.citizenId IN ${restrictedRecords}`,
  bookOpen: 'NOT EXISTS (SELECT 1 FROM bookClosings WHERE bookClosings.year = cases.year)',
};
const heldBy = `CASE ${holdReasons.map((reason) => `WHEN ${holds[reason]} THEN '${reason}'`).join(' ')} END`;

interface Asked {
  procedureCode: string;
  /** What ended on this day or before. */
  lastDay: string;
}
const isDue =
  "procedureCode = @procedureCode AND endedAt <= @lastDay || 'T23:59' AND endedAt IS NOT NULL AND erasedArea IS NULL";

/** Of one procedure: how many may be erased, and how many are held by what. */
export function countDue(
  db: Reader,
  asked: Asked,
): { due: number; held: { reason: HoldReason; count: number }[] } {
  const rows = prepared<{ reason: HoldReason | null; count: number }>(
    db,
    `SELECT ${heldBy} AS reason, count(*) AS count FROM cases WHERE ${isDue} GROUP BY 1`,
  ).all(asked);
  return {
    due: rows.find(({ reason }) => reason === null)?.count ?? 0,
    held: rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
  };
}

/** Ids of those that may be erased, the oldest first. */
export function listDue(db: Reader, asked: Asked): number[] {
  return idsOf(db, `${isDue} AND ${heldBy} IS NULL ORDER BY id`, asked);
}

/** Ids of the cases of some citizens' records that still name them: those that may be erased, and the others with what holds them. */
export function casesOfRecords(
  db: Reader,
  records: readonly number[],
): { ids: number[]; held: { id: number; caseCode: string; reason: HoldReason | 'open' }[] } {
  const rows = prepared<{ id: number; caseCode: string; reason: HoldReason | 'open' | null }>(
    db,
    `SELECT id, caseCode, CASE WHEN endedAt IS NULL THEN 'open' ELSE ${heldBy} END AS reason FROM cases
     WHERE citizenId IN (SELECT value FROM json_each(?)) AND erasedArea IS NULL ORDER BY id`,
  ).all(JSON.stringify(records));
  return {
    ids: rows.filter(({ reason }) => reason === null).map(({ id }) => id),
    held: rows.flatMap(({ id, caseCode, reason }) => (reason === null ? [] : [{ id, caseCode, reason }])),
  };
}

const idsOf = (db: Reader, condition: string, values: Asked): number[] =>
  prepared<{ id: number }>(db, `SELECT id FROM cases WHERE ${condition}`)
    .all(values)
    .map(({ id }) => id);

/** What hangs on some cases: counted before anything is erased, in the words of the act. */
export function countBeside(db: Reader, ids: readonly number[]) {
  const set = '(SELECT value FROM json_each(@ids))';
  const asked = { ids: JSON.stringify(ids) };
  const count = (sql: string) => prepared<{ n: number }>(db, sql).get(asked)?.n ?? 0;
  return {
    cases: ids.length,
    payments: count(`SELECT count(*) AS n FROM payments WHERE caseId IN ${set}`),
    feedback: count(`SELECT count(*) AS n FROM feedbackCases WHERE caseId IN ${set}`),
    notices: count(`SELECT count(*) AS n FROM notices WHERE caseId IN ${set}`),
    papers: count(
      `SELECT count(DISTINCT fileName) AS n FROM printJobs WHERE fileName IS NOT NULL AND (caseId IN ${set}
         OR batchId IN (SELECT batches.id FROM batches, json_each(batches.data, '$.caseIds') AS one
           WHERE one.value IN ${set}))`,
    ),
    citizens: countPeople(db, ids),
  };
}

/** How many people go with some cases: those who have no other case under any of their records. */
function countPeople(db: Reader, ids: readonly number[]): number {
  const going = new Set(ids);
  const named = prepared<{ citizenId: number }>(
    db,
    `SELECT DISTINCT citizenId FROM cases WHERE id IN (SELECT value FROM json_each(?)) AND citizenId IS NOT NULL`,
  ).all(JSON.stringify(ids));
  const living = new Set(named.map(({ citizenId }) => getLiving(db, citizenId).id));
  const casesOf = prepared<{ id: number }>(db, 'SELECT id FROM cases WHERE citizenId = ?');
  const goes = (record: number) => casesOf.all(record).every(({ id }) => going.has(id));
  return [...living].filter((person) => recordsOf(db, person).every(goes)).length;
}
