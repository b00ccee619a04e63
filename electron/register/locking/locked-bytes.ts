import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { filesKeyOf } from './keyring.ts';

/** Files of a locked register: a mark, then AES-256-GCM, so that a changed byte is seen too. */
const mark = Buffer.from('MotCuaKhoa1\n');
const ivBytes = 12;
const tagBytes = 16;

/** The bytes themselves where there is no key. */
export function lockBytes(bytes: Uint8Array, key: Buffer | null): Uint8Array {
  if (key === null) return bytes;
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', filesKeyOf(key), iv).setAAD(mark);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([mark, iv, cipher.getAuthTag(), body]);
}

/** What a stored file holds, locked or not; undefined when the key is another, there is none, or a byte was changed. */
export function openBytes(stored: Buffer, key: Buffer | null): Uint8Array<ArrayBuffer> | undefined {
  if (!stored.subarray(0, mark.length).equals(mark)) return new Uint8Array(stored);
  if (key === null) return undefined;
  const iv = stored.subarray(mark.length, mark.length + ivBytes);
  const from = mark.length + ivBytes + tagBytes;
  try {
    const decipher = createDecipheriv('aes-256-gcm', filesKeyOf(key), iv)
      .setAAD(mark)
      .setAuthTag(stored.subarray(mark.length + ivBytes, from));
    return new Uint8Array(Buffer.concat([decipher.update(stored.subarray(from)), decipher.final()]));
  } catch {
    return undefined;
  }
}

export function isLockedFile(path: string): boolean {
  const start = Buffer.alloc(mark.length);
  const descriptor = openSync(path, 'r');
  try {
    return readSync(descriptor, start, 0, start.length, 0) === start.length && start.equals(mark);
  } finally {
    closeSync(descriptor);
  }
}
