import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Period } from '../../../shared/domain/statistics.ts';
import { useTRPC } from '../../api.ts';
import { type Coming, comingOf } from './coming.ts';

interface Counted {
  count: number;
  of: number;
}

/** Cases paid without cash, of all that paid. */
export interface Money {
  now: Counted;
  before: Counted;
}

export function useMoney(period: Period, before: Period | undefined, isPageOld: boolean): Coming<Money> {
  const trpc = useTRPC();
  const ask = (days: Period, enabled: boolean) => ({
    ...trpc.settlement.summary.queryOptions({ period: days }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const both = [useQuery(ask(period, true)), useQuery(ask(before ?? period, before !== undefined))] as const;
  return comingOf(both, isPageOld, (now, earlier) => ({
    now: { count: now.cashless.cashlessCases, of: now.cashless.cases },
    before: { count: earlier.cashless.cashlessCases, of: earlier.cashless.cases },
  }));
}
