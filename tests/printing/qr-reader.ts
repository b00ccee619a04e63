/**
 * Reads a QR symbol of version 1 (21 × 21) back, as ISO/IEC 18004 describes it: format, mask, the way of the bits,
 * numeric, alphanumeric and byte segments. Only for tests, errors are not corrected.
 */
export function readQr(isDark: (column: number, row: number) => boolean): string {
  const mask = formatMask(isDark);
  const bits: number[] = [];
  for (let right = 20; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const upwards = right > 6 ? (20 - right) % 4 === 0 : (5 - right) % 4 !== 0;
    for (let step = 0; step < 21; step++) {
      const row = upwards ? 20 - step : step;
      for (const column of [right, right - 1]) {
        if (isFunction(column, row)) continue;
        bits.push(Number(isDark(column, row) !== mask(column, row)));
      }
    }
  }
  return readSegments(bits);
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

function formatMask(isDark: (column: number, row: number) => boolean) {
  const bit = (column: number, row: number) => Number(isDark(column, row));
  const format = (bit(2, 8) << 2) | (bit(3, 8) << 1) | bit(4, 8);
  const mask = masks[format ^ 0b101];
  if (mask === undefined) throw new Error('No such mask');
  return mask;
}

/** Finders with their format areas, and the timing lines. */
function isFunction(column: number, row: number): boolean {
  const corner = (column < 9 && row < 9) || (column > 12 && row < 9) || (column < 9 && row > 12);
  return corner || column === 6 || row === 6;
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
