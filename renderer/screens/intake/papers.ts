import type { Procedure } from '../../../shared/domain/procedure.ts';
import type { PaperValues } from './intake-values.ts';

/** "Giấy tờ tùy thân của người yêu cầu (thẻ căn cước, …) – xuất trình" → the paper, and what is said about it. */
export function splitPaperName(name: string): { title: string; detail: string } {
  const cut = /\s*(?: \(| – | - |; )/.exec(name);
  if (!cut || cut.index < 8) return { title: name, detail: '' };
  const rest = name.slice(cut.index + cut[0].length);
  // The bracket that the cut opened closes somewhere; what follows it still belongs to the detail.
  const detail = cut[0].includes('(') ? rest.replace(/\)(?=[^()]*(?:\(|$))/, '') : rest;
  return { title: name.slice(0, cut.index), detail };
}

/** Papers that are looked at and handed back. */
export function isShownOnly(name: string): boolean {
  return /xuất trình/i.test(name);
}

/** Certifying copies is paid by the page of the original (TT 226/2016/TT-BTC), so its pages are asked. */
export function asksForPages({ field }: Pick<Procedure, 'field'>): boolean {
  return field === 'Chứng thực';
}

/** The price counts pages and the copies to be certified of each paper (rules §14). */
export function paysByPage({ fee }: Pick<Procedure, 'fee'>): boolean {
  return fee.rule?.items.some(({ per }) => per === 'page') ?? false;
}

/** The checklist of a procedure as the clerk finds it: what is required is ticked, with its usual counts. */
export function papersOf(procedure: Procedure): PaperValues[] {
  return procedure.components.map((component) => {
    const shown = isShownOnly(component.name);
    return {
      id: crypto.randomUUID(),
      name: component.name,
      required: component.required,
      ticked: component.required,
      shown,
      originals: shown ? 0 : component.originals,
      // The copies to be certified are counted beside the pages of their original, not in a row of their own.
      copies: component.originals === 0 && paysByPage(procedure) ? 0 : component.copies,
      copyKind: 'photo',
      pages: null,
      electronic: false,
    };
  });
}

/** The required papers that are not here. */
export function missingPapers(papers: readonly PaperValues[]): PaperValues[] {
  return papers.filter((paper) => paper.required && !paper.ticked);
}

/** "đủ 2/2 bắt buộc": how many of the required papers are there. */
export function requiredCount(papers: readonly PaperValues[]): { here: number; all: number } {
  const required = papers.filter((paper) => paper.required);
  return { here: required.filter((paper) => paper.ticked).length, all: required.length };
}
