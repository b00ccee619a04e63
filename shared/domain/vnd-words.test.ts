import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVndWords, vndWords } from './vnd-words.ts';

const told: readonly [number, string][] = [
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [10, 'Mười đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [55, 'Năm mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [104, 'Một trăm linh bốn đồng'],
  [105, 'Một trăm linh năm đồng'],
  [111, 'Một trăm mười một đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_001, 'Một nghìn không trăm linh một đồng'],
  [1_015, 'Một nghìn không trăm mười lăm đồng'],
  [8_000, 'Tám nghìn đồng'],
  [10_000, 'Mười nghìn đồng'],
  [15_500, 'Mười lăm nghìn năm trăm đồng'],
  [105_000, 'Một trăm linh năm nghìn đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [2_031_021, 'Hai triệu không trăm ba mươi mốt nghìn không trăm hai mươi mốt đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_010, 'Một tỷ không trăm mười đồng'],
  [1_000_001_000, 'Một tỷ không trăm linh một nghìn đồng'],
  [
    999_999_999_999,
    'Chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín đồng',
  ],
];

describe('an amount in words', () => {
  it.each(told)('%i is "%s"', (amount, words) => {
    expect(vndWords(amount)).toBe(words);
    expect(parseVndWords(words)).toBe(amount);
  });

  it('parses back to the amount, whatever the amount', () => {
    // Amounts with many zeros are the hard ones, so groups are drawn one by one too.
    const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 999 }));
    const grouped = fc
      .tuple(group, group, group, group)
      .map(
        ([billions, millions, thousands, rest]) => billions * 1e9 + millions * 1e6 + thousands * 1e3 + rest,
      );
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 999_999_999_999 }), grouped), (amount) => {
        expect(parseVndWords(vndWords(amount))).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads what others write', () => {
    expect(parseVndWords('một trăm lẻ năm ngàn đồng')).toBe(105_000);
    expect(parseVndWords('Hai mươi bốn tỉ đồng')).toBe(24_000_000_000);
  });

  it.each([
    '',
    'đồng',
    'Mười nghìn',
    'Mười mươi đồng',
    'Linh năm đồng',
    'Một nghìn triệu đồng',
    'Một một đồng',
    'Một trăm trăm đồng',
    'Mười mốt đồng',
    'nghìn đồng',
    'Không trăm đồng',
  ])('takes "%s" for no amount', (text) => {
    expect(parseVndWords(text)).toBeUndefined();
  });

  it.each([-1, 0.5, 1_000_000_000_000, Number.NaN])('has no words for %d', (amount) => {
    expect(() => vndWords(amount)).toThrow(RangeError);
  });
});
