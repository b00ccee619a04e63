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

/** How a paper written for the dossier begins; undefined for any other. */
export function dossierPaperBeginning(name: string): string | undefined {
  return writtenForDossier.find((beginning) => name.startsWith(beginning));
}

/**
 * Originals of the citizen's own that stay with the office. What was given back stays given back, also under a name that a
 * correction put right in its place.
 * @param before the papers as they stood, to know a renamed one by its place.
 */
export function custodyOf(
  papers: readonly Paper[],
  known: readonly CustodyItem[],
  before: readonly Paper[] = papers,
): CustodyItem[] {
  const held = papers.flatMap(({ name, originals, shown }, index) => {
    if (originals === 0 || shown || dossierPaperBeginning(name) !== undefined) return [];
    const old = before[index]?.name;
    const wasRenamed = old !== undefined && old !== name && !papers.some((other) => other.name === old);
    return [{ name, originals, names: wasRenamed ? [name, old] : [name] }];
  });
  return held.flatMap(({ name, originals, names }): CustodyItem[] => {
    const back = known.filter((item) => item.returnedAt !== null && names.includes(item.name));
    const left = originals - back.reduce((sum, item) => sum + item.originals, 0);
    return [
      ...back.map((item) => ({ ...item, name })),
      ...(left > 0 ? [{ name, originals: left, returnedAt: null, returnedTo: null }] : []),
    ];
  });
}

/** Whether the office holds every one of these papers, in that number. */
export function areHeld(
  { custody }: Pick<CaseState, 'custody'>,
  items: readonly { name: string; originals: number }[],
): boolean {
  return items.every(({ name, originals }) =>
    custody.items.some(
      (item) => item.name === name && item.returnedAt === null && item.originals >= originals,
    ),
  );
}

/** Marks papers as given back, all of one or some; what was given back before keeps its own day. */
export function handBack(
  { custody }: CaseState,
  items: readonly { name: string; originals: number }[],
  at: string,
  to: string,
): Pick<CaseState, 'custody'> {
  const after = custody.items.flatMap((item): CustodyItem[] => {
    const given = items.find(({ name }) => name === item.name);
    if (given === undefined || item.returnedAt !== null) return [item];
    const back = Math.min(given.originals, item.originals);
    const left = item.originals - back;
    return [
      { ...item, originals: back, returnedAt: at, returnedTo: to },
      ...(left > 0 ? [{ ...item, originals: left }] : []),
    ];
  });
  return { custody: { ...custody, items: after } };
}
