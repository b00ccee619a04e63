import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { formatDay, formatHour, formatMoney } from '../../shared/format.ts';
import { rollDocument, rollRule } from './roll.ts';
import { around, balanced, plain, type Sheet } from './sheet.ts';
import type { SlipDataOf } from './slip-data.ts';
import { capitals } from './wording.ts';
import { cancelledWords, notAReceipt, refundWords } from './wording-of-money.ts';

type Data = SlipDataOf<'feeNote'>;

/** The fee note on an 80 mm roll: the payer's, the office keeps its own in the register. */
export function feeNoteRoll(data: Data): TDocumentDefinitions {
  return rollDocument(data, (sheet) => {
    const width = sheet.contentWidth;
    return [
      { text: capitals(data.office.parentAgency), fontSize: 9.5 },
      {
        text: balanced(capitals(data.office.oneStopUnit), width / 10.5, true),
        fontSize: 10.5,
        bold: true,
      },
      {
        text: balanced(capitals(data.formText.title), width / 13, true),
        fontSize: 13,
        bold: true,
        margin: around(7),
      },
      { text: `(${notAReceipt})`, fontSize: 11, bold: true, margin: around(1, 3) },
      ...(data.cancelled === null
        ? []
        : [
            { text: 'ĐÃ HỦY', fontSize: 24, bold: true, characterSpacing: 2 },
            { text: cancelledWords(data.cancelled), fontSize: 10, margin: around(0, 4) },
          ]),
      ...[
        pair(sheet, 'Số phiếu:', plain(data.noteNo), true),
        pair(sheet, 'Người nộp:', plain(data.payer)),
        pair(sheet, 'Mã hồ sơ:', plain(data.codes?.caseCode)),
      ],
      rollRule(sheet),
      ...data.lines.flatMap((line) => lineOf(sheet, line)),
      rollRule(sheet),
      pair(sheet, 'Tổng số tiền:', formatMoney(data.totalVnd), true, 13),
      { text: plain(data.totalWords), italics: true, fontSize: 10.5, alignment: 'left' },
      ...data.refunds.map((refund) => ({
        text: refundWords(refund),
        bold: true,
        fontSize: 10,
        alignment: 'left' as const,
      })),
      ...payment(sheet, data),
      { text: `Người thu tiền: ${plain(data.cashierName)}`, fontSize: 10, alignment: 'left' },
      ...data.formText.notes.map((note) => ({
        text: balanced(plain(note), width / 10),
        fontSize: 10,
        margin: around(5),
      })),
      { text: `Phiên bản ${data.codes?.version ?? 1}`, fontSize: 8.5, margin: around(4) },
    ];
  });
}

function pair(sheet: Sheet, label: string, value: string, bold = false, fontSize = 10): Content {
  return {
    columns: [
      { width: 'auto', text: label, alignment: 'left' },
      { width: '*', text: value || '…', bold, alignment: 'right' },
    ],
    columnGap: sheet.mm(2),
    fontSize,
  };
}

function lineOf(sheet: Sheet, { name, quantity, unitVnd, amountVnd }: Data['lines'][number]): Content[] {
  const amount = amountVnd === null ? '…' : formatInteger(amountVnd);
  const count =
    unitVnd === null ? formatInteger(quantity) : `${formatInteger(quantity)} × ${formatInteger(unitVnd)}`;
  return [{ text: plain(name), fontSize: 10.5, alignment: 'left' }, pair(sheet, count, amount, false, 10.5)];
}

function payment(sheet: Sheet, { method, reference, paidAt, receipt }: Data): Content[] {
  return [
    { text: '', margin: around(4) },
    pair(sheet, 'Hình thức nộp:', plain(method)),
    ...(reference === null ? [] : [pair(sheet, 'Tham chiếu:', plain(reference))]),
    pair(sheet, 'Thời gian thu:', paidAt === null ? '' : `${formatHour(paidAt)} ${formatDay(paidAt)}`),
    ...(receipt === null
      ? []
      : [
          pair(sheet, 'Biên lai mẫu số:', plain(receipt.formSymbol)),
          pair(sheet, 'Ký hiệu, số:', `${plain(receipt.symbol)}, ${plain(receipt.number)}`),
          pair(sheet, 'Mã tra cứu:', plain(receipt.lookupCode)),
        ]),
  ];
}
