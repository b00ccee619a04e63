import type { Column, Content, ContentCanvas, ContentText } from 'pdfmake/interfaces.js';
import { around, balanced, plain, type Sheet } from './sheet.ts';
import { barcode, barcodeQuietZone } from './slip-codes.ts';
import type { SlipCodes, SlipCopy, SlipHead } from './slip-data.ts';
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
 * A paper that is not the counter's own (`isOwn`) but its agency's is headed by the agency alone.
 */
export function letterhead(
  sheet: Sheet,
  { office }: SlipHead,
  { isOwn = true, size: measure = 9 }: { isOwn?: boolean; size?: number } = {},
): Content {
  const size = sheet.type(measure);
  const left = sheet.mm(sheet.paper === 'A4Landscape' ? 72 : 46);
  return {
    columns: [
      {
        width: left,
        alignment: 'center',
        fontSize: size,
        lineHeight: 1.07,
        stack: [
          ...(isOwn ? [{ text: capitals(office.parentAgency) }] : []),
          {
            text: balanced(capitals(isOwn ? office.oneStopUnit : office.parentAgency), left / size, true),
            bold: true,
          },
          rule(sheet.mm(18), sheet.mm(0.25), sheet.mm(0.7)),
        ],
      },
      {
        width: sheet.contentWidth - left - sheet.mm(3),
        alignment: 'center',
        bold: true,
        stack: nation(sheet, measure),
      },
    ],
    columnGap: sheet.mm(3),
  };
}

function nation(sheet: Sheet, size = 9): Content[] {
  return [
    {
      text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      fontSize: sheet.type(size),
      lineHeight: 1.07,
      noWrap: true,
    },
    { text: 'Độc lập - Tự do - Hạnh phúc', fontSize: sheet.type(size + 0.5), lineHeight: 1.07, noWrap: true },
    rule(sheet.mm(40), sheet.mm(0.25), sheet.mm(0.5)),
  ];
}

/** National name and motto alone, in the middle: a citizen's own paper has no agency above it. */
export function nationalHead(sheet: Sheet): Content {
  return { stack: nation(sheet), alignment: 'center', bold: true };
}

/** Codes on the left, with the barcode a scanner reads; place, date and the place in the register book on the right. */
export function codesAndDate(sheet: Sheet, data: SlipHead): Content {
  const { codes } = data;
  const placeAndDate: ContentText = {
    text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
    italics: true,
  };
  if (codes === null) return { ...placeAndDate, alignment: 'right', margin: around(sheet.mm(2.2)) };
  const dotsPerModule = dotsOf(sheet);
  return {
    columns: [
      { width: 'auto', stack: codeLines(sheet, codes) },
      {
        width: '*',
        alignment: 'right',
        margin: around(sheet.type(10) * 1.27 + barHeight(sheet) - sheet.type(10) * 1.5),
        stack: [
          placeAndDate,
          `Quyển số: ${plain(codes.volume) || dots(3)}, Số thứ tự: ${plain(codes.serial) || dots(4)}`,
        ],
      },
    ],
    columnGap: Math.max(barcodeQuietZone(dotsPerModule), sheet.mm(4)),
    margin: around(sheet.mm(2.2)),
  };
}

const dotsOf = (sheet: Sheet): number => (sheet.paper === 'A5' ? 4 : 5);
const barHeight = (sheet: Sheet): number => sheet.mm(8);

function codeLines(sheet: Sheet, { caseCode, slipCode, version }: SlipCodes): Content[] {
  return [
    {
      text: ['Mã hồ sơ: ', { text: plain(caseCode), bold: true }],
      noWrap: true,
      margin: around(0, 1),
    },
    barcode(slipCode, dotsOf(sheet), barHeight(sheet)),
    {
      text: [
        { text: slipCode, characterSpacing: sheet.type(0.3) },
        { text: `   Phiên bản ${version}`, preserveLeadingSpaces: true },
      ],
      fontSize: sheet.type(8.5),
      margin: around(sheet.mm(0.3)),
    },
  ];
}

/** Form number and legal line, when they are switched on. */
export function originLine(sheet: Sheet, { formText }: SlipHead): ContentText[] {
  const origin = [formText.formNumberLine, formText.legalLine].map(plain).filter((line) => line !== '');
  if (origin.length === 0) return [];
  return [{ text: origin.join(' '), italics: true, fontSize: sheet.type(8.5), alignment: 'right' }];
}

/** The title in the second language of the place, where there is one. */
export function secondTitleLine({ formText }: SlipHead): ContentText[] {
  const text = plain(formText.secondTitle);
  return text === '' ? [] : [{ text, italics: true, alignment: 'center' }];
}

/** Where the form comes from, its title, and the copy it is. */
export function titleBlock(sheet: Sheet, data: SlipHead, copy: SlipCopy): Content {
  const title = capitals(data.formText.title);
  const stack: Content[] = [
    ...originLine(sheet, data),
    {
      text: balanced(title, sheet.contentWidth / sheet.type(13), true),
      bold: true,
      fontSize: sheet.type(13),
      alignment: 'center',
      lineHeight: 1.1,
    },
    ...secondTitleLine(data),
  ];
  if (copy.label !== '') {
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
export function reprintMark(data: SlipHead): string {
  return data.reprint > 0 ? `IN LẠI lần ${data.reprint}` : '';
}

/** "MẪU" at the right of every page of a sample, in bold capitals 16 (TT 01/2018/TT-VPCP Điều 5.2). @param width in points. */
export function sampleMark({ isSample }: { isSample: boolean }, width: number): Column {
  return {
    width,
    text: isSample ? 'MẪU' : '',
    bold: true,
    fontSize: 16,
    lineHeight: 1,
    alignment: 'right',
  };
}

/**
 * The top margin: reprint mark left, page number of the copy in the middle where there are several, "MẪU" right.
 */
export function topMargin(sheet: Sheet, data: SlipHead, pages: { number: number; of: number }): Content {
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
      sampleMark(data.office, third * 0.75),
    ],
    columnGap: 0,
    margin: [sheet.marginLeft, sheet.marginTop - line - 0.5, sheet.marginRight, 0],
  };
}

function continuation(data: SlipHead, number: number, of: number): string {
  const page = `Trang ${number}/${of}`;
  return data.codes === null ? page : `${plain(data.codes.caseCode)} – ${page}`;
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
