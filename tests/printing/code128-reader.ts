/** Reads the bar and gap widths of a Code 128 symbol back (ISO/IEC 15417), digits and hyphens, check character tested. */

const patterns = `
  212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132
  122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212
  322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311
  112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321
  331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214
  112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
  124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113
  411311 113141 114131 311141 411131 211412 211214 211232
`
  .trim()
  .split(/\s+/);

/** Widths in modules, a bar first. Throws when it is no valid symbol. */
export function readCode128(widths: readonly number[]): string {
  if ((widths.length - 7) % 6 !== 0 || widths.slice(-7).join('') !== '2331112') throw new Error('No stop');
  const values: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6) {
    const pattern = widths.slice(at, at + 6).join('');
    const value = patterns.indexOf(pattern);
    if (value === -1) throw new Error(`No such character: ${pattern}`);
    values.push(value);
  }
  const check = values.at(-1);
  const sum = values.slice(0, -1).reduce((total, value, index) => total + value * Math.max(index, 1), 0);
  if (sum % 103 !== check) throw new Error('The check character disagrees');
  let set = values[0] === 105 ? 'C' : 'B';
  let text = '';
  for (const value of values.slice(1, -1)) {
    if (value === 99 && set !== 'C') set = 'C';
    else if (value === 100 && set === 'C') set = 'B';
    else text += set === 'C' ? String(value).padStart(2, '0') : String.fromCharCode(value + 32);
  }
  return text;
}
