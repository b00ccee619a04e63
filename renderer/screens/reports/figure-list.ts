import type { CaseSetName, Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import { listPath } from '../../list-state.ts';

/** The list that holds exactly the cases of a number. */
export function figureList(set: CaseSetName, period: Period, { field, ...scope }: StatisticsScope): string {
  const named = Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined));
  return listPath({
    filter: { ...named, ...(field !== undefined && { fields: [field] }), figure: { ...period, set } },
  });
}
