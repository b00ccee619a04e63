import type { CaseState, CustodyItem } from './case-state.ts';
import type { Paper } from './intake.ts';

/**
 * Papers written for the dossier itself begin so; they are filed with it and nobody wants them back.
 * Assumed: no text says which originals return; a ward that keeps one as its own counts it as shown.
 */
const writtenForDossier = [
  'Tờ khai',
  'Đơn',
  'Bản khai',
  'Bản cam',
  'Giấy đề nghị',
  'Văn bản',
  'Tờ trình',
  'Danh sách',
  'Phiếu',
  'Biên bản',
];

/** Originals of the citizen's own that stay with the office; what was given back already stays given back. */
export function custodyOf(papers: readonly Paper[], known: readonly CustodyItem[]): CustodyItem[] {
  const held = papers.filter(
    ({ name, originals, shown }) =>
      originals > 0 && !shown && !writtenForDossier.some((beginning) => name.startsWith(beginning)),
  );
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
