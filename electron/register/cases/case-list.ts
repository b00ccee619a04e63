import type { Status } from '../../../shared/domain/case-flow.ts';
import { type CaseSetName, type CountedPeriod, caseSets } from '../../../shared/domain/statistics.ts';
import type { CaseSort, CaseViewName, PromiseFilter } from '../../../shared/views.ts';
import {
  type Condition,
  type DayMarks,
  hasOrOwesResult,
  isAwaiting,
  isDueToday,
  isLate,
  isOpen,
  isReady,
  isUnprinted,
  wasReceived,
} from '../conditions.ts';
import type { Reader } from '../connection.ts';
import { prepared } from '../connection.ts';
import { scopeCondition, setCondition } from '../figures/statistics.ts';
import { type CaseRowColumns, caseRowColumns } from './case-row.ts';

/** Pages of cases by keyset: the thousandth page costs what the first does. */
export interface CaseListQuestion {
  view: CaseViewName;
  filter: CaseFilter;
  sort: CaseSort;
  direction: 'asc' | 'desc';
  /** The last row seen. */
  after: Place | null;
  limit: number;
}

/** Sort key and id of a row: where the next page begins. */
export interface Place {
  key: string | number;
  id: number;
}

export interface CaseFilter {
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  fields?: string[] | undefined;
  procedureCode?: string | undefined;
  channel?: string | undefined;
  status?: Status | undefined;
  year?: number | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  timeliness?: string[] | undefined;
  settled?: boolean | undefined;
  /** Only what was received complete and correct. */
  received?: boolean | undefined;
  holderId?: number | undefined;
  unprinted?: boolean | undefined;
  endedBefore?: string | undefined;
  promise?: PromiseFilter | undefined;
  /** Cases that a shorter limit saved days. */
  saved?: boolean | undefined;
  point?: string | undefined;
  area?: string | undefined;
  /** These and no others. */
  ids?: number[] | undefined;
  /** The cases that a figure counts. */
  figure?: (CountedPeriod & { set: CaseSetName }) | undefined;
}

export interface ViewDays extends DayMarks {
  /** First day of the next week. */
  weekEnd: string;
  personId: number;
}

const unprintedCases = `id IN (SELECT caseId FROM printJobs WHERE ${isUnprinted})`;

/** Ids grow with reception, so the id is the order of the codes too. */
const sortColumns: Record<CaseSort, string> = {
  receivedAt: 'receivedAt',
  dueAt: "coalesce(dueAt, '9999')",
  applicantName: 'nameSortKey',
  caseCode: 'id',
};

/**
 * Views that hold what is open or waits for its citizen: read whole from an index of that alone, then sorted. The plus
 * keeps SQLite from walking all cases there ever were by the index of the sort, which it does when a page is not full.
 */
function isSmall(view: CaseViewName): boolean {
  return view !== 'all' && view !== 'ended';
}

/** The cases of a figure are found by its own days and then sorted, unless they lie in the order of the list anyway. */
function isReadApart({ filter: { figure, ids }, sort }: CaseListQuestion): boolean {
  if (ids) return true;
  if (figure === undefined) return false;
  const { when } = caseSets[figure.set];
  return sort !== 'receivedAt' || (when !== 'received' && when !== 'handled');
}

function viewCondition(view: CaseViewName, days: ViewDays): Condition {
  switch (view) {
    case 'open':
      return { sql: isOpen, values: [] };
    case 'late':
      return isLate(days);
    case 'dueToday':
      return isDueToday(days);
    case 'dueThisWeek':
      return { sql: `${isOpen} AND measuredDueAt IS NOT NULL AND workDueAt < ?`, values: [days.weekEnd] };
    case 'awaiting':
      return { sql: isAwaiting, values: [] };
    case 'ready':
      return { sql: isReady, values: [] };
    case 'mine':
      return { sql: `${isOpen} AND holderId = ?`, values: [days.personId] };
    case 'ended':
      return { sql: 'endedAt IS NOT NULL', values: [] };
    case 'all':
      return { sql: 'TRUE', values: [] };
  }
}

function filterConditions(filter: CaseFilter, { today, now }: DayMarks): Condition[] {
  const conditions: Condition[] = [];
  const add = (sql: string, ...values: unknown[]) => conditions.push({ sql, values });
  if (filter.receivedFrom) add('receivedAt >= ?', filter.receivedFrom);
  if (filter.receivedTo) add('receivedAt < ?', `${filter.receivedTo}T99`);
  if (filter.fields?.length) add(oneOf('field', filter.fields), ...filter.fields);
  if (filter.procedureCode) add('procedureCode = ?', filter.procedureCode);
  if (filter.channel) add('channel = ?', filter.channel);
  if (filter.status) add('status = ?', filter.status);
  if (filter.year) add('year = ?', filter.year);
  if (filter.dueFrom) add('dueAt >= ?', filter.dueFrom);
  if (filter.dueTo) add('dueAt < ?', `${filter.dueTo}T99`);
  if (filter.timeliness?.length) add(oneOf('timeliness', filter.timeliness), ...filter.timeliness);
  if (filter.settled !== undefined) add(`endedAt IS ${filter.settled ? 'NOT NULL' : 'NULL'}`);
  if (filter.received) add(wasReceived);
  if (filter.holderId) add('holderId = ?', filter.holderId);
  if (filter.unprinted) add(unprintedCases);
  if (filter.endedBefore) add('endedAt < ?', filter.endedBefore);
  if (filter.saved) add('savedDays > 0');
  if (filter.ids) add('id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids));
  const { figure, point, area } = filter;
  if (figure) conditions.push(setCondition(caseSets[figure.set], figure, now));
  conditions.push(scopeCondition({ point, area }));
  if (filter.promise) add(promiseConditions[filter.promise], ...(filter.promise === 'kept' ? [] : [today]));
  return conditions;
}

const isPromise = `noAppointment = 1 AND ${hasOrOwesResult}`;

/** By date, as `isPromiseKept`; what is still open is missed once its day is over. */
const promiseConditions: Record<PromiseFilter, string> = {
  kept: `${isPromise} AND substr(endedAt, 1, 10) <= substr(promisedAt, 1, 10)`,
  missed: `${isPromise} AND substr(coalesce(endedAt, ?), 1, 10) > substr(promisedAt, 1, 10)`,
  judged: `${isPromise} AND promisedAt IS NOT NULL AND (endedAt IS NOT NULL OR substr(promisedAt, 1, 10) < ?)`,
};

/** `column IN (?, ?)`; the column's name is ours, the values are bound. */
function oneOf(column: 'field' | 'timeliness', values: readonly string[]): string {
  return `${column} IN (${values.map(() => '?').join(', ')})`;
}

/** One page and the sort key of its last row. */
export function listCases(
  db: Reader,
  question: CaseListQuestion,
  days: ViewDays,
): { rows: CaseRowColumns[]; next: Place | null } {
  const column = sortColumns[question.sort];
  const key = isSmall(question.view) || isReadApart(question) ? `+${column}` : column;
  const order = question.direction === 'asc' ? 'ASC' : 'DESC';
  const conditions = [viewCondition(question.view, days), ...filterConditions(question.filter, days)];
  if (question.after) {
    const { key: afterKey, id } = question.after;
    conditions.push({ sql: `(${key}, id) ${order === 'ASC' ? '>' : '<'} (?, ?)`, values: [afterKey, id] });
  }
  const found = prepared<CaseRowColumns & { sortKey: Place['key'] }>(
    db,
    `SELECT ${caseRowColumns}, ${key} AS sortKey FROM cases WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
     ORDER BY ${key} ${order}, id ${order} LIMIT ?`,
  ).all(...conditions.flatMap(({ values }) => values), question.limit + 1);
  const rows = found.slice(0, question.limit);
  const last = rows.at(-1);
  return { rows, next: found.length > question.limit && last ? { key: last.sortKey, id: last.id } : null };
}

/** How many cases match, for the tab and the footer. */
export function countCases(db: Reader, view: CaseViewName, filter: CaseFilter, days: ViewDays): number {
  const conditions = [viewCondition(view, days), ...filterConditions(filter, days)];
  return (
    prepared<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM cases WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`,
    ).get(...conditions.flatMap(({ values }) => values))?.n ?? 0
  );
}
