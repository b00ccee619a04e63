import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type Column, listTable } from './list-table.ts';
import { around, type Fit, labelled } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import { cellMoment, dueWords, momentWords, noDueSentence } from './wording.ts';

const columns: readonly Column[] = [
  { heading: 'STT', share: 6, alignment: 'center' },
  { heading: 'Ngày xử lý', share: 15, alignment: 'center' },
  { heading: 'Người xử lý', share: 19 },
  { heading: 'Thao tác', share: 30 },
  { heading: 'Người nhận', share: 19 },
  { heading: 'Thời hạn', share: 15, alignment: 'center' },
];

/** "Quá trình xử lý hồ sơ": every act on the case in its order. */
export function caseHistory(data: SlipDataOf<'caseHistory'>, fit: Fit = 'usual'): TDocumentDefinitions {
  return slipDocument(data, fit, (sheet) => [
    labelled(sheet, 'Chủ hồ sơ', data.applicantName, { bold: true }),
    labelled(sheet, 'Nội dung', data.request),
    labelled(sheet, 'Ngày nhận', momentWords(data.receivedAt)),
    labelled(sheet, 'Ngày, giờ hẹn trả kết quả', data.dueAt === null ? noDueSentence : dueWords(data.dueAt)),
    {
      ...listTable(
        sheet,
        columns,
        data.rows.map((row, index) => [
          String(index + 1),
          cellMoment(row.at),
          row.person,
          row.act,
          row.taker,
          cellMoment(row.due),
        ]),
        { size: 9 },
      ),
      margin: around(sheet.mm(1.6)),
    },
  ]);
}
