import type { Qd766Counts, Qd766Ratio } from '../../../shared/domain/qd766.ts';
import type { CaseIndicatorKey } from '../../../shared/domain/case-indicators.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import type { Money } from './use-money.ts';
import type { Satisfaction } from './use-satisfaction.ts';

/** What the counter knows of the items of QĐ 766, from the figures of the page. */
export function qd766Counts(
  { figures }: Pick<LeaderPage, 'figures'>,
  satisfaction: Satisfaction | null,
  money: Money | null,
): Qd766Counts {
  const of = (wanted: CaseIndicatorKey): Qd766Ratio => {
    const now = figures.find(({ key }) => key === wanted)?.now;
    return { count: now?.count ?? 0, of: now?.of ?? 0 };
  };
  const inTime = of('inTime');
  const openLate = of('openLate');
  return {
    progress: {
      count: inTime.count + (openLate.of - openLate.count),
      of: inTime.of + openLate.of,
    },
    onlineCases: of('online'),
    paidOnline: money?.now ?? null,
    digitalResults: of('digitalResult'),
    digitised: of('digitised'),
    late: { count: inTime.of - inTime.count, of: inTime.of },
    disliked: satisfaction && satisfaction.now.of >= satisfaction.least ? satisfaction.low : null,
  };
}
