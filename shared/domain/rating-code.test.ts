import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRatingCode, parseRatingCode } from './rating-code.ts';

const eightDigits = fc.stringMatching(/^\d{8}$/);

test('a code is read back however it was typed', () => {
  fc.assert(
    fc.property(eightDigits, (digits) => {
      const code = formatRatingCode(digits);
      expect(code).toMatch(/^\d{4}-\d{4}-\d$/);
      expect(parseRatingCode(code)).toBe(code);
      expect(parseRatingCode(` ${code.replaceAll('-', '')} `)).toBe(code);
    }),
  );
});

test('one wrong digit is no code', () => {
  fc.assert(
    fc.property(eightDigits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
      const typed = formatRatingCode(digits).replaceAll('-', '');
      const wrong = typed.slice(0, at) + String((Number(typed[at]) + shift) % 10) + typed.slice(at + 1);
      expect(parseRatingCode(wrong)).toBeUndefined();
    }),
  );
});

test('what is not nine digits is no code', () => {
  for (const text of ['', '4827', '4827-1903', '250424-0007-12', '4827-1903-66', 'abcd-efgh-i'])
    expect(parseRatingCode(text)).toBeUndefined();
});
