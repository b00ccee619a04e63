import { closeSync, openSync, readSync } from 'node:fs';
import { sealBytes, unsealBytes } from '../../sealing.ts';
import { filesKeyOf } from './keyring.ts';

/** Files of a locked register: a mark, then what they hold, sealed. */
const mark = Buffer.from('MotCuaKhoa1\n');

/** The bytes themselves where there is no key. */
export function lockBytes(bytes: Uint8Array, key: Buffer | null): Uint8Array {
  return key === null ? bytes : Buffer.concat([mark, sealBytes(filesKeyOf(key), bytes, mark)]);
}

/** What a stored file holds, locked or not; undefined when the key is another, there is none, or a byte was changed. */
export function openBytes(stored: Buffer, key: Buffer | null): Uint8Array<ArrayBuffer> | undefined {
  if (!stored.subarray(0, mark.length).equals(mark)) return new Uint8Array(stored);
  const bytes = key && unsealBytes(filesKeyOf(key), stored.subarray(mark.length), mark);
  return bytes ? new Uint8Array(bytes) : undefined;
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
