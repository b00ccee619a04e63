import { createCipheriv, createDecipheriv, randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** Text that only a key opens: AES-256-GCM, so that a changed letter is seen too. */

const ivBytes = 12;
const tagBytes = 16;

/** @param about what the text belongs to; it opens for the same alone. */
export function seal(key: Buffer, text: string, about: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** Undefined under another key, for something else, or when it was changed. */
export function unseal(key: Buffer, sealed: string, about: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const body = bytes.subarray(ivBytes + tagBytes);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

const stretch = promisify<
  string,
  Buffer,
  number,
  { N: number; r: number; p: number; maxmem: number },
  Buffer
>(scrypt);

/** Of a passphrase and its salt, off the main thread. @param cost 2 to the power of it: of 15 every try takes 32 MB. */
export function keyOfPassphrase(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  return stretch(passphrase, salt, 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** cost * 2048 });
}

/** Twelve digits: typed on every keyboard, read out without a mistake. */
export function makePassphrase(): string {
  return Array.from({ length: 12 }, () => randomInt(10)).join('');
}
