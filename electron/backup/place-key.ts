import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { codeAlphabet, normaliseCode } from '../../shared/domain/account.ts';
import type { Wrap } from './sealed-file.ts';

/** The key that copies on a second place are sealed under, and the code that gives it back on another machine. */

/** log2 N of scrypt: 128 MiB and a third of a second. The code alone has 100 bits. */
const usualCost = 17;
export const placeCodeLength = 20;

const stretch = (code: string, salt: Buffer, cost: number): Buffer =>
  scryptSync(code, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 * 128 * 2 ** cost * 8 });

/** A new key, or one that is there already, wrapped under a code. */
export function makePlaceKey(
  code: string,
  key: Buffer = randomBytes(32),
  cost = usualCost,
): { key: Buffer; wrap: Wrap } {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', stretch(normaliseCode(code), salt, cost), iv);
  const body = Buffer.concat([cipher.update(key), cipher.final()]);
  const wrapped = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
  return { key, wrap: { salt: salt.toString('base64'), cost, wrapped } };
}

/** The key again; undefined under another code. */
export function unwrapPlaceKey(code: string, { salt, cost, wrapped }: Wrap): Buffer | undefined {
  const typed = normaliseCode(code);
  if (typed.length !== placeCodeLength || [...typed].some((letter) => !codeAlphabet.includes(letter)))
    return undefined;
  const bytes = Buffer.from(wrapped, 'base64');
  const stretched = stretch(typed, Buffer.from(salt, 'base64'), cost);
  const decipher = createDecipheriv('aes-256-gcm', stretched, bytes.subarray(0, 12)).setAuthTag(
    bytes.subarray(12, 28),
  );
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Tells keys apart without saying anything of them: the folder of a key's copies. */
export const keyName = ({ salt }: Wrap): string =>
  createHash('sha256').update(salt).digest('hex').slice(0, 8);
