import type { Paper } from './slip-data.ts';

/** Paper in the units of its users: millimetres to think in, points for the PDF, microns for the printer. */

const pointsPerMillimetre = 72 / 25.4;

/** PDF points of a length in millimetres. */
export function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre;
}

interface PaperSize {
  widthMm: number;
  /** null: as long as the content, a roll. */
  heightMm: number | null;
}

/** TT 01/2018/TT-VPCP Điều 9.2: A5 is 148 × 210 mm, A4 is 210 × 297 mm. The roll is the usual thermal one. */
export const paperSizes: Record<Paper, PaperSize> = {
  A5: { widthMm: 148, heightMm: 210 },
  A4: { widthMm: 210, heightMm: 297 },
  A4Landscape: { widthMm: 297, heightMm: 210 },
  roll80: { widthMm: 80, heightMm: null },
};

/** What a thermal head of an 80 mm printer reaches. */
export const rollPrintableMm = 72;

export interface PdfShape {
  pages: number;
  /** Size of the first page, as a printer wants to be told. */
  widthMicrons: number;
  heightMicrons: number;
}

/**
 * Pages and paper of a PDF that our renderer made (its page dictionaries are plain text). A roll's length is only
 * known from here. Throws when there is no page: a blank file must never count as a printed slip.
 */
export function shapeOfPdf(pdf: Uint8Array): PdfShape {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.startsWith('%PDF-') ? (text.match(/\/Type \/Page\b(?!s)/g) ?? []).length : 0;
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
  if (pages === 0 || box === null) throw new Error('The PDF holds no page');
  const microns = (length: string | undefined) => Math.round((Number(length) * 25_400) / 72);
  return { pages, widthMicrons: microns(box[1]), heightMicrons: microns(box[2]) };
}
