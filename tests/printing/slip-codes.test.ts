import type { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSigner } from '../../electron/printing/sample-slip.ts';
import { barcode, code128Widths, qrModules, qrPicture } from '../../electron/printing/slip-codes.ts';
import { openSlipRenderer, type SlipRenderer } from '../../electron/printing/slip-renderer.ts';
import { signSlip } from '../../electron/signing/slip-signing.ts';
import { formatSlipCode } from '../../shared/domain/codes.ts';
import { readCode128 } from './code128-reader.ts';
import { picturesOfPages } from './poppler.ts';
import { readQr } from './qr-reader.ts';
import { acknowledgementSample, copyLabels, fontsFolder, trackingSample, workerFile } from './sample-slip.ts';

const signed = acknowledgementSample.codes?.signed ?? '';
const codes = ['250424-0008-31', formatSlipCode('2025-12-31', 9999), formatSlipCode('2026-01-02', 10_001)];

describe('codes of a slip', () => {
  it.each(codes)('%s reads back from its QR and its barcode', (code) => {
    expect(readQr(qrModules(code).isDark)).toBe(code);
    expect(readCode128(code128Widths(code))).toBe(code);
  });

  it('stay within 37 modules with their signature, also of the ten-thousandth case of a day', () => {
    for (const slipCode of codes) {
      const text = signSlip(sampleSigner, { slipCode, dueAt: '2025-04-28T09:15' });
      const modules = qrModules(text);
      expect(modules.width).toBe(37);
      expect(readQr(modules.isDark, 37)).toBe(text);
    }
  });

  it.each(['', '-', 'H52-0008', '250424–0008', '250424-0008-', '250424 0008', '٠١٢'])(
    'refuses %j',
    (code) => {
      expect(() => qrPicture(code, 9, 'laser')).toThrow('digits and hyphens only');
      expect(() => barcode(code, 4, 20)).toThrow('digits and hyphens only');
    },
  );
});

describe('codes on paper', () => {
  let renderer: SlipRenderer;
  beforeAll(() => {
    renderer = openSlipRenderer({ worker: workerFile, fontsFolder });
  });
  afterAll(() => renderer.close());

  it('fall on whole dots of a 300 dpi laser', async () => {
    const pdf = await renderer.render({
      ...acknowledgementSample,
      copies: [{ number: 2, of: 2, label: copyLabels.submitter }],
    });
    const picture = first(picturesOfPages(pdf, 300));
    // The QR is the last ink of the page at the right margin, the barcode the first wide ink at the left.
    expect(readQr(modulesAt(picture, qrCorner(picture, 5 * 37), 5), 37)).toBe(signed);
    const row = barcodeRow(picture);
    const widths = runs(row).map((run) => Math.round(run / 4));
    expect(readCode128(widths)).toBe('250424-0008-31');
    // Drawn with soft edges, a bar may lose or gain at most a dot.
    expect(runs(row).every((run, index) => Math.abs(run - (widths[index] ?? 0) * 4) <= 1)).toBe(true);
  });

  it('are drawn for a thermal head of 8 dots to the millimetre', async () => {
    const pdf = await renderer.render(trackingSample);
    const picture = first(picturesOfPages(pdf, 203.2 * 2));
    const side = 37 * 6 * 2;
    for (let y = 0; y + side < picture.height; y++) {
      const x = Math.round((picture.width - side) / 2);
      // The finder's upper edge: seven dark modules.
      if (Array.from({ length: 7 * 12 - 6 }, (_, dot) => isInk(picture, x + 3 + dot, y + 6)).every(Boolean)) {
        expect(readQr(modulesAt(picture, { x, y }, 12), 37)).toBe(signed);
        return;
      }
    }
    expect.unreachable('No QR on the tracking slip');
  });
});

function first(pictures: PNG[]): PNG {
  const [picture] = pictures;
  if (picture === undefined) throw new Error('No page');
  return picture;
}

function isInk({ width, data }: PNG, x: number, y: number): boolean {
  return (data[(y * width + x) * 4] ?? 255) < 128;
}

function modulesAt(picture: PNG, corner: { x: number; y: number }, dots: number) {
  return (column: number, row: number) =>
    isInk(picture, Math.round(corner.x + (column + 0.5) * dots), Math.round(corner.y + (row + 0.5) * dots));
}

/** Upper left corner of the square that ends at the last inked dot to the right, in the lowest eighth of the page. */
function qrCorner(picture: PNG, side: number): { x: number; y: number } {
  let right = 0;
  let bottom = 0;
  for (let y = Math.floor(picture.height * 0.9); y < picture.height; y++) {
    for (let x = Math.floor(picture.width * 0.84); x < picture.width; x++) {
      if (!isInk(picture, x, y)) continue;
      right = Math.max(right, x + 1);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return { x: right - side, y: bottom - side };
}

/** The first row that is full of changes and looks the same a barcode's half height below. */
function barcodeRow(picture: PNG): boolean[] {
  const rowAt = (y: number) =>
    Array.from({ length: Math.floor(picture.width * 0.6) }, (_, x) => isInk(picture, x, y));
  for (let y = 0; y < picture.height / 3; y++) {
    const row = rowAt(y);
    if (runs(row).length > 60 && rowAt(y + 45).every((ink, x) => ink === row[x])) return row;
  }
  throw new Error('No barcode on the page');
}

/** Lengths of black and white in turn, from the first black to the last. */
function runs(row: readonly boolean[]): number[] {
  const from = row.indexOf(true);
  const to = row.lastIndexOf(true);
  const lengths: number[] = [];
  for (let x = from; from >= 0 && x <= to; x++) {
    if (x === from || row[x] !== row[x - 1]) lengths.push(0);
    lengths.push((lengths.pop() ?? 0) + 1);
  }
  return lengths;
}
