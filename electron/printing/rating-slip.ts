import type { CanvasElement, Column, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { answer } from './data-lines.ts';
import { around, type Fit, plain, type Sheet } from './sheet.ts';
import { letterhead, titleBlock } from './sheet-header.ts';
import { qrPicture, qrSide } from './slip-codes.ts';
import type { SlipDataOf } from './slip-data.ts';
import { framed } from './slip-frame.ts';
import type { Face } from './slip-parts.ts';

type Data = SlipDataOf<'ratingSlip'>;

/**
 * "Phiếu đánh giá", handed out with a slip (TT 01/2018/TT-VPCP Điều 12.2): one question, faces to tick, and the one-time
 * code for whoever would rather answer on the screen. It asks for no name and names no case (NĐ 118/2025/NĐ-CP Điều 29.3).
 */
export function ratingSlip(data: Data, fit: Fit = 'usual'): TDocumentDefinitions {
  return framed(data, fit, (sheet, copy) => [
    letterhead(sheet, data),
    titleBlock(sheet, data, copy),
    {
      text: 'KHÔNG GHI TÊN',
      bold: true,
      alignment: 'center',
      fontSize: sheet.type(11),
      margin: around(0, sheet.mm(2)),
    },
    { text: plain(data.question), bold: true, alignment: 'center', fontSize: sheet.type(12) },
    { text: 'Đánh dấu X vào một ô.', italics: true, alignment: 'center', margin: around(sheet.mm(1)) },
    faces(sheet, data),
    ...(data.reasons.length === 0 ? [] : [reasons(sheet, data.reasons)]),
    { stack: [answer(sheet, 'Ý kiến khác', null, 6)], margin: around(sheet.mm(2)) },
    ...codeBlock(sheet, data),
  ]);
}

function faces(sheet: Sheet, { marks }: Data): Content {
  const width = sheet.contentWidth / marks.length;
  const size = sheet.mm(15);
  const box = sheet.mm(6);
  return {
    unbreakable: true,
    margin: around(sheet.mm(3)),
    columns: marks.map(
      ({ label, face }): Column => ({
        width,
        stack: [
          { canvas: drawnFace(face, (width - size) / 2, size, sheet.mm(0.45)) },
          {
            canvas: [{ type: 'rect', x: (width - box) / 2, y: 0, w: box, h: box, lineWidth: sheet.mm(0.35) }],
            margin: around(sheet.mm(1.5)),
          },
          {
            text: plain(label),
            alignment: 'center',
            bold: true,
            fontSize: sheet.type(9.5),
            margin: [sheet.mm(1), sheet.mm(1.5), sheet.mm(1), 0],
          },
        ],
      }),
    ),
    columnGap: 0,
  };
}

/** A face in lines alone, which tell the mark on any printer: the mouth bends from corner to corner. */
function drawnFace(face: Face, x: number, size: number, lineWidth: number): CanvasElement[] {
  const middle = x + size / 2;
  const half = size * 0.24;
  const line = size * (0.68 - face * 0.02);
  const bend = face * size * 0.1;
  const points = Array.from({ length: 13 }, (_, index) => {
    const along = (index - 6) / 6;
    return { x: middle + along * half, y: line + bend * (1 - along * along) };
  });
  const eye = (offset: number): CanvasElement => ({
    type: 'ellipse',
    x: middle + offset,
    y: size * 0.4,
    r1: size * 0.045,
    r2: size * 0.06,
    color: '#000',
  });
  return [
    {
      type: 'ellipse',
      x: middle,
      y: size / 2,
      r1: size / 2 - lineWidth,
      r2: size / 2 - lineWidth,
      lineWidth,
      lineColor: '#000',
    },
    eye(-size * 0.17),
    eye(size * 0.17),
    { type: 'polyline', points, lineWidth: lineWidth * 1.4, lineColor: '#000', lineCap: 'round' },
  ];
}

function reasons(sheet: Sheet, words: readonly string[]): Content {
  const side = sheet.mm(3.6);
  return {
    unbreakable: true,
    margin: around(sheet.mm(3)),
    stack: [
      { text: 'Nếu chưa hài lòng, xin cho biết điều gì chưa tốt:', margin: around(0, sheet.mm(1)) },
      ...pairs(words).map(
        (pair): Content => ({
          columns: pair.map(
            (word): Column => ({
              width: sheet.contentWidth / 2,
              columns: [
                {
                  width: side + sheet.mm(2),
                  canvas: [{ type: 'rect', x: 0, y: 0, w: side, h: side, lineWidth: sheet.mm(0.25) }],
                },
                { width: '*', text: plain(word) },
              ],
              columnGap: 0,
            }),
          ),
          columnGap: 0,
          margin: around(0, sheet.mm(0.8)),
        }),
      ),
    ],
  };
}

function pairs(words: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(words.length / 2) }, (_, row) => words.slice(row * 2, row * 2 + 2));
}

/** The code large, the QR beside it, what to do with both. */
function codeBlock(sheet: Sheet, { code }: Data): Content[] {
  const where = 'Bỏ phiếu này vào hòm thư góp ý tại quầy';
  if (code === null) return [{ text: `${where}.`, bold: true, margin: around(sheet.mm(4)) }];
  const dots = 9;
  const side = qrSide(code, dots);
  const gap = sheet.mm(4);
  return [
    {
      unbreakable: true,
      margin: around(sheet.mm(4)),
      columns: [
        { width: side, stack: [qrPicture(code, dots, 'laser')] },
        {
          width: sheet.contentWidth - side - gap,
          stack: [
            { text: code, bold: true, fontSize: sheet.type(24), characterSpacing: sheet.type(0.8) },
            {
              text: `${where}, hoặc quét mã, gõ mã trên màn hình ở quầy. Mỗi mã trả lời được một lần.`,
            },
          ],
        },
      ],
      columnGap: gap,
    },
  ];
}
