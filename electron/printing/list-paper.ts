import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Field, sideBySide } from './data-lines.ts';
import type { ListPart } from './list-parts.ts';
import { type Column, listTable } from './list-table.ts';
import { around, type Fit, plain, type Sheet } from './sheet.ts';
import { letterhead, titleBlock } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { SlipHead } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import { counted, dateWords, dots, momentWords } from './wording.ts';

/** A list of many cases on a sheet that lies, which two people sign. */

interface ListContent {
  above: (sheet: Sheet) => Content[];
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** Dossiers altogether. */
  total: number;
}

export function listPaper<Row>(
  data: SlipHead & ListPart<Row>,
  fit: Fit,
  { above, columns, rows, total }: ListContent,
): TDocumentDefinitions {
  return framed(data, fit, (sheet, copy) => [
    letterhead(sheet, data),
    {
      columns: [
        { width: sheet.mm(72), alignment: 'center', text: `Số: ${plain(data.number) || dots(6)}` },
        {
          width: '*',
          alignment: 'center',
          italics: true,
          text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
        },
      ],
      columnGap: sheet.mm(3),
      margin: around(sheet.mm(1)),
    },
    titleBlock(sheet, data, copy),
    ...above(sheet),
    { ...listTable(sheet, columns, rows, { size: 8.5 }), margin: around(sheet.mm(1.4), sheet.mm(1)) },
    {
      unbreakable: true,
      stack: [
        { text: `Tổng số: ${counted(total, 'hồ sơ')}.`, bold: true },
        ...(plain(data.note) === '' ? [] : [{ text: `Ghi chú: ${plain(data.note)}` }]),
        signatures(sheet, [
          { title: 'NGƯỜI GIAO', name: data.giver },
          { title: 'NGƯỜI NHẬN', name: data.taker },
        ]),
      ],
    },
  ]);
}

/** Who gives, who takes, and when. */
export function partyLines(sheet: Sheet, giver: Field, taker: Field, at: string): Content[] {
  return [sideBySide(sheet, giver, taker), { text: `Thời gian bàn giao: ${momentWords(at)}` }];
}
