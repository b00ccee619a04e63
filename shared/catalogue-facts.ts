import type { CatalogueRow } from './views.ts';
import type { CatalogueFact } from './views-leader.ts';

/** What procedures are counted by: done within the day, and online from end to end. */
export const catalogueFacts = ['sameDay', 'fullOnline'] as const satisfies CatalogueFact[];

/** As the figures about procedures count them. */
export function isOfFact({ limit, onlineLevel }: CatalogueRow, fact: CatalogueFact): boolean {
  if (fact === 'fullOnline') return onlineLevel === 'full';
  return limit.kind === 'sameDay' || limit.kind === 'onTheSpot';
}
