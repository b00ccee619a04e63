import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { around, documentOf, type Sheet, sheetOf } from './sheet.ts';
import { reprintMark, sampleMark } from './sheet-header.ts';
import type { SlipHead } from './slip-data.ts';

/** What the slips on an 80 mm roll share: one column, as long as its content, marks on top. */

export function rollDocument(
  data: SlipHead,
  contentOf: (sheet: Sheet) => readonly Content[],
): TDocumentDefinitions {
  const sheet = sheetOf('roll80');
  return {
    ...documentOf(data, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.marginBottom],
    content: { alignment: 'center', stack: [...rollMarks(sheet, data), ...contentOf(sheet)] },
  };
}

/** "IN LẠI lần n" and "MẪU". */
export function rollMarks(sheet: Sheet, data: SlipHead): Content[] {
  const reprint = reprintMark(data);
  if (reprint === '' && !data.office.isSample) return [];
  return [
    {
      columns: [
        {
          width: sheet.contentWidth * 0.6,
          text: reprint,
          bold: true,
          fontSize: 11,
          alignment: 'left',
          margin: around(4),
        },
        sampleMark(data.office, sheet.contentWidth * 0.4),
      ],
      columnGap: 0,
      margin: around(0, 4),
    },
  ];
}

/** Dashed, as where a strip is torn. */
export function rollRule({ contentWidth }: Sheet): Content {
  return {
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 1, dash: { length: 3, space: 2 } },
    ],
    margin: around(6, 6),
  };
}
