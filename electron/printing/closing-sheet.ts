import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { formatInteger } from '../../shared/domain/ratio.ts';
import type { FloatChange } from '../../shared/domain/shift-closing.ts';
import { formatMoney, formatNoteRanges } from '../../shared/format.ts';
import { paymentMethodLabels } from '../../shared/labels.ts';
import { type Column, listTable } from './list-table.ts';
import { around, type Fit, labelled, plain, type Sheet } from './sheet.ts';
import { letterhead, titleBlock } from './sheet-header.ts';
import { signatures } from './signatures.ts';
import type { SlipDataOf } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import { cellMoment, dateWords } from './wording.ts';
import { returnWords } from './wording-of-money.ts';

type Data = SlipDataOf<'closingSheet'>;
type Closing = Data['closing'];

/** "Phiếu chốt ca": the drawer as counted against what it must hold, and what the cashier hands over. Two people sign it. */
export function closingSheet(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const { closing } = data;
  return framed(data, fit, (sheet, copy) => [
    letterhead(sheet, data),
    {
      text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
      italics: true,
      alignment: 'right',
      margin: around(sheet.mm(2.2)),
    },
    titleBlock(sheet, data, copy),
    labelled(sheet, 'Người thu tiền', closing.cashier, { bold: true }),
    labelled(sheet, 'Ca làm việc', `từ ${cellMoment(closing.openedAt)} đến ${cellMoment(closing.closedAt)}`),
    ...(closing.instead
      ? [labelled(sheet, 'Chốt thay', `${plain(closing.instead.by)}, ${plain(closing.instead.reason)}`)]
      : []),
    ...earlierClosings(sheet, closing),
    heading(sheet, '1. Tiền mặt'),
    drawer(sheet, closing),
    heading(sheet, '2. Đã thu theo hình thức'),
    methods(sheet, closing),
    heading(sheet, '3. Hoàn, hủy'),
    returns(sheet, closing),
    heading(sheet, '4. Tình trạng quầy khi chốt ca'),
    { text: standing(closing).join('. ').concat('.'), alignment: 'justify' },
    ...(plain(data.note) === '' ? [] : [labelled(sheet, 'Ghi chú', data.note)]),
    {
      unbreakable: true,
      stack: [
        signatures(sheet, [
          { title: 'NGƯỜI THU TIỀN', name: closing.cashier },
          { title: closing.instead ? 'NGƯỜI CHỐT THAY' : 'NGƯỜI KIỂM TRA', name: data.witness },
        ]),
      ],
    },
  ]);
}

function heading(sheet: Sheet, text: string): Content {
  return { text, bold: true, margin: around(sheet.mm(1.6), sheet.mm(0.8)) };
}

const earlierColumns: readonly Column[] = [
  { heading: 'Lần', share: 8, alignment: 'center' },
  { heading: 'Chốt lúc', share: 28, alignment: 'center' },
  { heading: 'Phải có (đ)', share: 22, alignment: 'right' },
  { heading: 'Đếm được (đ)', share: 22, alignment: 'right' },
  { heading: 'Chênh lệch (đ)', share: 20, alignment: 'right' },
  { heading: 'Mã nhật ký', share: 20, alignment: 'center' },
];

/** Of a shift that was opened again: what each closing found, this one last, and who opened it. */
function earlierClosings(sheet: Sheet, closing: Closing): Content[] {
  const { earlier = [] } = closing;
  if (earlier.length === 0) return [];
  return [
    {
      text: 'Ca này đã chốt và được mở lại. Phiếu của lần trước giữ nguyên, phiếu này thay cho phiếu lần trước.',
      margin: around(sheet.mm(1.2), sheet.mm(0.8)),
    },
    listTable(
      sheet,
      earlierColumns,
      [...earlier, closing].map(
        ({ closedAt, expectedVnd, countedVnd, differenceVnd, journalHead }, index) => [
          String(index + 1),
          cellMoment(closedAt),
          formatInteger(expectedVnd),
          formatInteger(countedVnd),
          formatInteger(differenceVnd),
          journalHead,
        ],
      ),
    ),
    ...earlier.map(({ reopened: { at, by, approver, reason } }, index) => ({
      text: `Lần ${index + 1} mở lại lúc ${cellMoment(at)}: ${plain(by)} mở, ${plain(approver)} xác nhận. Lý do: ${plain(reason)}`,
      italics: true,
      margin: around(sheet.mm(0.5)),
    })),
  ];
}

const cashColumns: readonly Column[] = [
  { heading: 'Mệnh giá (đ)', share: 20, alignment: 'right' },
  { heading: 'Số tờ', share: 12, alignment: 'right' },
  { heading: 'Thành tiền (đ)', share: 24, alignment: 'right' },
];

/** What was counted on the left, what it must be on the right. */
function drawer(sheet: Sheet, closing: Closing): Content {
  const gap = sheet.mm(5);
  const left = sheet.contentWidth * 0.52;
  const right = sheet.contentWidth - left - gap;
  const { floatVnd, expectedVnd, countedVnd, differenceVnd, reason, floatChanges = [] } = closing;
  const sums: [string, number][] = [
    ['Tiền lẻ đầu ca', floatVnd],
    ['Thu, chi tiền mặt trong ca', expectedVnd - floatVnd],
    ['Phải có', expectedVnd],
    ['Kiểm đếm được', countedVnd],
  ];
  const rows = closing.cash.filter(({ pieces }) => pieces > 0);
  return {
    columns: [
      {
        width: left,
        stack: [
          listTable(
            { ...sheet, contentWidth: left },
            cashColumns,
            [
              ...rows.map(({ denominationVnd, pieces }) =>
                [denominationVnd, pieces, denominationVnd * pieces].map(formatInteger),
              ),
              ['Cộng', '', formatInteger(countedVnd)],
            ],
            { size: 9, hasTotal: true },
          ),
        ],
      },
      {
        width: right,
        stack: [
          ...sums.map(([label, amount]) => sum(label, formatMoney(amount), label === 'Phải có')),
          sum('Chênh lệch', differenceWords(differenceVnd), true),
          ...(reason === ''
            ? []
            : [{ text: `Lý do: ${plain(reason)}`, italics: true, margin: around(sheet.mm(0.5)) }]),
          ...floatChanges.map((change) => ({
            text: floatWords(change),
            italics: true,
            margin: around(sheet.mm(0.5)),
          })),
        ],
      },
    ],
    columnGap: gap,
  };
}

function sum(label: string, amount: string, bold: boolean): Content {
  return {
    columns: [
      { width: '*', text: label, bold },
      { width: 'auto', text: amount, bold, alignment: 'right' },
    ],
  };
}

function floatWords({ at, by, fromVnd, toVnd, reason }: FloatChange): string {
  const change = `${formatMoney(fromVnd)} thành ${formatMoney(toVnd)}`;
  return `${cellMoment(at)}: ${plain(by)} sửa tiền lẻ đầu ca từ ${change}. ${plain(reason)}`;
}

function differenceWords(differenceVnd: number): string {
  if (differenceVnd === 0) return 'không có';
  return `${differenceVnd < 0 ? 'thiếu' : 'thừa'} ${formatMoney(Math.abs(differenceVnd))}`;
}

const methodColumns: readonly Column[] = [
  { heading: 'Hình thức', share: 40 },
  { heading: 'Số lượt', share: 15, alignment: 'right' },
  { heading: 'Số tiền (đ)', share: 25, alignment: 'right' },
];

function methods(sheet: Sheet, { methods: taken, exemptCount, notes }: Closing): Content {
  const total = taken.reduce((all, { amountVnd }) => all + amountVnd, 0);
  const count = taken.reduce((all, one) => all + one.count, 0);
  return {
    stack: [
      listTable(
        sheet,
        methodColumns,
        [
          ...taken.map((one) => [
            paymentMethodLabels[one.method],
            formatInteger(one.count),
            formatInteger(one.amountVnd),
          ]),
          ['Miễn', formatInteger(exemptCount), '0'],
          ['Cộng', formatInteger(count + exemptCount), formatInteger(total)],
        ],
        { hasTotal: true },
      ),
      {
        text:
          notes.length === 0
            ? 'Trong ca không lập phiếu thu.'
            : `Phiếu thu đã lập: ${formatNoteRanges(notes)}.`,
        margin: around(sheet.mm(0.8)),
      },
    ],
  };
}

const returnColumns: readonly Column[] = [
  { heading: 'TT', share: 6, alignment: 'center' },
  { heading: 'Số phiếu', share: 30, alignment: 'center' },
  { heading: 'Việc', share: 17, alignment: 'center' },
  { heading: 'Hình thức', share: 18 },
  { heading: 'Số tiền (đ)', share: 18, alignment: 'right' },
  { heading: 'Lý do', share: 36 },
];

function returns(sheet: Sheet, closing: Closing): Content {
  if (closing.returns.length === 0) return { text: 'Không có.' };
  return listTable(
    sheet,
    returnColumns,
    closing.returns.map(({ kind, noteNo, method, amountVnd, reason }, index) => [
      String(index + 1),
      noteNo,
      returnWords[kind],
      paymentMethodLabels[method],
      formatInteger(amountVnd),
      reason,
    ]),
  );
}

function standing(closing: Closing): string[] {
  const { openCases, originalsHeld, unprintedSlips, lastBackupAt, journalHead } = closing;
  return [
    `Hồ sơ đang mở: ${formatInteger(openCases)}`,
    `Bản chính đang giữ: ${formatInteger(originalsHeld)}`,
    `Phiếu chưa in: ${formatInteger(unprintedSlips)}`,
    `Sao lưu gần nhất: ${lastBackupAt === null ? 'chưa có' : cellMoment(lastBackupAt)}`,
    `Mã nhật ký: ${plain(journalHead)} (giữ tờ này để đối chiếu khi kiểm tra sổ)`,
  ];
}
