import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Period } from '../../../shared/domain/statistics.ts';
import type { RatingReport } from '../../../shared/views-rating.ts';
import { useTRPC } from '../../api.ts';
import { useSession } from '../../session.tsx';
import { type Coming, comingOf } from './coming.ts';

interface Counted {
  count: number;
  of: number;
}

export interface Satisfaction {
  now: Counted;
  before: Counted;
  /** Low marks of the answers. */
  low: Counted;
  response: Counted;
  /** Fewer answers than this have no percentage. */
  least: number;
}

/** Satisfaction of the period, for leaders alone (NĐ 118/2025/NĐ-CP Đ29.3): for others there is none. */
export function useSatisfaction(
  period: Period,
  before: Period | undefined,
  isPageOld: boolean,
): Coming<Satisfaction> {
  const trpc = useTRPC();
  const { person } = useSession();
  const isLeader = person?.roles.includes('leader') ?? false;
  // Not kept fresh: a figure that moves while somebody stands at the counter would name him.
  const ask = (days: Period, enabled: boolean) => ({
    ...trpc.ratings.report.queryOptions(days),
    enabled: isLeader && enabled,
    placeholderData: keepPreviousData,
    staleTime: 3_600_000,
  });
  const both = [useQuery(ask(period, true)), useQuery(ask(before ?? period, before !== undefined))] as const;
  if (!isLeader) return { value: null, isComing: false, failed: null };
  return comingOf(both, isPageOld, (now, earlier) => ({
    now: satisfiedOf(now),
    before: satisfiedOf(earlier),
    low: { count: now.figures.all.low, of: now.figures.all.n },
    response: { count: now.codes.used, of: now.codes.issued },
    least: now.leastToSplit,
  }));
}

const satisfiedOf = ({ figures: { all } }: RatingReport): Counted => ({ count: all.satisfied, of: all.n });
