import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { paperSizes, points } from './page-sizes.ts';
import { around, documentOf, type Fit, plain, type Sheet, sheetOf } from './sheet.ts';
import { letterhead, originLine, pageOfCopy, secondTitleLine, topMargin } from './sheet-header.ts';
import { isOfAgency, signerBlock } from './signatures.ts';
import type { SlipHead } from './slip-data.ts';
import type { LetterPart } from './slip-parts.ts';
import { capitals, dateWords } from './wording.ts';

/**
 * A letter that goes with a result: of joy, of mourning, of apology. Its text is the ward's own; here is only how it
 * stands on the sheet, quiet and in black and white, with a frame that says which it is.
 */

/** `double`: two fine rules and turned corners · `mourning`: one heavy rule · `none`: a letter as any other. */
export type CardFrame = 'double' | 'mourning' | 'none';

export function letterCard(data: SlipHead & LetterPart, frame: CardFrame, fit: Fit): TDocumentDefinitions {
  const sheet = sheetOf(data.paper, fit);
  const side = sheet.marginLeft;
  // The same margin on both sides: a card stands in the middle of its sheet.
  const card: Sheet = {
    ...sheet,
    marginTop: Math.max(sheet.marginTop, sheet.mm(17)),
    marginRight: side,
    contentWidth: sheet.pageWidth - 2 * side,
  };
  return {
    ...documentOf(data, card),
    pageMargins: [side, card.marginTop + card.mm(4), side, card.mm(16)],
    background: () => ({ canvas: frameLines(card, frame) }),
    header: (page, pages) => topMargin(card, data, pageOfCopy(page, pages, data.copies.length)),
    footer: () => trace(card, data),
    content: data.copies.map((_, index) => ({
      ...(index > 0 && { pageBreak: 'before' as const }),
      stack: letter(card, data, frame),
    })),
  };
}

function letter(sheet: Sheet, data: SlipHead & LetterPart, frame: CardFrame): Content[] {
  const air = sheet.mm(1);
  return [
    letterhead(sheet, data, { isOwn: !isOfAgency(data.signer) }),
    {
      text: `${plain(data.office.place)}, ${dateWords(data.issuedAt)}`,
      italics: true,
      alignment: 'right',
      margin: around(air * 4),
    },
    ...originLine(sheet, data),
    {
      text: capitals(data.formText.title),
      bold: true,
      fontSize: sheet.type(20),
      characterSpacing: sheet.type(1),
      alignment: 'center',
      margin: around(air * (data.paper === 'A4' ? 15 : 11)),
    },
    ...secondTitleLine(data),
    ornament(sheet, frame),
    {
      text: ['Kính gửi: ', { text: plain(data.addressee), bold: true }],
      fontSize: sheet.type(12),
      alignment: 'center',
      margin: around(air * 6, air * 7),
    },
    ...data.paragraphs.map(
      (text): Content => ({
        text: plain(text),
        fontSize: sheet.type(12),
        lineHeight: 1.42,
        alignment: 'justify',
        leadingIndent: sheet.mm(9),
        margin: around(0, air * 3),
      }),
    ),
    {
      unbreakable: true,
      margin: around(air * 8),
      columns: [
        { width: sheet.contentWidth * 0.4, text: '' },
        { width: sheet.contentWidth * 0.6, stack: [signerBlock(sheet, data.signer)] },
      ],
      columnGap: 0,
    },
  ];
}

/** A rule with a lozenge in its middle; in mourning the rule alone. */
function ornament(sheet: Sheet, frame: CardFrame): Content {
  const half = sheet.mm(22);
  const gap = sheet.mm(3);
  const r = sheet.mm(1.1);
  const rule = (x1: number, x2: number): CanvasElement => ({
    type: 'line',
    x1,
    y1: r,
    x2,
    y2: r,
    lineWidth: sheet.mm(0.25),
  });
  const lozenge: CanvasElement = {
    type: 'polyline',
    closePath: true,
    color: '#000',
    lineWidth: 0,
    points: [
      { x: half - r, y: r },
      { x: half, y: 0 },
      { x: half + r, y: r },
      { x: half, y: 2 * r },
    ],
  };
  return {
    canvas:
      frame === 'mourning' ? [rule(0, 2 * half)] : [rule(0, half - gap), lozenge, rule(half + gap, 2 * half)],
    alignment: 'center',
    margin: around(sheet.mm(2.4)),
  };
}

/** Drawn on the sheet itself, halfway between its edge and the text. */
function frameLines(sheet: Sheet, frame: CardFrame): CanvasElement[] {
  if (frame === 'none') return [];
  const height = points(paperSizes[sheet.paper].heightMm ?? 0);
  const box = (inset: number, lineWidth: number): CanvasElement => ({
    type: 'rect',
    x: inset,
    y: inset,
    w: sheet.pageWidth - 2 * inset,
    h: height - 2 * inset,
    lineWidth,
  });
  const outer = sheet.mm(6);
  if (frame === 'mourning') return [box(outer, sheet.mm(0.9)), box(outer + sheet.mm(1.6), sheet.mm(0.2))];
  const inner = outer + sheet.mm(1.2);
  const turn = sheet.mm(3.2);
  const corners = [
    [inner, inner, 1, 1],
    [sheet.pageWidth - inner, inner, -1, 1],
    [inner, height - inner, 1, -1],
    [sheet.pageWidth - inner, height - inner, -1, -1],
  ] as const;
  return [
    box(outer, sheet.mm(0.55)),
    box(inner, sheet.mm(0.2)),
    ...corners.map(
      ([x, y, right, down]): CanvasElement => ({
        type: 'polyline',
        lineWidth: sheet.mm(0.2),
        points: [
          { x: x + right * turn, y },
          { x: x + right * turn, y: y + down * turn },
          { x, y: y + down * turn },
        ],
      }),
    ),
  ];
}

/** Code and version, small, for whoever finds the letter in a file. */
function trace(sheet: Sheet, { codes }: SlipHead): Content {
  const text = codes === null ? '' : `${plain(codes.caseCode)} · Phiên bản ${codes.version}`;
  return { text, fontSize: sheet.type(7), alignment: 'center', margin: around(sheet.mm(5)) };
}
