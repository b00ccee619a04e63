import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { papersTable } from './papers-table.ts';
import { around, type Fit, labelled, ruledTable, type Sheet } from './sheet.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { slipDocument } from './slip-frame.ts';
import type { HandoverSide } from './slip-parts.ts';
import { blankMoment, capitals, counted, dateWords, dueWords, hourWords, noDueSentence } from './wording.ts';

type Data = SlipDataOf<'handoverSlip'>;

/** "Giấy bàn giao hồ sơ" of one dossier: the way out, and the way back with the result; both sides sign each. */
export function handoverSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  return slipDocument(data, fit, (sheet) => [
    labelled(sheet, 'Nội dung', data.request, { bold: true }),
    labelled(sheet, 'Chủ hồ sơ', data.applicantName),
    labelled(sheet, 'Người nộp hồ sơ', data.submitterName),
    labelled(sheet, 'Số lượng hồ sơ', counted(data.sets, 'bộ')),
    labelled(sheet, 'Ngày, giờ hẹn trả kết quả', data.dueAt === null ? noDueSentence : dueWords(data.dueAt)),
    { text: 'Thành phần hồ sơ bàn giao gồm:', margin: around(sheet.mm(1.2), sheet.mm(0.8)) },
    papersTable(sheet, { kind: 'components', rows: data.rows }),
    sides(sheet, data),
    {
      unbreakable: true,
      alignment: 'center',
      margin: around(sheet.mm(3), sheet.mm(16)),
      text: [
        { text: `XÁC NHẬN CỦA ${capitals(data.office.oneStopUnit)}\n`, bold: true },
        { text: '(Ký và ghi rõ họ tên)', italics: true, fontSize: sheet.type(9.5) },
      ],
    },
  ]);
}

/** Both ways beside each other, so that the paper stays one sheet. */
function sides(sheet: Sheet, { out, back }: Data): Content {
  const layout = ruledTable(sheet);
  const width = sheet.contentWidth / 2 - 2 * sheet.mm(1.4) - sheet.mm(0.3);
  return {
    unbreakable: true,
    table: {
      widths: [width, width],
      body: [[side(sheet, 'I. Giao hồ sơ', out, width), side(sheet, 'II. Nhận kết quả', back, width)]],
    },
    layout: { ...layout, paddingTop: () => sheet.mm(1.2), paddingBottom: () => sheet.mm(1.2) },
    margin: around(sheet.mm(2.4)),
  };
}

function side(sheet: Sheet, title: string, { giver, taker, at }: HandoverSide, width: number): TableCell {
  return {
    stack: [
      { text: capitals(title), bold: true, alignment: 'center', margin: around(0, sheet.mm(0.8)) },
      labelled(sheet, 'Giao', giver, { width }),
      labelled(sheet, 'Nhận', taker, { width }),
      at === null ? blankMoment.join('\n') : `${hourWords(at)},\n${dateWords(at)}`,
      signatures({ ...sheet, contentWidth: width }, [
        { title: 'BÊN GIAO', name: null, below: '(Ký)' },
        { title: 'BÊN NHẬN', name: null, below: '(Ký)' },
      ]),
    ],
  };
}
