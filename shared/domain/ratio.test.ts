import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInteger, formatPercent, formatRatio, percentHundredths } from './ratio.ts';

describe('ratios in national form', () => {
  it.each([
    [3716, 3717, '3.716/3.717 = 99,97 %'],
    [3717, 3717, '3.717/3.717 = 100 %'],
    [0, 0, '0/0'],
    [5, 0, '5/0'],
    [0, 12, '0/12 = 0 %'],
    [1, 3, '1/3 = 33,33 %'],
    [2, 3, '2/3 = 66,66 %'],
    [1, 2, '1/2 = 50 %'],
    [999, 1000, '999/1.000 = 99,9 %'],
    [1, 1000, '1/1.000 = 0,1 %'],
    [999_999, 1_000_000, '999.999/1.000.000 = 99,99 %'],
    [11, 10, '11/10 = 110 %'],
    [9_007_199_254_740_990, 9_007_199_254_740_991, '9.007.199.254.740.990/9.007.199.254.740.991 = 99,99 %'],
  ])('%i of %i', (numerator, denominator, text) => {
    expect(formatRatio(numerator, denominator)).toBe(text);
  });

  it('never reach 100 % while one is missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.integer({ min: 1 }),
        (denominator, missing) => {
          fc.pre(missing <= denominator);
          expect(percentHundredths(denominator - missing, denominator) ?? 0n).toBeLessThan(10_000n);
          expect(percentHundredths(denominator, denominator)).toBe(10_000n);
        },
      ),
    );
  });

  it.each([
    [-1, 3],
    [1.5, 3],
    [1, Number.NaN],
    [1, -3],
  ])('%d of %d is an error', (numerator, denominator) => {
    expect(() => formatRatio(numerator, denominator)).toThrow(RangeError);
  });

  it('group whole numbers by thousands', () => {
    const numbers = [0, 7, 999, 1000, 1_234_567, -1_234_567, -12];
    expect(numbers.map(formatInteger)).toEqual(['0', '7', '999', '1.000', '1.234.567', '-1.234.567', '-12']);
    expect(() => formatInteger(1.5)).toThrow(RangeError);
    expect(formatPercent(9907n)).toBe('99,07 %');
  });
});
