import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { listPaper, partyLines } from './list-paper.ts';
import type { BulkRow } from './list-parts.ts';
import type { Column } from './list-table.ts';
import { type Fit, plain } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { cellMoment } from './wording.ts';

const columns: readonly Column[] = [
  { heading: 'STT', share: 5, alignment: 'center' },
  { heading: 'Nội dung', share: 24 },
  { heading: 'Đơn vị', share: 22 },
  { heading: 'Ngày nhận', share: 14, alignment: 'center' },
  { heading: 'Ngày hẹn trả', share: 14, alignment: 'center' },
  { heading: 'Thời hạn xử lý', share: 17, alignment: 'center' },
  { heading: 'Số lượng hồ sơ', share: 9, alignment: 'center' },
  { heading: 'Họ và tên', share: 36 },
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
    `${row.applicantName}${row.birthYear === null ? '' : `, ${row.birthYear}`} (${row.shortCode})`,
  ]);
  return listPaper(data, fit, {
    above: (sheet) => [
      ...partyLines(sheet, ['Người giao', data.giver], ['Người nhận', data.taker], data.at),
      ...procedureLines(data.rows),
    ],
    columns,
    rows,
    total: data.rows.reduce((sum, { sets }) => sum + sets, 0),
  });
}

/** Every procedure of the list once in full, with the short name that its rows have. */
function procedureLines(rows: readonly BulkRow[]): Content[] {
  const names = new Map(rows.map((row) => [row.procedureName, row.procedureShortName]));
  return [...names].map(([name, shortName]) => ({
    text: `Thủ tục: ${plain(name)}${shortName === name ? '' : ` (ghi gọn: ${plain(shortName)})`}`,
  }));
}
