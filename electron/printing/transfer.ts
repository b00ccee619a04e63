import type { Content, ContentText } from 'pdfmake/interfaces.js';
import { formatMoney } from '../../shared/format.ts';
import { around, balanced, type Fit, plain, type Sheet } from './sheet.ts';
import { transferPicture } from './slip-codes.ts';
import type { SlipTransfer } from './slip-parts.ts';

/**
 * The VietQR of a fee that is to be transferred. Bank, account and holder always stand beside it (rules §13), and it claims
 * nothing: whether the money came is seen by a person.
 */

const transferSentence = 'Quét để nộp lệ phí; cán bộ xác nhận khi thấy tiền.';

/** What to type where nothing scans. */
function transferLines({ bankName, account, holder, amountVnd, purpose }: SlipTransfer): string[] {
  return [
    `Ngân hàng: ${plain(bankName)}`,
    `Số tài khoản: ${plain(account)}`,
    `Chủ tài khoản: ${plain(holder)}`,
    `Số tiền: ${formatMoney(amountVnd)}. Nội dung: ${plain(purpose)}`,
  ];
}

/** The same, two to a line where they are short; in one run where every line counts. */
function sheetWords(transfer: SlipTransfer, fit: Fit): string {
  const [bank, account, ...others] = transferLines(transfer);
  return [`${bank}. ${account}`, ...others].join(fit === 'short' ? '. ' : '\n');
}

/** Code and words by themselves, for a page of their own. */
export function transferApart(sheet: Sheet, transfer: SlipTransfer): Content {
  return besideTransfer(sheet, transfer, 'apart', () => ({ text: '' }));
}

/** The words on the left and the signatures below them, the code on the right: the sheet grows by the words alone. */
export function besideTransfer(
  sheet: Sheet,
  transfer: SlipTransfer,
  fit: Fit,
  below: (sheet: Sheet) => Content,
): Content {
  const picture = transferPicture(transfer.payload, sheet.paper === 'A5' ? 6 : 8, 'laser');
  const gap = sheet.mm(3);
  const width = sheet.contentWidth - picture.width - gap;
  const fontSize = sheet.type(9);
  const words: ContentText = {
    text: [
      { text: `${transferSentence}${fit === 'short' ? ' ' : '\n'}`, bold: true },
      sheetWords(transfer, fit),
    ],
    fontSize,
    lineHeight: 1.08,
  };
  return {
    unbreakable: true,
    margin: around(sheet.mm(1.2)),
    columns: [
      { width, stack: [words, below({ ...sheet, contentWidth: width })] },
      {
        width: picture.width,
        stack: [
          picture,
          {
            text: 'Mã nộp lệ phí',
            fontSize: sheet.type(8),
            alignment: 'center',
            margin: around(sheet.mm(1)),
          },
        ],
      },
    ],
    columnGap: gap,
  };
}

/** On the roll one below the other. */
export function transferOnRoll(sheet: Sheet, transfer: SlipTransfer): Content[] {
  return [
    {
      text: balanced(transferSentence, sheet.contentWidth / 10.5, true),
      bold: true,
      fontSize: 10.5,
      margin: around(2, 8),
    },
    { ...transferPicture(transfer.payload, 6, 'thermal'), margin: around(0, 8) },
    ...transferLines(transfer).map((text) => ({ text, fontSize: 10 })),
  ];
}
