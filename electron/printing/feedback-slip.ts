import type { Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { answer } from './data-lines.ts';
import { around, type Fit, labelled, type Sheet } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';

/** "Phiếu góp ý của tổ chức, cá nhân": boxes to tick and lines to write on; no name is asked for. */
export function feedbackSlip(data: SlipDataOf<'feedbackSlip'>, fit: Fit = 'usual'): TDocumentDefinitions {
  return slipDocument(data, fit, (sheet) => [
    labelled(sheet, 'Cán bộ cần góp ý', data.clerkName),
    labelled(sheet, 'Nội dung giải quyết thủ tục hành chính', data.request),
    question(sheet, '1. Thời gian giải quyết', ['Đúng hạn', 'Trước hạn', 'Chậm']),
    question(sheet, '2. Phong cách phục vụ', ['Tốt', 'Bình thường', 'Chưa tốt']),
    { stack: [answer(sheet, '3. Ý kiến khác', null, 8)], margin: around(sheet.mm(3)) },
    {
      unbreakable: true,
      margin: around(sheet.mm(3)),
      stack: [
        labelled(sheet, 'Họ và tên (không bắt buộc)', null),
        labelled(sheet, 'Số điện thoại (không bắt buộc)', null),
      ],
    },
  ]);
}

function question(sheet: Sheet, text: string, answers: readonly string[]): Content {
  const side = sheet.mm(4.2);
  const width = sheet.contentWidth / answers.length;
  return {
    unbreakable: true,
    margin: around(sheet.mm(3)),
    stack: [
      { text, bold: true, margin: around(0, sheet.mm(1.6)) },
      {
        columns: answers.map(
          (word): Column => ({
            width,
            columns: [
              {
                width: side + sheet.mm(2),
                canvas: [{ type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: sheet.mm(0.25) }],
              },
              { width: '*', text: word },
            ],
            columnGap: 0,
          }),
        ),
        columnGap: 0,
      },
    ],
  };
}
