import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { listPaper, partyLines } from './list-paper.ts';
import type { Column } from './list-table.ts';
import { type Fit, labelled } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';

const columns: readonly Column[] = [
  { heading: 'TT', share: 5, alignment: 'center' },
  { heading: 'Mã hồ sơ', share: 24, alignment: 'center' },
  { heading: 'Nội dung giải quyết', share: 26 },
  { heading: 'Kết quả', share: 20 },
  { heading: 'Họ tên chủ hồ sơ', share: 20 },
  { heading: 'Địa chỉ', share: 24 },
  { heading: 'Phí, lệ phí', share: 8, alignment: 'center' },
  { heading: 'Đăng ký trả qua bưu điện', share: 10, alignment: 'center' },
];

/** "Phiếu bàn giao kết quả giải quyết thủ tục hành chính": results on their way to the counter. */
export function resultHandover(data: SlipDataOf<'resultHandover'>, fit: Fit = 'usual'): TDocumentDefinitions {
  const rows = data.rows.map((row, index) => [
    String(index + 1),
    row.caseCode,
    row.request,
    row.result,
    row.applicantName,
    row.address,
    row.hasFee ? 'X' : '',
    row.byPost ? 'X' : '',
  ]);
  return listPaper(data, fit, {
    above: (sheet) => [
      labelled(sheet, 'Đơn vị chủ trì', data.office.unit),
      ...partyLines(sheet, ['Người giao', data.giver], ['Người nhận', data.taker], data.at),
    ],
    columns,
    rows,
    total: rows.length,
  });
}
