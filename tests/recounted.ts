import Database from 'better-sqlite3';
import type { Period } from '../shared/domain/statistics.ts';

/**
 * Reports counted another way: straight SQL over the events of the journal, without a row of a case, a named set or the
 * program's own words for them (rules §6, §11).
 */

/** What stands of each case once undone acts are taken out: an act is undone when the depth falls below its own later on. */
const facts = `
WITH acts AS (
  SELECT seq, subject, kind, data,
    sum(CASE kind WHEN 'case.undone' THEN -1 ELSE 1 END) OVER (PARTITION BY subject ORDER BY seq) AS depth
  FROM journal WHERE kind GLOB 'case.*'),
standing AS (
  SELECT * FROM (SELECT *, min(depth) OVER (PARTITION BY subject ORDER BY seq
    ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS least FROM acts)
  WHERE kind <> 'case.undone' AND least >= depth),
told AS (
  SELECT subject, seq, kind, data ->> '$.at' AS at,
    CASE WHEN kind = 'case.corrected' THEN nullif(json_extract(data, '$.dates'), NULL)
      WHEN json_type(data, '$.appointment') = 'object' THEN data END AS dates,
    kind IN ('case.received', 'case.registered') AS isFirst, data
  FROM standing),
dated AS (
  SELECT subject, seq, dates ->> '$.appointment.dueAt' AS dueAt, dates ->> '$.appointment.limit.kind' AS limitKind,
    CASE WHEN isFirst THEN dates ->> '$.appointment.dueAt' ELSE dates ->> '$.measuredDueAt' END AS measured,
    row_number() OVER (PARTITION BY subject ORDER BY seq DESC) AS newest
  FROM told WHERE dates IS NOT NULL),
waits AS (
  SELECT subject, seq, at, kind, data ->> '$.pauses' AS pauses, row_number() OVER (PARTITION BY subject ORDER BY seq DESC) AS newest
  FROM told WHERE kind IN ('case.supplementRequested', 'case.paymentRequested', 'case.supplemented', 'case.paymentConfirmed')),
known AS (
  SELECT told.subject,
    min(CASE kind WHEN 'case.received' THEN data ->> '$.receivedAt' WHEN 'case.accepted' THEN at
      WHEN 'case.supplemented' THEN at END) AS acceptedAt,
    max(CASE WHEN kind IN ('case.resolved', 'case.withdrawn', 'case.stopped') THEN at END) AS endedAt,
    max(kind = 'case.resolved') AS hasResult, max(kind = 'case.withdrawn') AS isWithdrawn,
    max(kind = 'case.stopped') AS isStopped
  FROM told GROUP BY told.subject),
said AS (
  SELECT subject,
    (SELECT coalesce(data ->> '$.channel', data ->> '$.changes.channel') FROM told AS t WHERE t.subject = known.subject
      AND coalesce(data ->> '$.channel', data ->> '$.changes.channel') IS NOT NULL ORDER BY seq DESC LIMIT 1) AS channel,
    (SELECT coalesce(data ->> '$.procedure.field', data ->> '$.changes.procedure.field') FROM told AS t
      WHERE t.subject = known.subject AND coalesce(data ->> '$.procedure.field', data ->> '$.changes.procedure.field') IS NOT NULL
      ORDER BY seq DESC LIMIT 1) AS field,
    (SELECT coalesce(data ->> '$.procedure.code', data ->> '$.changes.procedure.code') FROM told AS t
      WHERE t.subject = known.subject AND coalesce(data ->> '$.procedure.code', data ->> '$.changes.procedure.code') IS NOT NULL
      ORDER BY seq DESC LIMIT 1) AS code,
    (SELECT data ->> '$.applicant.address' FROM told AS t WHERE t.subject = known.subject AND isFirst) AS address,
    (SELECT data ->> '$.returnChannel' FROM told AS t WHERE t.subject = known.subject AND isFirst) AS asked,
    (SELECT data ->> '$.via' FROM told AS t WHERE t.subject = known.subject AND kind = 'case.returned') AS via
  FROM known)
SELECT CAST(substr(known.subject, 6) AS INTEGER) AS id, acceptedAt, endedAt, hasResult, isWithdrawn, isStopped,
  channel, field, code, address, coalesce(via, asked) AS wayBack, dueAt, limitKind, measured,
  waits.kind = 'case.supplementRequested' AND endedAt IS NULL AS awaits,
  -- The clock stands while papers or money are waited for, unless the case was late by then.
  waits.kind IN ('case.supplementRequested', 'case.paymentRequested') AND coalesce(waits.pauses, 1)
    AND measured IS NOT NULL AND NOT (CASE limitKind WHEN 'hours' THEN measured < waits.at
      ELSE substr(measured, 1, 10) < substr(waits.at, 1, 10) END) AS stands
FROM known JOIN said USING (subject) JOIN dated ON dated.subject = known.subject AND dated.newest = 1
LEFT JOIN waits ON waits.subject = known.subject AND waits.newest = 1
WHERE acceptedAt IS NOT NULL`;

/** Makes a table of the facts beside the register, so that figures are plain sums. */
export function openRecount(file: string): Database.Database {
  const db = new Database(file, { readonly: true });
  db.pragma('temp_store = MEMORY');
  db.exec(`CREATE TEMP TABLE lives AS ${facts}`);
  return db;
}

/** Every line of the journal's cases in a period, with what is so of it at its start, within it and at its end. */
const judged = `
SELECT *,
  NOT isUndated AND ends AND (isLate = 0) AND (isEarly = 0 OR hasResult = 0) AS onTime
FROM (SELECT lives.*,
  acceptedAt >= :start AND acceptedAt < :end AS came,
  acceptedAt < :start AND (endedAt IS NULL OR endedAt >= :start) AS before,
  endedAt >= :start AND endedAt < :end AS ends,
  acceptedAt < :end AND (endedAt IS NULL OR endedAt >= :end) AS isOpen,
  dueAt IS NULL AS isUndated,
  stands IS NOT 1 AND CASE limitKind WHEN 'hours' THEN endedAt > measured
    ELSE substr(endedAt, 1, 10) > substr(measured, 1, 10) END AS isLate,
  stands IS NOT 1 AND substr(endedAt, 1, 10) < substr(measured, 1, 10) AS isEarly,
  CASE WHEN stands THEN 0 WHEN limitKind = 'hours' THEN measured < :at
    ELSE substr(measured, 1, 10) < substr(:at, 1, 10) END AS standsLate
  FROM lives)`;

/** The columns of the reports under their own names. */
export const recounts = {
  taken: 'NOT isUndated AND (came OR before)',
  online: "NOT isUndated AND came AND channel = 'online'",
  atCounter: "NOT isUndated AND came AND channel <> 'online'",
  before: 'NOT isUndated AND before',
  settled: 'NOT isUndated AND ends',
  early: 'NOT isUndated AND ends AND isEarly AND isLate = 0 AND hasResult',
  onTime: 'onTime',
  late: 'NOT isUndated AND ends AND isLate',
  open: 'NOT isUndated AND isOpen',
  openInTime: 'NOT isUndated AND isOpen AND standsLate = 0',
  openLate: 'NOT isUndated AND isOpen AND standsLate',
  noDeadline: 'isUndated AND (came OR before)',
  allBefore: 'before',
  received: 'came',
  receivedDirect: "came AND channel = 'direct'",
  receivedOnline: "came AND channel = 'online'",
  receivedPostal: "came AND channel = 'postal'",
  ended: 'ends',
  endedInTime: 'NOT isUndated AND ends AND isLate = 0',
  endedNoDeadline: 'isUndated AND ends',
  allOpen: 'isOpen',
  openNoDeadline: 'isUndated AND isOpen',
  dueOnLastDay: `isOpen AND standsLate = 0 AND stands IS NOT 1 AND substr(measured, 1, 10) = substr(:at, 1, 10)`,
  dueSoon: `isOpen AND standsLate = 0 AND stands IS NOT 1 AND substr(measured, 1, 10)
    BETWEEN substr(:at, 1, 10) AND date(substr(:at, 1, 10), '+2 days')`,
  awaiting: 'isOpen AND awaits',
  withdrawn: 'ends AND isWithdrawn',
  stopped: 'ends AND isStopped',
  byPost: "ends AND hasResult AND wayBack = 'postal'",
} as const;
export type RecountName = keyof typeof recounts;

const bindings = ({ from, to }: Period, now: string) => {
  const end = `${to}T24:00`;
  return { start: `${from}T00:00`, end, at: now < end ? now : `${to}T23:59` };
};

/** Figures by a column of the facts, or of all of them under ''. */
export function recount(
  db: Database.Database,
  names: readonly RecountName[],
  period: Period,
  now: string,
  by = "''",
): Map<string, number[]> {
  const sums = names.map((name, at) => `sum(coalesce(${recounts[name]}, 0)) AS f${at}`);
  const rows = db
    .prepare<unknown[], Record<string, string | number>>(
      `SELECT ${by} AS "key", ${sums.join(', ')} FROM (${judged}) GROUP BY 1`,
    )
    .all(bindings(period, now));
  return new Map(rows.map(({ key, ...row }) => [String(key), names.map((_, at) => Number(row[`f${at}`]))]));
}

/** Ids of the cases of a figure. */
export function recountedIds(
  db: Database.Database,
  name: RecountName,
  period: Period,
  now: string,
): number[] {
  return db
    .prepare<unknown[], { id: number }>(`SELECT id FROM (${judged}) WHERE ${recounts[name]} ORDER BY id`)
    .all(bindings(period, now))
    .map(({ id }) => id);
}
