import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { makePlaceKey, unwrapPlaceKey } from '../../backup/place-key.ts';
import { lockBytes, openBytes } from './locked-bytes.ts';

const key = randomBytes(32);

test('what was cut or changed opens for nobody, however little is left', () => {
  const code = 'A'.repeat(20);
  const { wrap } = makePlaceKey(code, key, 10);
  const cut = Buffer.from(wrap.wrapped, 'base64').subarray(0, 20).toString('base64');
  expect([
    unwrapPlaceKey(code, wrap),
    unwrapPlaceKey(code, { ...wrap, wrapped: cut }),
    unwrapPlaceKey(`${'A'.repeat(19)}B`, wrap),
  ]).toEqual([key, undefined, undefined]);
  for (const text of ['', 'Lường Thị Thu Hằng']) {
    const stored = Buffer.from(lockBytes(Buffer.from(text), key));
    expect(Buffer.from(openBytes(stored, key) ?? []).toString()).toBe(text);
    for (let length = 'MotCuaKhoa1\n'.length; length < stored.length; length += 1)
      expect(openBytes(stored.subarray(0, length), key)).toBeUndefined();
    for (const at of [12, 30, stored.length - 1]) {
      const changed = Buffer.from(stored);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openBytes(changed, key)).toBeUndefined();
    }
  }
});
