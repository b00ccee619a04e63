import { createHash, randomBytes, scryptSync } from 'node:crypto';
import { codeAlphabet, normaliseCode } from '../../shared/domain/account.ts';
import { sealBytes, unsealBytes } from '../sealing.ts';
import type { Wrap } from './sealed-file.ts';

/** The key that copies on a second place are sealed under, and the code that gives it back on another machine. */

/** log2 N of scrypt: 128 MiB and a third of a second. The code alone has 100 bits. */
const usualCost = 17;
export const placeCodeLength = 20;

/** What is wrapped tells nothing of where it belongs. */
const nothingElse = Buffer.alloc(0);

const stretch = (code: string, salt: Buffer, cost: number): Buffer =>
  scryptSync(code, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 * 128 * 2 ** cost * 8 });

/** A new key, or one that is there already, wrapped under a code. */
export function makePlaceKey(
  code: string,
  key: Buffer = randomBytes(32),
  cost = usualCost,
): { key: Buffer; wrap: Wrap } {
  const salt = randomBytes(16);
  const wrapped = sealBytes(stretch(normaliseCode(code), salt, cost), key, nothingElse).toString('base64');
  return { key, wrap: { salt: salt.toString('base64'), cost, wrapped } };
}

/** The key again; undefined under another code, or when it was changed or cut. */
export function unwrapPlaceKey(code: string, { salt, cost, wrapped }: Wrap): Buffer | undefined {
  const typed = normaliseCode(code);
  if (typed.length !== placeCodeLength || [...typed].some((letter) => !codeAlphabet.includes(letter)))
    return undefined;
  const stretched = stretch(typed, Buffer.from(salt, 'base64'), cost);
  return unsealBytes(stretched, Buffer.from(wrapped, 'base64'), nothingElse);
}

/** Tells keys apart without saying anything of them: the folder of a key's copies. */
export const keyName = ({ salt }: Wrap): string =>
  createHash('sha256').update(salt).digest('hex').slice(0, 8);
