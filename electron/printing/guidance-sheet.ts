import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Column, listTable } from './list-table.ts';
import { around, balanced, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';

type Data = SlipDataOf<'guidanceSheet'>;

const columns: readonly Column[] = [
  { heading: 'TT', share: 5, alignment: 'center' },
  { heading: 'Giấy tờ cần có', share: 52 },
  { heading: 'Bản chính', share: 10, alignment: 'center' },
  { heading: 'Bản sao', share: 10, alignment: 'center' },
  { heading: 'Đã có', share: 9, alignment: 'center' },
];

/** "Phiếu hướng dẫn hồ sơ" of a procedure: what to bring, what it costs and takes, where to file without coming. */
export function guidanceSheet(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const { procedure } = data;
  return slipDocument(data, fit, (sheet) => [
    {
      text: balanced(plain(procedure.name), sheet.contentWidth / sheet.type(11.5), true),
      bold: true,
      fontSize: sheet.type(11.5),
      alignment: 'center',
    },
    {
      text: `Mã thủ tục: ${plain(procedure.code)} · Lĩnh vực: ${plain(procedure.field)}`,
      alignment: 'center',
      fontSize: sheet.type(9),
      margin: around(0, sheet.mm(2)),
    },
    { text: '1. Giấy tờ cần có', bold: true, margin: around(0, sheet.mm(0.8)) },
    listTable(
      sheet,
      columns,
      data.rows.map((row, index) => [
        String(index + 1),
        row.required ? row.name : `${row.name} (nếu có)`,
        row.originals > 0 ? String(row.originals) : '',
        row.copies > 0 ? String(row.copies) : '',
        '',
      ]),
    ),
    {
      unbreakable: true,
      margin: around(sheet.mm(1.6)),
      stack: [
        numbered(sheet, '2. Thời hạn giải quyết', data.limitText),
        numbered(sheet, '3. Phí, lệ phí', data.feeText),
        numbered(sheet, '4. Kết quả', data.result),
        numbered(sheet, '5. Cách nộp hồ sơ', data.filingText),
        ...(data.onlineText === null ? [] : [numbered(sheet, '6. Nộp trực tuyến tại', data.onlineText)]),
      ],
    },
  ]);
}

function numbered(sheet: Sheet, label: string, value: string | null): Content {
  return { ...labelled(sheet, label, value), alignment: 'justify', margin: around(sheet.mm(0.4)) };
}
