import type { Opening } from '../../../shared/domain/paragraph.ts';
import {
  type CaseSetName,
  caseSetNames,
  type Period,
  type StatisticsScope,
} from '../../../shared/domain/statistics.ts';
import { listPath } from '../../list-state.ts';
import { cataloguePath } from '../catalogue/catalogue-filter.ts';
import { countedPath } from '../digital/digital-paths.ts';
import { figurePath } from './figure-path.ts';

/** Satisfaction of the days; whose answers they are nobody sees. */
export const ratingsPath = ({ from, to }: Period): string => `/danh-gia?ky=own&tu=${from}&den=${to}`;

/** What was taken in the days and kept, all of it or without cash. */
export const moneyPath = ({ from, to }: Period, isCashless: boolean): string =>
  `/thu-phi?tu=${from}&den=${to}&standing=true${isCashless ? '&cashless=true' : ''}`;

/** Where a number of the paragraph leads. */
export function openingPath(
  opens: Opening,
  { period, before, scope }: { period: Period; before: Period; scope: StatisticsScope },
): string {
  if (opens.kind === 'ratings') return ratingsPath(period);
  if (opens.kind === 'money') return moneyPath(period, true);
  if (opens.kind === 'catalogue') return cataloguePath(opens.only, period.to);
  if (opens.kind === 'people') return countedPath({ ...opens, period, state: 'reached', area: null });
  if (opens.kind === 'helped') return countedPath({ ...opens, period, teamId: null });
  if (opens.kind === 'helps') return countedPath({ level: null, teamId: null, ...opens, period });
  if (opens.kind === 'list') {
    const { kind: _, ...filter } = opens;
    const days = { receivedFrom: period.from, receivedTo: period.to };
    return listPath({ view: 'all', filter: { ...days, ...filter } });
  }
  const set: CaseSetName = caseSetNames.find((name) => name === opens.set) ?? 'received';
  return figurePath(set, opens.isBefore ? before : period, {
    ...scope,
    ...(opens.field !== undefined && { field: opens.field }),
  });
}
