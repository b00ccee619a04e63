import type { CaseIndicatorKey } from '../../../shared/domain/case-indicators.ts';
import type { Silence } from '../../../shared/domain/paragraph.ts';
import type { Qd766Counts, Qd766Ratio } from '../../../shared/domain/qd766.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import type { Satisfaction } from './use-satisfaction.ts';

/** What the counter knows of the items of QĐ 766, from the figures of the page. */
export function qd766Counts(
  { figures }: Pick<LeaderPage, 'figures'>,
  progress: Qd766Ratio | null,
  satisfaction: Satisfaction | Silence | null,
): Qd766Counts {
  const of = (wanted: CaseIndicatorKey): Qd766Ratio => {
    const figure = figures.find(({ key }) => key === wanted);
    return { count: figure?.now.count ?? 0, of: figure?.now.of ?? 0, unknown: figure?.unknown ?? 0 };
  };
  const inTime = of('inTime');
  return {
    progress,
    onlineCases: of('online'),
    digitalResults: of('digitalResult'),
    digitised: of('digitised'),
    late: { count: inTime.of - inTime.count, of: inTime.of },
    disliked: dislikedOf(satisfaction),
  };
}

function dislikedOf(satisfaction: Satisfaction | Silence | null): Qd766Counts['disliked'] {
  if (satisfaction === null || typeof satisfaction === 'string') return satisfaction;
  return satisfaction.now.of >= satisfaction.least ? satisfaction.low : null;
}
