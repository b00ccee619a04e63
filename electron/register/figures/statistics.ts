import { noLateDay } from '../../../shared/domain/case-tally.ts';
import { dayPlus } from '../../../shared/domain/epoch-day.ts';
import type {
  CaseSet,
  CaseTraits,
  CountedPeriod,
  StatisticsScope,
  Told,
} from '../../../shared/domain/statistics.ts';
import type { EndedTimeliness } from '../../../shared/domain/timeliness.ts';
import { areaOfCase, type Condition, isAwaiting, isOpen, isReady } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';

/** The sets of cases that figures count, as SQL; each says what `isInSet` says of the same case. */

const hasResult = "status NOT IN ('withdrawn', 'stopped')";
const hasDeadline = `CASE WHEN endedAt IS NOT NULL THEN timeliness <> 'noDeadline'
  WHEN measuredDueAt IS NULL THEN dueAt IS NOT NULL ELSE limitKind <> 'none' END`;

const endsAs: Record<EndedTimeliness, string> = {
  early: `(timeliness IS 'early' AND ${hasResult})`,
  onTime: `(timeliness IS 'onTime' OR timeliness IS 'early' AND NOT ${hasResult})`,
  late: "timeliness IS 'late'",
  noDeadline: "timeliness IS 'noDeadline'",
};

const outcomes = {
  result: `(endedAt IS NOT NULL AND ${hasResult})`,
  withdrawn: "status = 'withdrawn'",
  stopped: "status = 'stopped'",
};

const told: Record<Told, string> = { yes: 'IS 1', known: 'IS NOT NULL', unknown: 'IS NULL' };

/** What is so of a case whatever the period, never null; no value is bound. */
export function traitsSql({
  channels,
  ends,
  outcome,
  sameDay,
  digitised,
  digitalResult,
  fullOnline,
  hasDeadline: isDated,
  awaiting,
}: CaseTraits): string {
  const all = [
    channels && `channel IN (${channels.map((channel) => `'${channel}'`).join(', ')})`,
    ends && `(${ends.map((end) => endsAs[end]).join(' OR ')})`,
    outcome && outcomes[outcome],
    sameDay && 'substr(endedAt, 1, 10) IS substr(acceptedAt, 1, 10)',
    digitised && `digitised ${told[digitised]}`,
    digitalResult && `digitalResult ${told[digitalResult]}`,
    fullOnline && `fullOnline ${told[fullOnline]}`,
    isDated !== undefined && `(${hasDeadline}) = ${isDated ? 1 : 0}`,
    awaiting && isAwaiting,
  ].filter((sql) => typeof sql === 'string');
  return all.length > 0 ? all.join(' AND ') : 'TRUE';
}

/** A few of all cases there ever were; without statistics SQLite would rather walk those. */
const openIds = `SELECT id FROM cases INDEXED BY casesOpen WHERE ${isOpen}`;
/** Ended later than a period that still runs: the clock ran ahead and was put right. */
const endedLaterIds = 'SELECT id FROM cases INDEXED BY casesByEnd WHERE endedAt >= ?';

/** @param now office time: a period that still runs ends now. */
export function setCondition(
  set: CaseSet,
  { from, to, until = to }: CountedPeriod,
  now: string,
  scope: StatisticsScope = {},
): Condition {
  const end = dayPlus(to, 1);
  const runs = now < end;
  const isFound = set.when === 'openAtEnd' && runs;
  const whose = isFound ? scopeOfFound(scope) : scopeCondition(scope);
  const sql: string[] = [traitsSql(set), whose.sql];
  const values: unknown[] = [...whose.values];
  const add = (text: string, ...bound: string[]) => {
    sql.push(text);
    values.push(...bound);
  };
  // A time of the day sorts after the day alone, so days bound times.
  switch (set.when) {
    case 'received':
      // Of an accepted case both are one; lists are sorted by the second.
      add('acceptedAt >= ? AND acceptedAt < ? AND receivedAt >= ? AND receivedAt < ?', from, end, from, end);
      break;
    case 'ended':
      add('acceptedAt IS NOT NULL AND endedAt >= ? AND endedAt < ?', from, end);
      break;
    case 'openAtStart':
      add('acceptedAt < ? AND (endedAt IS NULL OR endedAt >= ?)', from, from);
      break;
    case 'openAtEnd':
      if (isFound) add(`id IN (${openIds} UNION ALL ${endedLaterIds}) AND +acceptedAt < ?`, end, end);
      else add('acceptedAt < ? AND (endedAt IS NULL OR endedAt >= ?)', end, end);
      break;
    case 'handled':
      add('receivedAt < ? AND acceptedAt < ? AND (endedAt IS NULL OR endedAt >= ?)', end, end, from);
      break;
  }
  if (set.stands) {
    const lateNow = 'measuredDueAt < ? AND (measuredDueAt < ? OR limitKind = ?)';
    const [late, lateValues] = runs ? [lateNow, [now, now.slice(0, 10), 'hours']] : ['lateOn <= ?', [to]];
    if (set.stands === 'noDeadline') add('lateOn IS ?', noLateDay);
    else if (set.stands === 'late') add(`lateOn IS NOT ? AND ${late}`, noLateDay, ...lateValues);
    else add(`lateOn IS NOT ? AND (${late}) IS NOT TRUE`, noLateDay, ...lateValues);
  }
  if (set.dueWithin !== undefined) {
    const day = runs ? now.slice(0, 10) : to;
    add('measuredDueAt >= ? AND measuredDueAt < ?', day, dayPlus(day, set.dueWithin + 1));
  }
  if (set.settledByEnd !== undefined)
    add(`(endedAt < ?) IS ${set.settledByEnd ? '' : 'NOT '}TRUE`, dayPlus(until, 1));
  return { sql: sql.join(' AND '), values };
}

/** Whose cases; TRUE for everybody's. `plus` keeps SQLite from an index of these columns. */
export function scopeCondition(scope: StatisticsScope, plus: '' | '+' = ''): Condition {
  const columns = {
    procedureCode: 'procedureCode',
    field: 'field',
    channel: 'channel',
    point: 'point',
    holderId: 'holderId',
    area: areaOfCase,
  } as const satisfies Record<keyof StatisticsScope, string>;
  const named = (Object.keys(columns) as (keyof StatisticsScope)[]).filter(
    (name) => scope[name] !== undefined,
  );
  return {
    sql: ['TRUE', ...named.map((name) => `${plus}${columns[name]} = ?`)].join(' AND '),
    values: named.map((name) => scope[name]),
  };
}

/** The same asked of cases that another condition finds: the plus keeps its index in use. */
function scopeOfFound(scope: StatisticsScope): Condition {
  return scopeCondition(scope, '+');
}

/** Cases of whom, of a kind; in the words of the views of the list. */
export function countInScope(db: Reader, { sql, values }: Condition, scope: StatisticsScope): number {
  const whose = scopeOfFound(scope);
  const rows = prepared<{ n: number }>(db, `SELECT count(*) AS n FROM cases WHERE ${sql} AND ${whose.sql}`);
  return rows.get(...values, ...whose.values)?.n ?? 0;
}

/** Results that were ready before a day and that nobody collected. */
export function isUnclaimed(before: string): Condition {
  return { sql: `${isReady} AND endedAt < ?`, values: [before] };
}

export function findOldestOpen(
  db: Reader,
  scope: StatisticsScope,
): { id: number; acceptedAt: string } | undefined {
  const whose = scopeOfFound(scope);
  return prepared<{ id: number; acceptedAt: string }>(
    db,
    `SELECT id, acceptedAt FROM cases WHERE id IN (${openIds}) AND +acceptedAt IS NOT NULL AND ${whose.sql}
     ORDER BY +acceptedAt, id LIMIT 1`,
  ).get(...whose.values);
}

/** When the first case of the register was accepted; office time. */
export function findFirstAcceptance(db: Reader): string | undefined {
  return (
    prepared<{ at: string | null }>(
      db,
      'SELECT min(acceptedAt) AS at FROM cases WHERE acceptedAt IS NOT NULL',
    ).get()?.at ?? undefined
  );
}

/** First and last day on which a case was received complete or ended. */
export function findSpan(db: Reader): { from: string; to: string } | null {
  const row = prepared<{ from: string | null; to: string | null }>(
    db,
    `SELECT substr((SELECT min(acceptedAt) FROM cases WHERE acceptedAt IS NOT NULL), 1, 10) AS "from",
       substr(max((SELECT max(acceptedAt) FROM cases WHERE acceptedAt IS NOT NULL),
         coalesce((SELECT max(endedAt) FROM cases WHERE acceptedAt IS NOT NULL AND endedAt IS NOT NULL), '')), 1, 10) AS "to"`,
  ).get();
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

/** What the latest case of a procedure calls it. */
export function shortNameOf(db: Reader, procedureCode: string): string | undefined {
  return prepared<{ procedureShortName: string }>(
    db,
    'SELECT procedureShortName FROM cases WHERE procedureCode = ? ORDER BY receivedAt DESC LIMIT 1',
  ).get(procedureCode)?.procedureShortName;
}
