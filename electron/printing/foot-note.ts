import type { Content } from 'pdfmake/interfaces.js';
import { plain, roughWidth, type Sheet } from './sheet.ts';
import { type CodePicture, qrOnPage, qrPicture, qrSide } from './slip-codes.ts';
import type { SlipHead } from './slip-data.ts';
import { enquiryLine, ratingLine } from './wording.ts';

/** The foot of every page: a rule, the notes and the QR of the slip code. It stands in the bottom margin. */

interface FootNote {
  /** Bottom margin of the page that leaves room for it. */
  height: number;
  /** A new piece of content each time: the layout engine writes into it. */
  content: (hasRating: boolean) => Content;
}

export type Foot = 'namesCase' | 'namesCode';

export function footNote(sheet: Sheet, data: SlipHead, foot?: Foot): FootNote {
  const notes = data.formText.notes.map(plain).filter((note) => note !== '');
  const enquiry = enquiryLine(data.office);
  const code =
    foot === 'namesCase' && data.codes !== null
      ? `Mã hồ sơ: ${plain(data.codes.caseCode)}. Phiên bản ${data.codes.version}.`
      : '';
  const notice = plain(data.formText.dataNotice ?? '');
  const text = [...notes, notice, enquiry, code].filter((part) => part !== '').join(' ');
  const qr = data.codes === null ? null : qrOnPage(data.codes, sheet.paper === 'A5' ? 16 : 21);
  const side = qr === null ? 0 : qrSide(qr.text, qr.dots);
  const gap = qr === null ? 0 : sheet.mm(4);
  const textWidth = sheet.contentWidth - side - gap;
  const size = sheet.type(8.5);
  const rating = data.ratingCode === null ? '' : `${ratingLine(data.ratingCode)}.`;
  const lines =
    Math.ceil((roughWidth(`Ghi chú: ${text}`) * size * 1.06) / textWidth) + (rating === '' ? 0 : 1);
  const padding = sheet.mm(1.5);
  const label = foot === 'namesCode' && qr !== null ? sheet.type(8) * 1.3 : 0;
  const inner = Math.max(side + label, text + rating === '' ? 0 : lines * size * 1.25);
  return {
    height: inner + padding * 2 + sheet.marginBottom,
    content: (hasRating) => ({
      stack: [
        {
          canvas: [
            {
              type: 'line',
              x1: 0,
              y1: 0,
              x2: sheet.contentWidth,
              y2: 0,
              lineWidth: sheet.mm(0.2),
            },
          ],
        },
        {
          columns: [
            {
              width: textWidth,
              stack: [
                ...(rating === '' || !hasRating ? [] : [{ text: rating, bold: true }]),
                {
                  text: notes.length === 0 ? text : [{ text: 'Ghi chú: ', bold: true }, text],
                  alignment: notes.length === 0 ? ('left' as const) : ('justify' as const),
                },
              ],
              fontSize: size,
              lineHeight: 1.08,
            },
            ...(qr === null
              ? []
              : [{ width: side, ...labelled(sheet, qrPicture(qr.text, qr.dots, 'laser'), label > 0) }]),
          ],
          columnGap: gap,
          margin: [0, padding, 0, 0],
        },
      ],
      margin: [sheet.marginLeft, padding, sheet.marginRight, 0],
    }),
  };
}

/** Beside the code of a transfer it says which one it is. */
function labelled(sheet: Sheet, picture: CodePicture, hasLabel: boolean) {
  const words = { text: 'Mã tra cứu', fontSize: sheet.type(8), alignment: 'center' as const };
  return { stack: hasLabel ? [picture, words] : [picture] };
}
