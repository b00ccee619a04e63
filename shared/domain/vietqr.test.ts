import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16, parseVietQr, purposeOfForm, qrPurpose, type VietQr, vietQrPayload } from './vietqr.ts';

/** Rules §13, the three vectors. */
const vectors: readonly { payload: string; told: VietQr; initiation: '11' | '12' }[] = [
  {
    payload: '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F',
    told: { bin: '970416', account: '257678859', amountVnd: null, purpose: '' },
    initiation: '11',
  },
  {
    payload:
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
    told: { bin: '970416', account: '257678859', amountVnd: 10_000, purpose: 'Chuyen tien' },
    initiation: '12',
  },
  {
    payload:
      '00020101021138540010A00000072701240006970407011003865776720208QRIBFTTA5303704540710000005802VN62160812henry an cut6304A322',
    told: { bin: '970407', account: '0386577672', amountVnd: 1_000_000, purpose: 'henry an cut' },
    initiation: '11',
  },
];

describe('VietQR', () => {
  it('has the check sum of the standard', () => {
    expect(crc16('123456789')).toBe('29B1');
    expect(crc16('')).toBe('FFFF');
  });

  it.each(vectors)('reads and writes $payload', ({ payload, told, initiation }) => {
    expect(vietQrPayload(told, initiation)).toBe(payload);
    expect(parseVietQr(payload)).toEqual(told);
  });

  it('writes 12 with an amount and 11 without one', () => {
    expect(vectors.slice(0, 2).map(({ told }) => vietQrPayload(told))).toEqual(
      vectors.slice(0, 2).map(({ payload }) => payload),
    );
  });

  it('reads what it wrote, and nothing with one character changed', () => {
    fc.assert(
      fc.property(
        fc.record({
          bin: fc.stringMatching(/^\d{6}$/),
          account: fc.stringMatching(/^[0-9A-Za-z]{4,19}$/),
          amountVnd: fc.option(fc.integer({ min: 1, max: 999_999_999_999 })),
          purpose: fc.stringMatching(/^[ -~]{0,25}$/),
        }),
        fc.nat(),
        fc.integer({ min: 0x20, max: 0x7e }),
        (told, at, other) => {
          const payload = vietQrPayload(told);
          expect(parseVietQr(payload)).toEqual(told);
          const index = at % payload.length;
          const changed = payload.slice(0, index) + String.fromCharCode(other) + payload.slice(index + 1);
          expect(parseVietQr(changed)).toEqual(changed === payload ? told : undefined);
        },
      ),
    );
  });

  it('refuses what is cut, longer, of another scheme or not ASCII', () => {
    const [{ payload }] = vectors as [(typeof vectors)[0]];
    const signed = (body: string) => `${body}6304${crc16(`${body}6304`)}`;
    const body = payload.slice(0, -8);
    expect(parseVietQr(signed(body))).toBeDefined();
    for (const wrong of [
      '',
      payload.slice(0, -1),
      `${payload}0`,
      payload.toLowerCase(),
      `${payload.slice(0, -1)}ố`,
      signed(body.replace('5303704', '5303840')),
      signed(body.replace('A000000727', 'A000000728')),
      signed(`${body}5802VN`),
      signed(`${body}62`),
      signed(`${body}5405-1000`),
    ]) {
      expect(parseVietQr(wrong), wrong).toBeUndefined();
    }
  });

  it('refuses to write what no bank could read', () => {
    const good: VietQr = { bin: '970416', account: '257678859', amountVnd: 10_000, purpose: 'HS 1' };
    for (const wrong of [
      { bin: '97041' },
      { account: '12 34' },
      { amountVnd: 0 },
      { amountVnd: 0.5 },
      { purpose: 'Lệ phí' },
      { purpose: 'x'.repeat(26) },
    ]) {
      expect(() => vietQrPayload({ ...good, ...wrong }), JSON.stringify(wrong)).toThrow(RangeError);
    }
  });

  it('names a form by ten digits of its key, the same each time; what is no key names none', () => {
    expect(purposeOfForm('00000000-0000-4000-8000-00000000002a')).toMatch(/^MC\d{10}$/);
    expect(purposeOfForm('0e4b1c9a-3f4d-4c1b-9d52-6a7f8e9d0c1b')).toBe('MC4859415579');
    expect(purposeOfForm('0E4B1C9A-3F4D-4C1B-9D52-6A7F8E9D0C1B')).toBe('MC4859415579');
    for (const key of ['', '0e4b1c9a-3f4d-4c1b-9d52-6a7f8e9d0c1b/1', 'import 3'])
      expect(purposeOfForm(key)).toBe('');
  });

  it('names a case by digits alone', () => {
    expect(qrPurpose('250424-0008-31')).toBe('HS 250424000831');
    expect(qrPurpose('250424-00081234-31').length).toBeLessThanOrEqual(25);
  });
});
