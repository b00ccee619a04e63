import type { CaseState, CustodyItem } from './case-state.ts';
import type { Paper } from './intake.ts';

/** Originals that stay with the office; what was given back already stays given back. */
export function custodyOf(papers: readonly Paper[], known: readonly CustodyItem[]): CustodyItem[] {
  const held = papers.filter(({ originals, shown }) => originals > 0 && !shown);
  return held.map(({ name, originals }) => {
    const before = known.find((item) => item.name === name);
    return before?.returnedAt ? before : { name, originals, returnedAt: null, returnedTo: null };
  });
}

/** Marks papers as given back; what was given back before keeps its own day. */
export function handBack(
  { custody }: CaseState,
  items: readonly { name: string }[],
  at: string,
  to: string,
): Pick<CaseState, 'custody'> {
  const names = new Set(items.map(({ name }) => name));
  return {
    custody: {
      ...custody,
      items: custody.items.map((item) =>
        names.has(item.name) && item.returnedAt === null ? { ...item, returnedAt: at, returnedTo: to } : item,
      ),
    },
  };
}
