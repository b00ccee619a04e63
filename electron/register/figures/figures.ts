import {
  cellTest,
  cutsOf,
  measuresOf,
  type TallyMeasure,
  type TallyTimes,
  tallyMeasureNames,
  tallyMeasures,
} from '../../../shared/domain/case-tally.ts';
import { dayPlus, monthAfter } from '../../../shared/domain/epoch-day.ts';
import type { Channel } from '../../../shared/domain/procedure.ts';
import type { CaseSet, CountedPeriod, Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import type { TableSplit } from '../../../shared/views-leader.ts';
import type { Condition } from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { scopeCondition, setCondition, traitsSql } from './statistics.ts';

/**
 * Figures over any period: whole months from the tallies, months that a period cuts in two from the cases themselves. Each is the
 * number of the cases that `setCondition` finds.
 */

/** A procedure may have changed its field: its cases are counted under the one they were received in. */
export type FigureSplit = TableSplit | 'procedureInField';

export interface FiguresQuestion {
  scope: StatisticsScope;
  /** All that will be asked for, with the months within them and any day `until`. */
  periods: readonly Period[];
  /** By what the counts are split; null is one count. */
  by: FigureSplit | null;
  /** Office time. */
  now: string;
}

export interface Figures {
  /** How many of the set; the sum of all keys. */
  count(set: CaseSet, period: CountedPeriod): number;
  /** The same by the key of the split; keys without any may be missing. */
  countByKey(set: CaseSet, period: CountedPeriod): Map<string, number>;
}

type Cell = TallyTimes & { key: string; channel: Channel } & Record<TallyMeasure, number>;

const splitColumns: Record<FigureSplit, string> = {
  procedure: 'procedureCode',
  procedureInField: "procedureCode || '|' || field",
  field: 'field',
  holder: 'holderId',
  point: 'point',
  channel: 'channel',
};

export function figuresOf(db: Reader, question: FiguresQuestion): Figures {
  const { scope, by, now } = question;
  const cells = readCells(db, question);
  const known = new Map<string, Map<string, number>>();
  const countByKey = (set: CaseSet, period: CountedPeriod) => {
    const name = JSON.stringify([set, period]);
    const found = known.get(name);
    if (found) return found;
    const measures = measuresOf(set);
    const runs = now < dayPlus(period.to, 1);
    const isTallied = measures !== undefined && !(set.stands && runs);
    const counts = isTallied
      ? sumOf(cells, cellTest(set, period), measures)
      : countCasesByKey(db, setCondition(set, period, now, scope), by);
    known.set(name, counts);
    return counts;
  };
  return {
    countByKey,
    count: (set, period) => [...countByKey(set, period).values()].reduce((sum, n) => sum + n, 0),
  };
}

function sumOf(
  cells: readonly Cell[],
  isIn: (cell: Cell) => boolean,
  measures: readonly TallyMeasure[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (!isIn(cell)) continue;
    let sum = counts.get(cell.key) ?? 0;
    for (const measure of measures) sum += cell[measure];
    counts.set(cell.key, sum);
  }
  return counts;
}

/** Counts cases one by one: what no tally tells, and what is open now. */
function countCasesByKey(
  db: Reader,
  { sql, values }: Condition,
  by: FigureSplit | null,
): Map<string, number> {
  const key = by === null ? "''" : splitColumns[by];
  const rows = prepared<{ key: string; n: number }>(
    db,
    `SELECT CAST(${key} AS TEXT) AS key, count(*) AS n FROM cases
     WHERE ${sql} ${by === null ? '' : 'GROUP BY 1'}`,
  ).all(...values);
  return new Map(rows.map(({ key: one, n }) => [one, n]));
}

/** The cells that the question needs: tallies of whole months, and parts of the months that its days cut. */
function readCells(db: Reader, question: FiguresQuestion): Cell[] {
  const { scope, periods, now } = question;
  const from = periods.reduce((first, one) => (one.from < first ? one.from : first), '9999-12-31');
  const to = periods.reduce((last, one) => (one.to > last ? one.to : last), '0000-01-01');
  const span = { from: from.slice(0, 7), to: to.slice(0, 7) };
  // No tally knows an area.
  if (scope.area !== undefined) return readCases(db, question, cutsOf(periods), [spanCondition(span)]);
  const today = now.slice(0, 10);
  const cuts = cutsOf(periods).filter((day) => day <= today || hasCaseFrom(db, day));
  const cutMonths = cutMonthsOf(cuts, today);
  const apart = readCases(db, question, cuts, readConditions(cutMonths));
  return [...apart, ...withoutCases(readTallies(db, question, span), apart, cutMonths)];
}

/** What is left of tallies without the cases that were read one by one; it lies in the parts of its months that were not read. */
function withoutCases(
  tallies: readonly Cell[],
  apart: readonly Cell[],
  cutMonths: readonly CutMonth[],
): Cell[] {
  const monthOf = (mark: string) => mark.slice(0, 7);
  const nameOf = ({ key, channel, receivedIn, endedIn, lateIn }: Cell) =>
    [key, channel, monthOf(receivedIn), monthOf(endedIn), monthOf(lateIn)].join('\n');
  const read = Map.groupBy(apart, nameOf);
  const unread = new Map(cutMonths.map(({ month, left }) => [month, left.mark]));
  const markOf = (month: string) => unread.get(month) ?? month;
  return tallies.map((cell) => {
    const rest: Cell = {
      ...cell,
      receivedIn: markOf(cell.receivedIn),
      endedIn: markOf(cell.endedIn),
      lateIn: markOf(cell.lateIn),
    };
    for (const one of read.get(nameOf(cell)) ?? [])
      for (const measure of tallyMeasureNames) rest[measure] -= one[measure];
    return rest;
  });
}

/** Whether anything happened on a day or after it, though it is still to come: the clock was put back. */
function hasCaseFrom(db: Reader, day: string): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM cases WHERE acceptedAt >= ?)
    OR EXISTS (SELECT 1 FROM cases WHERE endedAt >= ?) AS has`;
  return prepared<{ has: number }>(db, sql).get(day, day)?.has === 1;
}

interface Months {
  from: string;
  to: string;
}

function readTallies(db: Reader, { scope, by }: FiguresQuestion, span: Months): Cell[] {
  const { sql, values } = scopeCondition(scope);
  const { channel: _, ...named } = scope;
  const isOffice = Object.values(named).every((one) => one === undefined) && (by ?? 'channel') === 'channel';
  const key = by === null ? "''" : splitColumns[by];
  return prepared<Cell>(
    db,
    `SELECT CAST(${key} AS TEXT) AS key, channel, receivedIn, endedIn, lateIn,
       ${tallyMeasureNames.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM caseTallies
     WHERE grain = ? AND ${sql} AND receivedIn <= ? AND (endedIn = '' OR endedIn >= ?)
     GROUP BY 1, 2, 3, 4, 5`,
  ).all(isOffice ? 'office' : 'split', ...values, span.to, span.from);
}

/** Cells of the cases that meet one of the conditions, their months cut at the given days. */
function readCases(
  db: Reader,
  { scope, by }: FiguresQuestion,
  cuts: readonly string[],
  conditions: readonly Condition[],
): Cell[] {
  // The plus: a month is found by its days, whosever the cases are.
  const whose = scopeCondition(scope, '+');
  const key = by === null ? "''" : splitColumns[by];
  const buckets = (['acceptedAt', 'endedAt', 'lateOn'] as const).map((column) => bucketOf(column, cuts));
  return conditions.flatMap((part) =>
    prepared<MaskedCases>(
      db,
      `SELECT CAST(${key} AS TEXT) AS key, channel, ${buckets[0]?.sql} AS receivedIn, ${buckets[1]?.sql} AS endedIn,
         ${buckets[2]?.sql} AS lateIn, ${maskSql} AS mask, count(*) AS n
       FROM cases WHERE ${part.sql} AND ${whose.sql} GROUP BY 1, 2, 3, 4, 5, 6`,
    )
      .all(...buckets.flatMap(({ values }) => values), ...part.values, ...whose.values)
      .map(cellOf),
  );
}

function spanCondition({ from, to }: Months): Condition {
  return {
    sql: 'acceptedAt < ? AND (endedAt IS NULL OR endedAt >= ?)',
    values: [monthAfter(to), from],
  };
}

/** Days from a mark up to another; both begin what they name, a month or a day. */
interface Part {
  mark: string;
  end: string;
}

interface CutMonth {
  month: string;
  /** The longest part: its cases are what the tally holds beside those of the others. */
  left: Part;
  read: Part[];
}

function cutMonthsOf(cuts: readonly string[], today: string): CutMonth[] {
  const months = Map.groupBy(cuts, (day) => day.slice(0, 7));
  const lived = dayPlus(today, 1);
  const lengthOf = ({ mark, end }: Part) => Date.parse(end < lived ? end : lived) - Date.parse(mark);
  return [...months].map(([month, days]) => {
    const marks = [month, ...days, monthAfter(month)];
    const parts = marks.slice(1).map((end, index): Part => ({ mark: marks[index] ?? month, end }));
    const left = parts.reduce((longest, part) => (lengthOf(part) > lengthOf(longest) ? part : longest));
    return { month, left, read: parts.filter((part) => part !== left) };
  });
}

/** Each case that was received, ended or became late in a part that is read, in one condition only. */
function readConditions(cutMonths: readonly CutMonth[]): Condition[] {
  const parts = cutMonths.flatMap(({ read }) => read);
  const bounds = parts.flatMap(({ mark, end }) => [mark, end]);
  const isOutside = (column: string) =>
    parts.map(() => `NOT (${column} >= ? AND ${column} < ?)`).join(' AND ');
  return parts.flatMap(({ mark, end }) => [
    { sql: 'acceptedAt >= ? AND acceptedAt < ?', values: [mark, end] },
    {
      sql: `endedAt >= ? AND endedAt < ? AND ${isOutside('acceptedAt')}`,
      values: [mark, end, ...bounds],
    },
    {
      sql: `lateOn >= ? AND lateOn < ? AND ${isOutside('acceptedAt')}
        AND (endedAt IS NULL OR (${isOutside('endedAt')}))`,
      values: [mark, end, ...bounds, ...bounds],
    },
  ]);
}

/** Which measures a case adds to, a bit each: grouped by one number a month is read in half the time of so many sums. */
const maskSql = tallyMeasureNames
  .map((name, bit) => `((${traitsSql(tallyMeasures[name])}) << ${bit})`)
  .join(' + ');

interface MaskedCases extends TallyTimes {
  key: string;
  channel: Channel;
  mask: number;
  n: number;
}

function cellOf({ mask, n, ...cell }: MaskedCases): Cell {
  const counts = tallyMeasureNames.map((name, bit) => [name, Math.floor(mask / 2 ** bit) % 2 === 1 ? n : 0]);
  return { ...cell, ...(Object.fromEntries(counts) as Record<TallyMeasure, number>) };
}

/** The month of a day or time, or the latest of the given days in that month that it is not before; '' without one. */
function bucketOf(column: 'acceptedAt' | 'endedAt' | 'lateOn', cuts: readonly string[]): Condition {
  const latestFirst = [...cuts].reverse();
  const cases = latestFirst.map(() => `WHEN ${column} >= ? AND ${column} < ? THEN ?`).join(' ');
  return {
    sql: `coalesce(CASE ${cases} WHEN TRUE THEN substr(${column}, 1, 7) END, '')`,
    values: latestFirst.flatMap((day) => [day, monthAfter(day.slice(0, 7)), day]),
  };
}
