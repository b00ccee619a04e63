import bwip from 'bwip-js/node';
import type { QrDrawing } from '../shared/views-display.ts';

/** A QR for a screen, error correction M; the page leaves four modules of white around it. Throws on a text too long. */
export function drawQr(text: string): QrDrawing {
  if (last?.text === text) return last.drawing;
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=M');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('No QR could be made of the text');
  const { pixs, pixx: size } = symbol;
  let path = '';
  for (let at = 0; at < pixs.length; at++) {
    if (pixs[at] !== 1) continue;
    const start = at;
    // A run ends with its row.
    while (pixs[at + 1] === 1 && (at + 1) % size !== 0) at++;
    path += `M${start % size} ${Math.floor(start / size)}h${at - start + 1}v1h-${at - start + 1}z`;
  }
  last = { text, drawing: { size, path } };
  return last.drawing;
}

/** The mirror asks for the same one with each key. */
let last: { text: string; drawing: QrDrawing } | undefined;
