import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { paragraph } from './data-lines.ts';
import type { NumberedPart } from './numbered-parts.ts';
import { around, balanced, type Fit, plain, type Sheet } from './sheet.ts';
import { letterhead, originLine, secondTitleLine } from './sheet-header.ts';
import { isOfAgency, signerBlock } from './signatures.ts';
import type { SlipHead } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import { capitals, dateWords, dots } from './wording.ts';

/**
 * A numbered paper of an authority (NĐ 30/2020/NĐ-CP, Phụ lục I): number beside place and date, title and abstract,
 * whom it is for, the body, who is to receive it and who signs. The number is given by the office's own book.
 */
export function numberedPaper(
  data: SlipHead & NumberedPart,
  fit: Fit,
  bodyOf: (sheet: Sheet) => Content[],
): TDocumentDefinitions {
  return framed(
    data,
    // On A4 the decree's sizes hold, whatever page they take.
    data.paper === 'A4' ? 'usual' : fit,
    (sheet) => [
      letterhead(sheet, data, { isOwn: !isOfAgency(data.signer), size: 9.5 }),
      numberAndDate(sheet, data),
      title(sheet, data),
      addressee(sheet, data),
      ...bodyOf(sheet),
      closing(sheet, data),
    ],
    'namesCase',
  );
}

function numberAndDate(sheet: Sheet, data: SlipHead & NumberedPart): Content {
  const left = sheet.mm(46);
  return {
    columns: [
      { width: left, alignment: 'center', text: `Số: ${dots(4)}${markOf(data.numberMark)}` },
      {
        width: '*',
        alignment: 'center',
        italics: true,
        text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
      },
    ],
    columnGap: sheet.mm(3),
    margin: around(sheet.mm(1.4)),
  };
}

/** "/PXL" behind the number; nothing where the ward uses none. */
export function markOf(numberMark: string): string {
  const mark = plain(numberMark);
  return mark === '' ? '' : `/${mark}`;
}

function title(sheet: Sheet, data: SlipHead & NumberedPart): Content {
  const subject = plain(data.subject);
  const room = sheet.contentWidth / sheet.type(10.5);
  const rule = sheet.mm(28);
  return {
    alignment: 'center',
    stack: [
      ...originLine(sheet, data),
      { text: capitals(data.formText.title), bold: true, fontSize: sheet.type(10.75), lineHeight: 1.1 },
      ...secondTitleLine(data),
      ...(subject === ''
        ? []
        : [{ text: balanced(subject, room * 0.8, true), bold: true, fontSize: sheet.type(10.5) }]),
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: rule, y2: 0, lineWidth: sheet.mm(0.2) }],
        margin: around(sheet.mm(0.8)),
      },
    ],
    margin: around(sheet.mm(4), sheet.mm(3)),
  };
}

function addressee(sheet: Sheet, data: NumberedPart): Content {
  const address = plain(data.address);
  return {
    alignment: 'center',
    stack: [
      { text: ['Kính gửi: ', { text: plain(data.addressee), bold: true }] },
      ...(address === '' ? [] : [{ text: `Địa chỉ: ${address}`, fontSize: sheet.type(9.5) }]),
    ],
    margin: around(0, sheet.mm(2)),
  };
}

/** A paragraph of the body: justified, its first line set in, at least 6 points from the next. */
export function bodyText(sheet: Sheet, text: Parameters<typeof paragraph>[1]): Content {
  return { ...paragraph(sheet, text), leadingIndent: sheet.mm(9), margin: around(0, sheet.mm(1.6)) };
}

function closing(sheet: Sheet, data: NumberedPart): Content {
  const half = sheet.contentWidth / 2;
  const recipients = data.recipients.map(plain).filter((line) => line !== '');
  return {
    unbreakable: true,
    columns: [
      {
        width: half,
        stack:
          recipients.length === 0
            ? []
            : [
                { text: 'Nơi nhận:', bold: true, italics: true, fontSize: sheet.type(9.25) },
                ...recipients.map((line) => ({ text: `- ${line}`, fontSize: sheet.type(8.5) })),
              ],
      },
      { width: half, ...stackOf(signerBlock(sheet, data.signer)) },
    ],
    columnGap: 0,
    margin: around(sheet.mm(3)),
  };
}

function stackOf(content: Content) {
  return { stack: [content] };
}
