import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { weekdayName } from '../../shared/format.ts';
import { around, balanced, documentOf, type Fit, plain, type Sheet, sheetOf } from './sheet.ts';
import { pageOfCopy, topMargin } from './sheet-header.ts';
import { qrOnPage, qrPicture, qrSide } from './slip-codes.ts';
import type { SlipDataOf } from './slip-data.ts';
import { capitals, dateWords, hourWords, noDueSentence, provisionalSentence } from './wording.ts';

type Data = SlipDataOf<'largeTypeSlip'>;

/** No letter is smaller than this, in points: it is read without spectacles. */
const smallest = 16;

/** The appointment for those who read with difficulty: the day, the hour, the place, whom to call. Nothing else. */
export function largeTypeSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  const sheet = sheetOf(data.paper);
  // Tight gives up air and the size of headings, never the smallest letter.
  const size = (points: number) => (fit === 'tight' ? Math.max(smallest, points * 0.85) : points);
  const { office } = data;
  const room = sheet.contentWidth;
  const line = (text: string, points: number, above: number, bold = true): Content => ({
    text: balanced(text, room / size(points), bold),
    fontSize: size(points),
    bold,
    lineHeight: 1.02,
    margin: around(fit === 'tight' ? above / 2 : above),
  });
  const phone = plain(office.phone);
  return {
    ...documentOf(data, sheet),
    pageMargins: [sheet.marginLeft, sheet.marginTop, sheet.marginRight, sheet.mm(9)],
    header: (page, pages) => topMargin(sheet, data, pageOfCopy(page, pages, data.copies.length)),
    content: data.copies.map((_, index) => ({
      alignment: 'center' as const,
      ...(index > 0 && { pageBreak: 'before' as const }),
      stack: [
        line(capitals(office.parentAgency), smallest, 4),
        line(capitals(data.formText.title), 24, 10),
        ...(data.formText.secondTitle === null ? [] : [line(plain(data.formText.secondTitle), 18, 2)]),
        line(plain(data.applicantName), 22, 12),
        line(plain(data.request), 18, 3, false),
        appointment(sheet, data, size),
        line(`Nơi trả: ${plain(data.returnPlace)}`, 18, 12, false),
        ...(phone === '' ? [] : [line(`Hỏi thêm: ${phone.replaceAll(' ', '\u00a0')}`, 22, 8)]),
        ...data.formText.notes.map((note) => line(plain(note), smallest, 8, false)),
        code(sheet, data, size),
      ],
    })),
  };
}

function appointment(sheet: Sheet, { due }: Data, size: (points: number) => number): Content {
  const frame = 2;
  const padding = 8;
  const lines: Content[] =
    due.at === null
      ? [{ text: plain(due.sentence) || noDueSentence, fontSize: size(20), bold: true }]
      : [
          { text: 'ĐẾN LẤY KẾT QUẢ LÚC', fontSize: size(18) },
          { text: hourWords(due.at), fontSize: size(40), bold: true },
          { text: weekdayName(due.at), fontSize: size(36), bold: true },
          { text: dateWords(due.at), fontSize: size(28), bold: true },
          ...(due.provisionalYear === null
            ? []
            : [{ text: `Lưu ý: ${provisionalSentence(due.provisionalYear)}`, fontSize: smallest }]),
        ];
  return {
    table: {
      widths: [sheet.contentWidth - 2 * (frame + padding)],
      body: [[{ stack: lines, alignment: 'center', lineHeight: 1.02 }]],
    },
    layout: {
      hLineWidth: () => frame,
      vLineWidth: () => frame,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => padding / 2,
      paddingBottom: () => padding / 2,
    },
    margin: around(12),
  };
}

/** QR and code for the scanner, small as codes may be, with the version. */
function code(sheet: Sheet, { codes }: Data, size: (points: number) => number): Content {
  if (codes === null) return { text: '' };
  const { text, dots } = qrOnPage(codes, 16);
  const side = qrSide(text, dots);
  return {
    columns: [
      { width: '*', text: '' },
      { width: side, stack: [qrPicture(text, dots, 'laser')] },
      {
        width: 'auto',
        alignment: 'left',
        stack: [
          { text: codes.slipCode, bold: true, fontSize: size(18) },
          { text: `Phiên bản ${codes.version}`, fontSize: smallest },
        ],
        margin: around(side / 2 - 22),
      },
      { width: '*', text: '' },
    ],
    columnGap: sheet.mm(3),
    margin: around(14),
  };
}
