import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { listPaper, partyLines } from './list-paper.ts';
import type { Column } from './list-table.ts';
import type { Fit } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { cellMoment } from './wording.ts';

const columns: readonly Column[] = [
  { heading: 'STT', share: 5, alignment: 'center' },
  { heading: 'Nội dung', share: 32 },
  { heading: 'Đơn vị', share: 20 },
  { heading: 'Ngày nhận', share: 14, alignment: 'center' },
  { heading: 'Ngày hẹn trả', share: 14, alignment: 'center' },
  { heading: 'Thời hạn xử lý', share: 17, alignment: 'center' },
  { heading: 'Số lượng hồ sơ', share: 9, alignment: 'center' },
  { heading: 'Họ và tên', share: 22 },
];

/** "Biên bản giao nhận hồ sơ": the list that goes with one acknowledgement for many dossiers (Thanh Hóa, Phú Yên). */
export function bulkMinutes(data: SlipDataOf<'bulkMinutes'>, fit: Fit = 'usual'): TDocumentDefinitions {
  const rows = data.rows.map((row, index) => [
    String(index + 1),
    row.request,
    row.unit,
    cellMoment(row.receivedAt),
    cellMoment(row.dueAt),
    row.limitText,
    String(row.sets),
    row.applicantName,
  ]);
  return listPaper(data, fit, {
    above: (sheet) => partyLines(sheet, ['Người giao', data.giver], ['Người nhận', data.taker], data.at),
    columns,
    rows,
    total: data.rows.reduce((sum, { sets }) => sum + sets, 0),
  });
}
