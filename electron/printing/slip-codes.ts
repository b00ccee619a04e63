import bwip from 'bwip-js/node';
import { parseVietQr } from '../../shared/domain/vietqr.ts';
import type { SlipCodes } from './slip-data.ts';

/**
 * Barcode and QR of the slip code as one filled path each, modules a whole number of printer's dots wide. Only digits and
 * hyphens are encoded: a Vietnamese input method rewrites letters that a scanner types.
 */

/** A dot of a 300 dpi laser; every 600 dpi printer halves it evenly. */
const laserDot = 72 / 300;
/** A dot of a 203 dpi thermal head: 8 to the millimetre. */
const thermalDot = 72 / 203.2;

/** Content for pdfmake; width and height in points. */
export interface CodePicture {
  svg: string;
  width: number;
  height: number;
}

export interface DarkModules {
  width: number;
  height: number;
  isDark(column: number, row: number): boolean;
}

function refuseOthers(slipCode: string): void {
  if (!/^\d+(?:-\d+)*$/.test(slipCode)) throw new Error('A slip code on paper holds digits and hyphens only');
}

let lastQr: { slipCode: string; modules: DarkModules } | undefined;

/** The QR matrix, error correction M (15 % of the symbol may be lost), without quiet zone. */
export function qrModules(slipCode: string): DarkModules {
  // A slip asks for its own QR on every page.
  if (lastQr?.slipCode === slipCode) return lastQr.modules;
  refuseOthers(slipCode);
  const modules = modulesOf(slipCode);
  lastQr = { slipCode, modules };
  return modules;
}

function modulesOf(text: string): DarkModules {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('No QR could be made');
  const { pixs, pixx: width, pixy: height } = symbol;
  return { width, height, isDark: (column, row) => pixs[row * width + column] === 1 };
}

/** Widths of bars and gaps in modules, in turn, a bar first (Code 128, ISO/IEC 15417). */
export function code128Widths(slipCode: string): number[] {
  refuseOthers(slipCode);
  const [symbol] = bwip.raw('code128', slipCode, '');
  if (symbol === undefined || !('sbs' in symbol))
    throw new Error('No barcode could be made of the slip code');
  return symbol.sbs;
}

/** Code 128 as a picture. The caller leaves 10 modules free at both ends (`barcodeQuietZone`). */
export function barcode(slipCode: string, dotsPerModule: number, height: number): CodePicture {
  const module = dotsPerModule * laserDot;
  let x = 0;
  const path = code128Widths(slipCode).map((width, index) => {
    const bar = index % 2 === 0 ? `M${x} 0h${width}v1h-${width}z` : '';
    x += width;
    return bar;
  });
  return picture(path.join(''), x, 1, x * module, height);
}

export function barcodeQuietZone(dotsPerModule: number): number {
  return 10 * dotsPerModule * laserDot;
}

/** QR for a printer, without its quiet zone: 4 modules of white are the caller's to leave. */
export function qrPicture(
  slipCode: string,
  dotsPerModule: number,
  printer: 'laser' | 'thermal',
): CodePicture {
  return qrOf(qrModules(slipCode), dotsPerModule, printer);
}

/** The VietQR of a transfer, likewise. Throws on anything else: what a phone reads here moves money. */
export function transferPicture(
  payload: string,
  dotsPerModule: number,
  printer: 'laser' | 'thermal',
): CodePicture {
  if (parseVietQr(payload) === undefined) throw new Error('No payload of a transfer');
  return qrOf(modulesOf(payload), dotsPerModule, printer);
}

function qrOf(modules: DarkModules, dotsPerModule: number, printer: 'laser' | 'thermal'): CodePicture {
  const module = dotsPerModule * (printer === 'laser' ? laserDot : thermalDot);
  return picture(
    runsOfDark(modules),
    modules.width,
    modules.height,
    modules.width * module,
    modules.height * module,
  );
}

/**
 * What a laser prints of a case's codes, and how large: as many whole dots a module as stay within so many millimetres, and
 * never fewer than five, 0.42 mm, which a telephone still reads off an A5 sheet.
 */
export function qrOnPage(
  { slipCode, signed }: Pick<SlipCodes, 'slipCode' | 'signed'>,
  sideMm: number,
): { text: string; dots: number } {
  const text = signed ?? slipCode;
  const dotsOfSide = (sideMm * 300) / 25.4;
  return { text, dots: Math.max(5, Math.round(dotsOfSide / qrModules(text).width)) };
}

export function qrSide(slipCode: string, dotsPerModule: number): number {
  return qrModules(slipCode).width * dotsPerModule * laserDot;
}

function picture(path: string, columns: number, rows: number, width: number, height: number): CodePicture {
  // The y axis is stretched for a barcode, hence preserveAspectRatio.
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none"><path fill="#000" d="${path}"/></svg>`;
  return { svg, width, height };
}

/** Every run of dark modules as a rectangle; one path, so one fill, so no seam between rows. */
function runsOfDark({ width, height, isDark }: DarkModules): string {
  let path = '';
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let run = 0;
      while (column + run < width && isDark(column + run, row)) run++;
      if (run > 0) path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return path;
}
