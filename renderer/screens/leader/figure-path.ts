import {
  type CaseSetName,
  type CountedPeriod,
  caseSets,
  type StatisticsScope,
} from '../../../shared/domain/statistics.ts';
import { type CaseListFilter, listPath } from '../../list-state.ts';

/** The list that holds exactly the cases of a number. */
export function figurePath(
  set: CaseSetName,
  { from, to, until }: CountedPeriod,
  scope: StatisticsScope,
): string {
  const isAsked = until !== undefined && until !== to && 'settledByEnd' in caseSets[set];
  const figure = { set, from, to, ...(isAsked && { until }) };
  return listPath({ filter: { figure, ...scopeFilter(scope) } });
}

/** The cases of the page as a list asks for them. */
export function scopeFilter({ field, ...scope }: StatisticsScope): CaseListFilter {
  const known = Object.entries(scope).filter(([, value]) => value !== undefined);
  return { ...(field !== undefined && { fields: [field] }), ...Object.fromEntries(known) };
}
