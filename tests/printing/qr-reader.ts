import type { PNG } from 'pngjs';

/**
 * Reads a QR symbol of versions 1 to 9, error correction M, back, as ISO/IEC 18004 describes it: format, mask, the way of
 * the bits, blocks, numeric, alphanumeric and byte segments. Only for tests, errors are not corrected.
 */
export function readQr(isDark: IsDark, size = 21): string {
  const mask = formatMask(isDark);
  const isFunction = functionAreas(size);
  const bits: number[] = [];
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const upwards = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFunction(column, row)) continue;
        bits.push(Number(isDark(column, row) !== mask(column, row)));
      }
    }
  }
  return readSegments(inOrder(bits, blocksOf[versionOf(size) - 1] ?? []));
}

/** Texts of the symbols on a page whose modules are `dots` wide. */
export function readQrsOn(picture: PNG, dots: number): string[] {
  const texts: string[] = [];
  for (let y = 0; y + 21 * dots <= picture.height; y++) {
    for (let x = 0; x + 21 * dots <= picture.width; x++) {
      const isDark: IsDark = (column, row) =>
        isInk(picture, Math.floor(x + (column + 0.5) * dots), Math.floor(y + (row + 0.5) * dots));
      if (!isInk(picture, x + 1, y + 1) || isInk(picture, x - 1, y + 1) || isInk(picture, x + 1, y - 1))
        continue;
      if (!hasFinder(isDark, 0, 0)) continue;
      const size = blocksOf
        .map((_, index) => 21 + 4 * index)
        .find((side) => hasFinder(isDark, side - 7, 0) && hasFinder(isDark, 0, side - 7));
      if (size !== undefined) texts.push(readQr(isDark, size));
    }
  }
  return [...new Set(texts)];
}

type IsDark = (column: number, row: number) => boolean;

function isInk({ width, data }: PNG, x: number, y: number): boolean {
  return (data[(y * width + x) * 4] ?? 255) < 128;
}

function hasFinder(isDark: IsDark, left: number, top: number): boolean {
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 7; column++) {
      const ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
      if (isDark(left + column, top + row) !== (ring !== 2)) return false;
    }
  }
  return true;
}

const versionOf = (size: number): number => (size - 17) / 4;

/** Data codewords of each block, error correction M. */
const blocksOf: readonly (readonly number[])[] = [
  [16],
  [28],
  [44],
  [32, 32],
  [43, 43],
  [27, 27, 27, 27],
  [31, 31, 31, 31],
  [38, 38, 39, 39],
  [36, 36, 36, 37, 37],
];

/** The blocks' codewords come in turn; here one block after the other. */
function inOrder(bits: readonly number[], blocks: readonly number[]): number[] {
  const read: number[][][] = blocks.map(() => []);
  let at = 0;
  for (let turn = 0; turn < Math.max(...blocks); turn++) {
    for (const [index, length] of blocks.entries()) {
      if (turn >= length) continue;
      read[index]?.push(bits.slice(at, at + 8));
      at += 8;
    }
  }
  return read.flat(2);
}

const masks: ((column: number, row: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function formatMask(isDark: IsDark) {
  const bit = (column: number, row: number) => Number(isDark(column, row));
  const format = (bit(2, 8) << 2) | (bit(3, 8) << 1) | bit(4, 8);
  const mask = masks[format ^ 0b101];
  if (mask === undefined) throw new Error('No such mask');
  return mask;
}

/** Middle of the second alignment pattern; from version 7 there is a third. */
const alignments: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
];

/** Finders with their format areas, the timing lines, alignment patterns and, from version 7, the version's number. */
function functionAreas(size: number): IsDark {
  const version = versionOf(size);
  const end = size - 9;
  const middles = alignments[version - 1] ?? [];
  const isAlignment = (column: number, row: number) =>
    middles.some((x) =>
      middles.some((y) => {
        const isFinder = (x === 6 && y === 6) || (x === 6 && y > end) || (x > end && y === 6);
        return !isFinder && Math.abs(column - x) <= 2 && Math.abs(row - y) <= 2;
      }),
    );
  const isVersion = (one: number, other: number) => version >= 7 && one < 6 && other >= size - 11;
  return (column, row) => {
    const corner = (column < 9 && row < 9) || (column > end && row < 9) || (column < 9 && row > end);
    const timing = column === 6 || row === 6;
    return corner || timing || isAlignment(column, row) || isVersion(column, row) || isVersion(row, column);
  };
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

function readSegments(bits: readonly number[]): string {
  let at = 0;
  const take = (count: number) => {
    let value = 0;
    for (let index = 0; index < count; index++) value = value * 2 + (bits[at++] ?? 0);
    return value;
  };
  let text = '';
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3);
        text += String(take([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0');
      }
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const pair = take(left > 1 ? 11 : 6);
        text += (left > 1 ? alphanumeric[Math.floor(pair / 45)] : '') ?? '';
        text += alphanumeric[pair % 45] ?? '';
      }
    } else if (mode === 4) {
      for (let left = take(8); left > 0; left--) text += String.fromCharCode(take(8));
    } else {
      throw new Error(`Segment mode ${mode} is not read here`);
    }
  }
  return text;
}
