import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSlipCode } from './codes.ts';
import { examineSlip } from './slip-check.ts';
import { formatSignedSlip, looksSigned, officeMark, parseSignedSlip, slipCodeIn } from './slip-signature.ts';

const facts = {
  slipCode: '250424-0008-31',
  agencyCode: 'H52.09.01',
  keyNumber: '0421',
  dueAt: '2025-04-28T09:15',
};
const largest = new Uint8Array(64).fill(255);
const payload = formatSignedSlip(facts, largest);

test('a payload is the slip code, then digits alone', () => {
  expect(payload).toMatch(/^250424-0008-31-\d{171}$/);
  expect(payload).toHaveLength(186);
  expect(parseSignedSlip(payload)).toEqual({
    slipCode: '250424-0008-31',
    receivedOn: '2025-04-24',
    office: officeMark('H52.09.01'),
    keyNumber: '0421',
    dueAt: '2025-04-28T09:15',
    signature: largest,
  });
});

test('every slip reads back, with hyphens, without them, and from a scanner that ends with a line', () => {
  const slips = fc.record({
    serial: fc.integer({ min: 1, max: 999_999 }),
    minutes: fc.option(fc.integer({ min: 0, max: 99_999_998 })),
    key: fc.integer({ min: 0, max: 9999 }),
    signature: fc.uint8Array({ minLength: 64, maxLength: 64 }),
  });
  fc.assert(
    fc.property(slips, ({ serial, minutes, key, signature }) => {
      const dueAt =
        minutes === null
          ? null
          : new Date(Date.UTC(2000, 0, 1) + minutes * 60_000).toISOString().slice(0, 16);
      const slipCode = formatSlipCode('2031-12-09', serial);
      const slip = { slipCode, agencyCode: 'H26', keyNumber: String(key).padStart(4, '0'), dueAt };
      const text = formatSignedSlip(slip, signature);
      for (const scanned of [text, text.replaceAll('-', ''), ` ${text}\r\n`]) {
        expect(parseSignedSlip(scanned)).toMatchObject({
          slipCode,
          dueAt,
          signature,
          receivedOn: '2031-12-09',
        });
        expect(slipCodeIn(scanned)).toBe(slipCode);
        expect(looksSigned(scanned)).toBe(true);
      }
    }),
  );
});

test('what cannot be told in digits is not signed', () => {
  for (const change of [
    { slipCode: 'H52-0008' },
    { dueAt: '1999-12-31T23:59' },
    { dueAt: 'mai' },
    { keyNumber: '12' },
  ])
    expect(() => formatSignedSlip({ ...facts, ...change }, largest)).toThrow(RangeError);
});

test.each([
  '',
  '250424-0008-31',
  '250424000831',
  '014196002187',
  'Lường Thị Thu Hằng',
  `${'9'.repeat(200)}x`,
])('%j is no signed slip and stays what it is', (text) => {
  expect(parseSignedSlip(text)).toBeUndefined();
  expect(looksSigned(text)).toBe(false);
  expect(slipCodeIn(text)).toBe(text);
});

test('half a scan, another version and more than 512 bits are unreadable, not looked up as a number', () => {
  const tooMuch = `${payload.slice(0, 31)}${'9'.repeat(155)}`;
  for (const text of [payload.slice(0, 90), payload.replace('-31-1', '-31-2'), tooMuch])
    expect(examineSlip(text, [])).toEqual({ verdict: 'unreadable', slip: null });
});

test('anything may be scanned: nothing throws', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-'), maxLength: 260 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 300 }), digits), (text) => {
      expect(examineSlip(text, []).verdict).not.toBeNull();
    }),
  );
});
