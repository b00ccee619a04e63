import { expect, test } from 'vitest';
import { codeAlphabet } from '../../shared/domain/account.ts';
import { newCode, newToken, openSecrets, tokenHash, usualCost } from './secrets.ts';

const cheap = 4;

test('the usual cost is scrypt with N = 2^17, r = 8, p = 1, and Node lets it have its memory', async () => {
  expect(usualCost).toBe(17);
  const secrets = openSecrets();
  const stored = await secrets.hash('một câu dài dễ nhớ');
  expect(stored).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/);
  expect(await secrets.matches('một câu dài dễ nhớ', stored)).toBe(true);
}, 30_000);

test('a secret matches in either spelling of its accents, and nothing else does (ASVS 6.2.8)', async () => {
  const secrets = openSecrets(cheap);
  const stored = await secrets.hash('Đường về quê'.normalize('NFD'));
  expect(await secrets.matches('Đường về quê'.normalize('NFC'), stored)).toBe(true);
  expect(await secrets.matches('Đường về quê ', stored)).toBe(false);
  expect(await secrets.hash('Đường về quê')).not.toBe(stored);
  await expect(secrets.matches('x', 'plain text')).rejects.toThrow('none of ours');
});

test('a hash of another cost still matches and is known to be old', async () => {
  const stored = await openSecrets(cheap).hash('hàng cau trước ngõ');
  const today = openSecrets(cheap + 1);
  expect(await today.matches('hàng cau trước ngõ', stored)).toBe(true);
  expect([today.isOld(stored), openSecrets(cheap).isOld(stored)]).toEqual([true, false]);
});

test('work is done in turn, also after a failure, and a flood is turned away', async () => {
  const { inTurn } = openSecrets(cheap);
  const order: string[] = [];
  const slow = (name: string, ms: number) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    order.push(`${name} ends`);
    if (name === 'a') throw new Error('a');
  };
  const all = await Promise.allSettled([inTurn(slow('a', 20)), inTurn(slow('b', 1))]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  const flood = await Promise.allSettled(Array.from({ length: 60 }, () => inTurn(async () => {})));
  expect(flood.filter(({ status }) => status === 'rejected')).toHaveLength(10);
});

test('tokens have 128 bits and are kept as a hash; codes hold no letter that looks like another (ASVS 7.2.2, 7.2.3)', () => {
  expect(Buffer.from(newToken(), 'base64url')).toHaveLength(16);
  expect(newToken()).not.toBe(newToken());
  expect(tokenHash('a')).toHaveLength(32);
  expect(newCode(400)).toMatch(new RegExp(`^[${codeAlphabet}]{400}$`));
  expect(codeAlphabet).not.toMatch(/[ILOU]/);
});
