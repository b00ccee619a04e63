import { useNavigate, useSearchParams } from 'react-router';
import { channels } from '../../../shared/domain/procedure.ts';
import { periodOf } from '../../../shared/domain/reports/period.ts';
import type { Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import { type TableSplit, tableSplits } from '../../../shared/views-leader.ts';
import { readDay } from '../../list-state.ts';
import { useOfficeNow } from '../../session.tsx';
import { type PeriodName, periodNames } from './leader-period.ts';

/** What the page shows: all of it stands in the address. */
export interface LeaderPlace {
  name: PeriodName;
  period: Period;
  /** The first day that was asked for, where so many years are not shown. */
  cutFrom: string | null;
  scope: StatisticsScope;
  tab: 'figures' | 'qd766';
  split: TableSplit;
}

/** What the address says; without one, the year of today. */
export function useLeaderPlace(): [LeaderPlace, (next: Partial<LeaderPlace>) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const today = useOfficeNow().slice(0, 10);
  const place = readPlace(params, today);
  const go = (next: Partial<LeaderPlace>) =>
    void navigate({ search: writePlace({ ...place, ...next }).toString() }, { replace: true });
  return [place, go];
}

/** Days that make no sense are this month. */
export function readPlace(params: URLSearchParams, today: string): LeaderPlace {
  const [from = today, to] = [readDay(params, 'tu'), readDay(params, 'den')];
  const asked =
    periodNames.find((one) => one === params.get('ky')) ??
    (params.has('tu') && to !== undefined ? 'own' : 'year');
  const days = asked === 'own' && to !== undefined && from <= to ? { from, to } : null;
  const own = days && boundedPeriod(days);
  const name = asked === 'own' && own === null ? 'month' : asked;
  return {
    name,
    period: own ?? periodOf(name === 'own' ? 'month' : name, asked === name ? from : today),
    cutFrom: days && own && own.from > days.from ? days.from : null,
    scope: readScope(params),
    tab: params.get('muc') === 'qd766' ? 'qd766' : 'figures',
    split: tableSplits.find((one) => one === params.get('theo')) ?? 'field',
  };
}

/** More years than this are too many bars for a page, and too much to count while somebody waits. */
export const mostYears = 30;

/** The last years of a period that has too many. */
function boundedPeriod({ from, to }: Period): Period {
  const first = `${Number(to.slice(0, 4)) - mostYears + 1}-01-01`;
  return { from: from < first ? first : from, to };
}

function writePlace({ name, period, scope, tab, split }: LeaderPlace): URLSearchParams {
  const params = new URLSearchParams({ ky: name, tu: period.from });
  if (name === 'own') params.set('den', period.to);
  if (tab === 'qd766') params.set('muc', tab);
  if (split !== 'field') params.set('theo', split);
  for (const [key, value] of Object.entries(scope)) if (value !== undefined) params.set(key, String(value));
  return params;
}

function readScope(params: URLSearchParams): StatisticsScope {
  const text = (name: string) => params.get(name) ?? undefined;
  const channel = channels.find((one) => one === params.get('channel'));
  const holderId = Number(params.get('holderId'));
  const [procedureCode, field, point] = [text('procedureCode'), text('field'), text('point')];
  return {
    ...(procedureCode !== undefined && { procedureCode }),
    ...(field !== undefined && { field }),
    ...(channel && { channel }),
    ...(point !== undefined && { point }),
    ...(Number.isInteger(holderId) && holderId > 0 && { holderId }),
  };
}
