import { createHmac, hkdfSync } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { workerData } from 'node:worker_threads';

/**
 * The keys of locked registers, by folder, in memory alone: a register's key opens its copies and all that lies below its folder.
 * A thread that opens registers is given (`workerData`) those that are known when it starts; one that draws, or reads what somebody
 * handed in, is given none.
 */
type Keys = Record<string, Uint8Array>;

/** What a pool gives its threads stands behind what is the pool's own. */
const given: unknown = Array.isArray(workerData) ? workerData.at(-1) : workerData;
const hasKeys = (data: unknown): data is { registerKeys: Keys } =>
  typeof data === 'object' && data !== null && 'registerKeys' in data;

/** Never replaced: a pool copies it anew for each thread that it starts. */
const keys: Keys = hasKeys(given) ? given.registerKeys : {};

/** The `workerData` of threads that open registers. */
export const withKeys = { registerKeys: keys };

/** @param key 32 bytes; null forgets it. */
export function keepKey(folder: string, key: Buffer | null): void {
  if (key === null) delete keys[resolve(folder)];
  else keys[resolve(folder)] = new Uint8Array(key);
}

/** The key of a folder or of the nearest one above it; null where nothing is locked, or nobody has opened it. */
export function keyFor(path: string): Buffer | null {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const key = keys[folder];
    if (key !== undefined) return Buffer.from(key);
    if (folder === dirname(folder)) return null;
  }
}

/** Tells the right key from a wrong one before a file is tried: SQLite says the same of a wrong key and of damage. */
export const checkOf = (key: Buffer): string =>
  createHmac('sha256', key).update('mot-cua key').digest('hex').slice(0, 16);

/** Of the stored files, so that the register's own key seals nothing but its pages. */
export const filesKeyOf = (key: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', 'mot-cua files', 32));

const magic = 'SQLite format 3\0';
/** What the cipher leaves readable: page size, and at the end of each page 32 bytes for its nonce and its proof. */
const clearBytes = Buffer.from([32, 64, 32, 32]);

/** What lies there: nothing, an open register (or anything in its place), a locked one by the bytes that stay readable. */
export function kindOfFile(file: string): 'none' | 'open' | 'locked' | 'other' {
  if (!existsSync(file)) return 'none';
  const start = Buffer.alloc(24);
  const descriptor = openSync(file, 'r');
  try {
    const read = readSync(descriptor, start, 0, start.length, 0);
    if (read === 0) return 'none';
    if (start.toString('latin1', 0, 16) === magic) return 'open';
    return read === start.length && start.subarray(20).equals(clearBytes) ? 'locked' : 'other';
  } finally {
    closeSync(descriptor);
  }
}
