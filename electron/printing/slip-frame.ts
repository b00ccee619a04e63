import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Foot, footNote } from './foot-note.ts';
import { documentOf, type Fit, type Sheet, sheetOf } from './sheet.ts';
import { codesAndDate, letterhead, pageOfCopy, titleBlock, topMargin } from './sheet-header.ts';
import type { SlipCopy, SlipHead } from './slip-data.ts';

/**
 * A document of which every copy (liên) is a run of pages of its own, with the marks above and the foot below; the foot
 * names the case where the head does not, and the code where another one stands on the page.
 */
export function framed(
  data: SlipHead,
  fit: Fit,
  contentOf: (sheet: Sheet, copy: SlipCopy) => Content[],
  foot?: Foot,
): TDocumentDefinitions {
  const sheet = sheetOf(data.paper, fit);
  const note = footNote(sheet, data, foot);
  return {
    ...documentOf(data, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, note.height],
    header: (page, pages) => topMargin(sheet, data, pageOfCopy(page, pages, data.copies.length)),
    // The office's own copy does not carry the code: it is the citizen's.
    footer: (page, pages) => note.content(isCitizens(data, page, pages)),
    content: data.copies.map((copy, index) => ({
      stack: contentOf(sheet, copy),
      ...(index > 0 && { pageBreak: 'before' as const }),
    })),
  };
}

function isCitizens({ copies }: SlipHead, page: number, pages: number): boolean {
  const copy = copies[Math.floor(((page - 1) * copies.length) / pages)];
  return copy === undefined || copy.number === copy.of;
}

/** The usual slip: letterhead, codes and date, title, then what is its own. */
export function slipDocument(
  data: SlipHead,
  fit: Fit,
  bodyOf: (sheet: Sheet) => Content[],
  foot?: Foot,
): TDocumentDefinitions {
  const contentOf = (sheet: Sheet, copy: SlipCopy) => [
    letterhead(sheet, data),
    codesAndDate(sheet, data),
    titleBlock(sheet, data, copy),
    ...bodyOf(sheet),
  ];
  return framed(data, fit, contentOf, foot);
}
