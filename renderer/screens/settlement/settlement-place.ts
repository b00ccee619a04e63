import { useSearchParams } from 'react-router';
import { Temporal } from 'temporal-polyfill';
import { type MoneyMethod, moneyMethods } from '../../../shared/domain/payment-events.ts';
import { readDay } from '../../list-state.ts';
import { useOfficeNow } from '../../session.tsx';

/** Which money the page shows: the part of the address that a figure links to. */

export interface Period {
  from: string;
  to: string;
}

export interface MoneyFilter {
  method?: MoneyMethod;
  way?: 'taken' | 'returned';
  personId?: number;
  procedureCode?: string;
  standing?: boolean;
  cashless?: boolean;
  withoutReceipt?: boolean;
}

export interface SettlementPlace {
  tab: 'money' | 'unpaid';
  period: Period;
  filter: MoneyFilter;
}

/** The month of a day, whole. */
export function monthOf(day: string, months = 0): Period {
  const first = Temporal.PlainDate.from(day).with({ day: 1 }).add({ months });
  return {
    from: first.toString(),
    to: first.add({ months: 1 }).subtract({ days: 1 }).toString(),
  };
}

/** Whether the period is one whole month. */
export function isMonth({ from, to }: Period): boolean {
  const month = monthOf(from);
  return month.from === from && month.to === to;
}

export function pathOf({ tab, period, filter }: SettlementPlace): string {
  const params = new URLSearchParams({
    ...(tab === 'unpaid' && { muc: 'chua-thu' }),
    tu: period.from,
    den: period.to,
  });
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && value !== false) params.set(name, String(value));
  }
  return `/thu-phi?${params}`;
}

/** What the address says; without one, the month of today. */
export function usePlace(): SettlementPlace {
  const [params] = useSearchParams();
  const today = useOfficeNow().slice(0, 10);
  const day = (name: string) => readDay(params, name);
  const month = monthOf(day('tu') ?? day('den') ?? today);
  const from = day('tu') ?? month.from;
  const to = day('den') ?? month.to;
  return {
    tab: params.get('muc') === 'chua-thu' ? 'unpaid' : 'money',
    period: from <= to ? { from, to } : { from: to, to: from },
    filter: filterOf(params),
  };
}

function filterOf(params: URLSearchParams): MoneyFilter {
  const method = moneyMethods.find((each) => each === params.get('method'));
  const way = (['taken', 'returned'] as const).find((each) => each === params.get('way'));
  const personId = Number(params.get('personId'));
  const procedureCode = params.get('procedureCode');
  return {
    ...(method && { method }),
    ...(way && { way }),
    ...(personId > 0 && { personId }),
    ...(procedureCode && { procedureCode }),
    ...(params.get('standing') === 'true' && { standing: true }),
    ...(params.get('cashless') === 'true' && { cashless: true }),
    ...(params.get('withoutReceipt') === 'true' && { withoutReceipt: true }),
  };
}
