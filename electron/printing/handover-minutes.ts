import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { listPaper, partyLines } from './list-paper.ts';
import type { Column } from './list-table.ts';
import type { Fit } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { cellMoment } from './wording.ts';

const columns: readonly Column[] = [
  { heading: 'TT', share: 5, alignment: 'center' },
  { heading: 'Mã hồ sơ', share: 25, alignment: 'center' },
  { heading: 'Nội dung', share: 36 },
  { heading: 'Chủ hồ sơ', share: 24 },
  { heading: 'Ngày nhận', share: 14, alignment: 'center' },
  { heading: 'Ngày hẹn trả', share: 14, alignment: 'center' },
  { heading: 'Số giấy tờ', share: 9, alignment: 'center' },
  { heading: 'Ghi chú', share: 13 },
];

/** "Giấy bàn giao hồ sơ" for many dossiers that go to the officer or the agency together. */
export function handoverMinutes(
  data: SlipDataOf<'handoverMinutes'>,
  fit: Fit = 'usual',
): TDocumentDefinitions {
  const rows = data.rows.map((row, index) => [
    String(index + 1),
    row.caseCode,
    row.request,
    row.applicantName,
    cellMoment(row.receivedAt),
    cellMoment(row.dueAt),
    row.papers > 0 ? String(row.papers) : '',
    '',
  ]);
  return listPaper(data, fit, {
    above: (sheet) => partyLines(sheet, ['Bên giao', data.giver], ['Bên nhận', data.taker], data.at),
    columns,
    rows,
    total: rows.length,
  });
}
