import { useNavigate, useSearchParams } from 'react-router';
import { formatDay } from '../../../shared/format.ts';
import { readDay } from '../../list-state.ts';

/** Days both included, `YYYY-MM-DD`. */
export interface Period {
  from: string;
  to: string;
}

export const periodNames = ['month', 'lastMonth', 'quarter', 'year', 'own'] as const;
export type PeriodName = (typeof periodNames)[number];

export interface RatingPlace extends Period {
  name: PeriodName;
  tab: 'marks' | 'tt01';
}

/** The month, quarter or year of a day, or the month before, up to its last day. */
export function periodOf(name: Exclude<PeriodName, 'own'>, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  if (name === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (name === 'lastMonth')
    return periodOf('month', month === 1 ? `${year - 1}-12-01` : `${year}-${two(month - 1)}-01`);
  const first = name === 'month' ? month : month - ((month - 1) % 3);
  const last = name === 'month' ? first : first + 2;
  const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(lastDay)}` };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Which period and tab are open: all of it in the address. */
export function useRatingPlace(today: string): [RatingPlace, (next: Partial<RatingPlace>) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const asked = params.get('ky');
  const name = periodNames.find((one) => one === asked) ?? 'month';
  const [from, to] = [readDay(params, 'tu'), readDay(params, 'den')];
  const own = name === 'own' && from && to && from <= to ? { from, to } : null;
  const period = own ?? periodOf(name === 'own' ? 'month' : name, today);
  const place: RatingPlace = {
    name: own ? 'own' : name === 'own' ? 'month' : name,
    tab: params.get('muc') === 'tt01' ? 'tt01' : 'marks',
    ...period,
  };
  const go = (next: Partial<RatingPlace>) => {
    const to = { ...place, ...next };
    const search = new URLSearchParams({ ky: to.name });
    if (to.name === 'own') {
      search.set('tu', to.from);
      search.set('den', to.to);
    }
    if (to.tab === 'tt01') search.set('muc', 'tt01');
    void navigate({ search: search.toString() }, { replace: true });
  };
  return [place, go];
}

/** "01/04/2025 – 30/04/2025". */
export const periodWords = ({ from, to }: Period): string => `${formatDay(from)} – ${formatDay(to)}`;
