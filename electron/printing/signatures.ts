import type { Column, Content } from 'pdfmake/interfaces.js';
import { around, plain, type Sheet } from './sheet.ts';
import type { SlipSigner } from './slip-parts.ts';
import { capitals } from './wording.ts';

/** Who signs, in capitals, and the name to print under the signature; null leaves the place empty. */
export type Signature = { title: string; name: string | null; below?: string } | null;

/** Signatures side by side, each with room for the pen; never apart from one another. */
export function signatures(sheet: Sheet, signs: readonly Signature[]): Content {
  const width = sheet.contentWidth / signs.length;
  return {
    columns: signs.map((sign): Column => {
      if (sign === null) return { width, text: '' };
      return {
        width,
        alignment: 'center',
        stack: [
          { text: sign.title, bold: true },
          { text: sign.below ?? '(Ký và ghi rõ họ tên)', italics: true, fontSize: sheet.type(9.5) },
          { text: plain(sign.name), bold: true, margin: [sheet.mm(2), sheet.mm(10), sheet.mm(2), 0] },
        ],
      };
    }),
    columnGap: 0,
    margin: around(sheet.mm(2), sheet.mm(1)),
  };
}

/** Signed on behalf of the people's committee: then the paper is the committee's, not the counter's. */
export function isOfAgency({ authority }: SlipSigner): boolean {
  return plain(authority) !== '';
}

/** Authority and title in bold capitals, room for signature and seal, the name (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function signerBlock(sheet: Sheet, { authority, title, name }: SlipSigner): Content {
  const lines = [authority, title].map(capitals).filter((line) => line !== '');
  return {
    alignment: 'center',
    stack: [
      ...lines.map((text) => ({ text, bold: true })),
      { text: plain(name) || '\u00a0', bold: true, margin: around(sheet.mm(17)) },
    ],
  };
}
