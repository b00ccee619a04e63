import { type Status, statuses } from '../shared/domain/case-flow.ts';
import { daySchema } from '../shared/domain/person.ts';
import { type Channel, channels } from '../shared/domain/procedure.ts';
import { type CaseSetName, type CountedPeriod, caseSetNames } from '../shared/domain/statistics.ts';
import { type EndedTimeliness, endedTimelinesses } from '../shared/domain/timeliness.ts';
import {
  type CaseSort,
  type CaseViewName,
  caseSorts,
  caseViews,
  type PromiseFilter,
  promiseFilters,
} from '../shared/views.ts';

/** Which cases a list shows and how: the part of the address that a figure links to and a clerk can keep. */
export interface ListState {
  view: CaseViewName;
  filter: CaseListFilter;
  sort: CaseSort;
  direction: 'asc' | 'desc';
}

/** The conditions of `cases.list`. */
export interface CaseListFilter {
  receivedFrom?: string;
  receivedTo?: string;
  fields?: string[];
  procedureCode?: string;
  channel?: Channel;
  status?: Status;
  year?: number;
  dueFrom?: string;
  dueTo?: string;
  timeliness?: EndedTimeliness[];
  settled?: boolean;
  /** Only what was received complete and correct. */
  received?: boolean;
  unprinted?: boolean;
  endedBefore?: string;
  promise?: PromiseFilter;
  saved?: boolean;
  holderId?: number;
  /** Id of a reception point; '' is the counter itself. */
  point?: string;
  area?: string;
  /** These cases and no others: what early warning told of. */
  ids?: number[];
  /** The cases that a figure counts. */
  figure?: CountedPeriod & { set: CaseSetName };
}

/** Open work is read by what is due first, the archive by what came last. */
function defaultOrder(view: CaseViewName): Pick<ListState, 'sort' | 'direction'> {
  if (view === 'all' || view === 'ended') return { sort: 'receivedAt', direction: 'desc' };
  return { sort: 'dueAt', direction: 'asc' };
}

/** Reads the address; what makes no sense in it is left out. */
export function readListState(params: URLSearchParams): ListState {
  const figure = readFigure(params);
  const view = oneOf(caseViews, params.get('view')) ?? usualView(figure);
  const order = defaultOrder(view);
  const day = (name: string) => readDay(params, name);
  const claim = (name: string) => ({ true: true, false: false })[params.get(name) ?? ''];
  const year = Number(params.get('year'));
  const fields = [...params.getAll('fields'), ...params.getAll('field')];
  const holderId = Number(params.get('holderId'));
  const ids = params.getAll('ids').map(Number).filter(isId).slice(0, mostIds);
  const classes = endedTimelinesses.filter((one) => params.getAll('timeliness').includes(one));
  return {
    view,
    sort: oneOf(caseSorts, params.get('sort')) ?? order.sort,
    direction: oneOf(['asc', 'desc'] as const, params.get('direction')) ?? order.direction,
    filter: known({
      receivedFrom: day('receivedFrom'),
      receivedTo: day('receivedTo'),
      fields: fields.length > 0 ? fields : undefined,
      procedureCode: params.get('procedureCode') ?? undefined,
      channel: oneOf(channels, params.get('channel')),
      status: oneOf(statuses, params.get('status')),
      year: Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : undefined,
      dueFrom: day('dueFrom'),
      dueTo: day('dueTo'),
      timeliness: classes.length > 0 ? classes : undefined,
      settled: claim('settled'),
      received: claim('received'),
      unprinted: claim('unprinted') || undefined,
      endedBefore: day('endedBefore'),
      promise: oneOf(promiseFilters, params.get('promise')),
      saved: claim('saved') || undefined,
      holderId: isId(holderId) ? holderId : undefined,
      point: params.get('point') ?? undefined,
      area: params.get('area') ?? undefined,
      ids: ids.length > 0 ? ids : undefined,
      figure,
    }),
  };
}

/** The address's query of a list; what is usual for the view is not written. */
export function writeListState(state: Partial<ListState>): URLSearchParams {
  const { filter: { figure, ...filter } = {}, sort, direction } = state;
  const { view = usualView(figure) } = state;
  const order = defaultOrder(view);
  const params = new URLSearchParams({ view });
  if (sort && sort !== order.sort) params.set('sort', sort);
  if (direction && direction !== (sort === undefined || sort === order.sort ? order.direction : '')) {
    params.set('direction', direction);
  }
  if (figure) {
    params.set('so', figure.set);
    params.set('tu', figure.from);
    params.set('den', figure.to);
    if (figure.until) params.set('xet', figure.until);
  }
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value)) for (const item of value) params.append(name, String(item));
    else if (value !== undefined) params.set(name, String(value));
  }
  return params;
}

/** A figure counts cases in whatever state they are. */
function usualView(figure: CaseListFilter['figure']): CaseViewName {
  return figure ? 'all' : 'open';
}

/** `so`, `tu`, `den`, `xet`: the set, the first and last day of its period, and where it is another, the day it is judged by. */
function readFigure(params: URLSearchParams): CaseListFilter['figure'] {
  const set = oneOf(caseSetNames, params.get('so'));
  const [from, to, until] = ['tu', 'den', 'xet'].map((name) => readDay(params, name));
  return set && from && to && from <= to ? { set, from, to, ...(until && { until }) } : undefined;
}

/** So many are asked for at once. */
const mostIds = 100;
const isId = (value: number): boolean => Number.isInteger(value) && value > 0;

/** A day in the address; one that the calendar does not have is none. */
export function readDay(params: URLSearchParams, name: string): string | undefined {
  return daySchema.safeParse(params.get(name)).data;
}

/** "/ho-so?view=late": the list that holds exactly these cases. */
export function listPath(state: Partial<ListState>): string {
  return `/ho-so?${writeListState(state)}`;
}

/** Every slip between the counter and the paper. */
export const outboxPath = '/hang-in';

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

/** Without the keys that are undefined. */
function known<Item extends object>(item: { [Key in keyof Item]: Item[Key] | undefined }): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as Item;
}
