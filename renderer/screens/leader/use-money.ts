import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Period } from '../../../shared/domain/statistics.ts';
import { useTRPC } from '../../api.ts';

interface Counted {
  count: number;
  of: number;
}

/** Cases paid without cash, of all that paid; null while it is not known. */
export interface Money {
  now: Counted;
  before: Counted;
}

export function useMoney(period: Period, before: Period | undefined): Money | null {
  const trpc = useTRPC();
  const ask = (days: Period, enabled: boolean) => ({
    ...trpc.settlement.summary.queryOptions({ period: days }),
    enabled,
    placeholderData: keepPreviousData,
  });
  const now = useQuery(ask(period, true)).data?.cashless;
  const earlier = useQuery(ask(before ?? period, before !== undefined)).data?.cashless;
  if (now === undefined || earlier === undefined) return null;
  return {
    now: { count: now.cashlessCases, of: now.cases },
    before: { count: earlier.cashlessCases, of: earlier.cases },
  };
}
