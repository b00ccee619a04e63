import type { Content, ContentCanvas, ContentText } from 'pdfmake/interfaces.js';
import { around, balanced, plain, type Sheet } from './sheet.ts';
import { barcode, barcodeQuietZone } from './slip-codes.ts';
import type { SlipCopy, SlipData } from './slip-data.ts';
import { capitals, dateWords, dots } from './wording.ts';

/** What stands above a form's own lines: letterhead, codes, title; and the marks in the top margin of every page. */

/** Centred rule. */
function rule(width: number, thickness: number, above: number): ContentCanvas {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: thickness }],
    alignment: 'center',
    margin: around(above, 0),
  };
}

/**
 * Agency on the left, national name and motto on the right; neither of the latter may wrap, each agency may
 * (NĐ 30/2020/NĐ-CP, Phụ lục I). The rule under the agency is a third of its column.
 */
export function letterhead(sheet: Sheet, data: SlipData): Content {
  const size = sheet.type(9);
  const left = sheet.mm(46);
  return {
    columns: [
      {
        width: left,
        alignment: 'center',
        fontSize: size,
        lineHeight: 1.07,
        stack: [
          { text: capitals(data.office.parentAgency) },
          { text: balanced(capitals(data.office.oneStopUnit), left / size, true), bold: true },
          rule(sheet.mm(18), sheet.mm(0.25), sheet.mm(0.7)),
        ],
      },
      {
        width: sheet.contentWidth - left - sheet.mm(3),
        alignment: 'center',
        bold: true,
        stack: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', fontSize: size, lineHeight: 1.07, noWrap: true },
          { text: 'Độc lập - Tự do - Hạnh phúc', fontSize: sheet.type(9.5), lineHeight: 1.07, noWrap: true },
          rule(sheet.mm(40), sheet.mm(0.25), sheet.mm(0.5)),
        ],
      },
    ],
    columnGap: sheet.mm(3),
  };
}

/** Codes on the left, with the barcode a scanner reads; place, date and the place in the register book on the right. */
export function codesAndDate(sheet: Sheet, data: SlipData): Content {
  const dotsPerModule = sheet.paper === 'A4' ? 5 : 4;
  const barHeight = sheet.mm(8);
  const { volume, serial } = data.case;
  return {
    columns: [
      {
        width: 'auto',
        stack: [
          {
            text: ['Mã hồ sơ: ', { text: plain(data.case.caseCode), bold: true }],
            noWrap: true,
            margin: around(0, 1),
          },
          barcode(data.case.slipCode, dotsPerModule, barHeight),
          {
            text: [
              { text: data.case.slipCode, characterSpacing: sheet.type(0.3) },
              { text: `   Phiên bản ${data.version}`, preserveLeadingSpaces: true },
            ],
            fontSize: sheet.type(8.5),
            margin: around(sheet.mm(0.3)),
          },
        ],
      },
      {
        width: '*',
        alignment: 'right',
        margin: around(sheet.type(10) * 1.27 + barHeight - sheet.type(10) * 1.5),
        stack: [
          { text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`, italics: true },
          `Quyển số: ${plain(volume) || dots(3)}, Số thứ tự: ${plain(serial) || dots(4)}`,
        ],
      },
    ],
    columnGap: Math.max(barcodeQuietZone(dotsPerModule), sheet.mm(4)),
    margin: around(sheet.mm(2.2)),
  };
}

/** Form number and legal line (when switched on), title, and the copy it is. */
export function titleBlock(sheet: Sheet, data: SlipData, copy: SlipCopy | null): Content {
  const { title, formNumberLine, legalLine } = data.formText;
  const above: ContentText[] = [];
  const origin = [plain(formNumberLine), plain(legalLine)].filter((line) => line !== '').join(' ');
  if (origin !== '')
    above.push({ text: origin, italics: true, fontSize: sheet.type(8.5), alignment: 'right' });
  const stack: Content[] = [
    ...above,
    { text: capitals(title), bold: true, fontSize: sheet.type(13), alignment: 'center', lineHeight: 1.1 },
  ];
  if (copy !== null) {
    // One line whatever it says, so that every copy breaks its pages alike.
    stack.push({
      text: `(${oneLine(copy.label)})`,
      italics: true,
      fontSize: sheet.type(9.5),
      alignment: 'center',
      noWrap: true,
    });
  }
  return { stack, margin: around(sheet.mm(2.2), sheet.mm(1.4)) };
}

function oneLine(label: string): string {
  const text = plain(label);
  return text.length <= 70 ? text : `${text.slice(0, 69)}…`;
}

/** "IN LẠI lần 2"; empty on the first print. */
export function reprintMark(data: SlipData): string {
  return data.reprint > 0 ? `IN LẠI lần ${data.reprint}` : '';
}

/**
 * The top margin: reprint mark left, page number of the copy in the middle where there are several, "MẪU" right
 * (bold capitals 16, every page: TT 01/2018/TT-VPCP Điều 5.2).
 */
export function topMargin(sheet: Sheet, data: SlipData, pages: { number: number; of: number }): Content {
  const third = sheet.contentWidth / 3;
  const middle =
    pages.of <= 1
      ? ''
      : pages.number === 1
        ? `Trang 1/${pages.of}`
        : continuation(data, pages.number, pages.of);
  const line = 16 * 1.15;
  const small = sheet.type(9);
  const drop = line - small * 1.32;
  return {
    columns: [
      {
        width: third * 0.75,
        text: reprintMark(data),
        bold: true,
        fontSize: sheet.type(9.5),
        margin: around(drop),
      },
      { width: third * 1.5, text: middle, fontSize: small, alignment: 'center', margin: around(drop) },
      {
        width: third * 0.75,
        text: data.office.isSample ? 'MẪU' : '',
        bold: true,
        fontSize: 16,
        lineHeight: 1,
        alignment: 'right',
      },
    ],
    columnGap: 0,
    margin: [sheet.marginLeft, sheet.marginTop - line - 0.5, sheet.marginRight, 0],
  };
}

function continuation(data: SlipData, number: number, of: number): string {
  return `${plain(data.case.caseCode)} – Trang ${number}/${of}`;
}

/** Which page of which copy this is. All copies are laid out alike, so they have the same number of pages. */
export function pageOfCopy(
  currentPage: number,
  pageCount: number,
  copies: number,
): { number: number; of: number } {
  const of = Math.max(1, Math.round(pageCount / copies));
  return { number: ((currentPage - 1) % of) + 1, of };
}
