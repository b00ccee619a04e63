import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatInteger } from '../../shared/domain/ratio.ts';
import { formatMoney } from '../../shared/format.ts';
import { sideBySide } from './data-lines.ts';
import { feeNoteRoll } from './fee-note-roll.ts';
import { type Column, listTable } from './list-table.ts';
import { around, balanced, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { letterhead, secondTitleLine } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { SlipCopy, SlipDataOf } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import { capitals, dateWords, dots, momentWords } from './wording.ts';
import { cancelledWords, notAReceipt, refundWords } from './wording-of-money.ts';

type Data = SlipDataOf<'feeNote'>;

const columns: readonly Column[] = [
  { heading: 'TT', share: 7, alignment: 'center' },
  { heading: 'Nội dung thu', share: 50 },
  { heading: 'Số lượng', share: 14, alignment: 'center' },
  { heading: 'Đơn giá (đ)', share: 19, alignment: 'right' },
  { heading: 'Thành tiền (đ)', share: 24, alignment: 'right' },
];

/**
 * "Phiếu thu": what was paid for a case, A5 or 80 mm. It is the office's own paper and says that it takes the place of no
 * receipt, whose fields it repeats where one was made elsewhere (NĐ 254/2026/NĐ-CP Đ23).
 */
export function feeNote(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  if (data.paper === 'roll80') return feeNoteRoll(data);
  return framed(
    data,
    fit,
    (sheet, copy) => [
      letterhead(sheet, data),
      numberAndDate(sheet, data),
      title(sheet, data, copy),
      ...cancellation(sheet, data),
      labelled(sheet, 'Họ và tên người nộp tiền', data.payer, { bold: true }),
      labelled(sheet, 'Mã hồ sơ', data.codes?.caseCode),
      {
        ...listTable(sheet, columns, [
          ...data.lines.map(({ name, quantity, unitVnd, amountVnd }, index) => [
            String(index + 1),
            name,
            formatInteger(quantity),
            unitVnd === null ? '' : formatInteger(unitVnd),
            amountVnd === null ? '' : formatInteger(amountVnd),
          ]),
        ]),
        margin: around(sheet.mm(1.2)),
      },
      {
        unbreakable: true,
        margin: around(sheet.mm(1.2)),
        stack: [
          {
            columns: [
              { width: '*', text: 'Tổng số tiền:', bold: true, fontSize: sheet.type(12) },
              {
                width: 'auto',
                text: formatMoney(data.totalVnd),
                bold: true,
                fontSize: sheet.type(12),
              },
            ],
            columnGap: sheet.mm(2),
          },
          { text: ['Bằng chữ: ', { text: plain(data.totalWords), italics: true, bold: true }] },
          ...payment(sheet, data),
          ...data.refunds.map((refund) => ({ text: refundWords(refund), bold: true })),
          signatures(sheet, [
            { title: 'NGƯỜI NỘP TIỀN', name: data.payer },
            { title: 'NGƯỜI THU TIỀN', name: data.cashierName },
          ]),
        ],
      },
    ],
    'namesCase',
  );
}

function numberAndDate(sheet: Sheet, data: Data): Content {
  return {
    columns: [
      { width: 'auto', text: ['Số phiếu: ', { text: plain(data.noteNo) || dots(6), bold: true }] },
      {
        width: '*',
        text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
        italics: true,
        alignment: 'right',
      },
    ],
    margin: around(sheet.mm(3)),
  };
}

function title(sheet: Sheet, data: Data, copy: SlipCopy): Content {
  const size = sheet.type(13);
  return {
    stack: [
      {
        text: balanced(capitals(data.formText.title), sheet.contentWidth / size, true),
        bold: true,
        fontSize: size,
      },
      ...secondTitleLine(data),
      { text: `(${notAReceipt})`, bold: true, fontSize: sheet.type(11) },
      ...(copy.label === ''
        ? []
        : [{ text: `(${plain(copy.label)})`, italics: true, fontSize: sheet.type(9.5) }]),
    ],
    alignment: 'center',
    margin: around(sheet.mm(2.5), sheet.mm(1.6)),
  };
}

/** Across the sheet and framed: nobody may take it for a note that counts. */
function cancellation(sheet: Sheet, { cancelled }: Data): Content[] {
  if (cancelled === null) return [];
  const line = sheet.mm(0.7);
  const padding = sheet.mm(1.4);
  return [
    {
      table: {
        widths: [sheet.contentWidth - 2 * (line + padding)],
        body: [
          [
            {
              alignment: 'center',
              stack: [
                { text: 'ĐÃ HỦY', bold: true, fontSize: sheet.type(22), characterSpacing: sheet.type(3) },
                { text: cancelledWords(cancelled) },
              ],
            },
          ],
        ],
      },
      layout: {
        hLineWidth: () => line,
        vLineWidth: () => line,
        paddingLeft: () => padding,
        paddingRight: () => padding,
        paddingTop: () => padding / 2,
        paddingBottom: () => padding,
      },
      margin: around(0, sheet.mm(2)),
    },
  ];
}

function payment(sheet: Sheet, { method, reference, paidAt, receipt }: Data): Content[] {
  return [
    labelled(sheet, 'Hình thức nộp', method),
    ...(reference === null ? [] : [labelled(sheet, 'Số tham chiếu giao dịch', reference)]),
    labelled(sheet, 'Thời gian thu', paidAt === null ? null : momentWords(paidAt)),
    {
      text: 'Biên lai thu phí, lệ phí đã lập:',
      margin: around(sheet.mm(1)),
    },
    sideBySide(sheet, ['Mẫu số', receipt?.formSymbol ?? null], ['Ký hiệu', receipt?.symbol ?? null]),
    sideBySide(sheet, ['Số', receipt?.number ?? null], ['Mã tra cứu', receipt?.lookupCode ?? null]),
  ];
}
