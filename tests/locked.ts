import { randomBytes } from 'node:crypto';
import { makePlaceKey } from '../electron/backup/place-key.ts';
import { checkOf, keepKey } from '../electron/register/locking/keyring.ts';
import { askToLock, lockedAside } from '../electron/register/locking/locking.ts';

/** A key and its lock, under a code that costs nothing to try. */
export function makeLock(key: Buffer = randomBytes(32)) {
  const { wrap } = makePlaceKey('A'.repeat(20), key, 10);
  return { key, lock: { check: checkOf(key), wrap } };
}

/** Lets the next opening of a folder's register, here or in a program that is given the key, lock it. */
export function lockAtOpening(
  folder: string,
  { key, lock }: ReturnType<typeof makeLock> = makeLock(),
): Buffer {
  keepKey(lockedAside(folder), key);
  const by = { at: '2025-04-24T02:15:00.000Z', by: 'Lò Thị Mai', approver: 'Cầm Văn Tuấn', device: 'window' };
  askToLock(folder, { way: 'lock', lock, ...by });
  return key;
}

/** How a program of tests is given the key of the register that it opens. */
export const keyVariable = 'KEY_OF_TESTS';
export function takeGivenKey(path: string): void {
  const given = process.env[keyVariable];
  if (given) keepKey(path, Buffer.from(given, 'hex'));
}
