import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { flush, flushFolder } from './flush.ts';
import { keyFor } from './locking/keyring.ts';
import { isLockedFile, lockBytes, openBytes } from './locking/locked-bytes.ts';

/**
 * Stored slips, exported lists and closed books: content-addressed files, written and flushed before anything names them. Those of
 * a locked register are locked under its key, named by what they hold all the same.
 */
const namePattern = /^[0-9a-f]{64}\.(pdf|xlsx|json)$/;

export const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;
type FileKind = keyof typeof contentTypes;

/** Writes the bytes once and answers the file's name, its SHA-256. */
export function storeFile(folder: string, bytes: Uint8Array, kind: FileKind = 'pdf'): string {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${kind}`;
  const files = join(folder, 'files');
  const path = join(files, name);
  if (existsSync(path)) return name;
  mkdirSync(files, { recursive: true });
  writeFileSync(`${path}.tmp`, lockBytes(bytes, keyFor(folder)));
  flush(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
  flushFolder(files);
  return name;
}

/** The bytes of a stored file; undefined for any other name, so no path is ever joined from a URL. */
export function findFile(
  folder: string,
  name: string,
): { bytes: Uint8Array<ArrayBuffer>; kind: FileKind } | undefined {
  const kind = namePattern.exec(name)?.[1];
  const path = join(folder, 'files', name);
  if (kind === undefined || !existsSync(path)) return undefined;
  const bytes = openBytes(readFileSync(path), keyFor(folder));
  return bytes && { bytes, kind: kind as FileKind };
}

/**
 * Writes a stored file anew under another key, or none; answers whether it had to be. What is there stays until the other lies on
 * the disk.
 */
export function relockFile(folder: string, name: string, from: Buffer | null, to: Buffer | null): boolean {
  const path = join(folder, 'files', name);
  if (!namePattern.test(name) || isLockedFile(path) === (to !== null)) return false;
  const bytes = openBytes(readFileSync(path), from);
  if (bytes === undefined) return false;
  writeFileSync(`${path}.tmp`, lockBytes(bytes, to));
  flush(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
  return true;
}

const listsKeptMs = 24 * 3600 * 1000;

/**
 * Removes exported lists that are a day old, and what a kill left half written: whoever wanted a list has saved it, and
 * people's data must not gather here.
 */
export function dropOldLists(folder: string): void {
  const files = join(folder, 'files');
  if (!existsSync(files)) return;
  for (const name of readdirSync(files).filter((each) => /\.(?:xlsx|tmp)$/.test(each))) {
    if (Date.now() - statSync(join(files, name)).mtimeMs > listsKeptMs)
      rmSync(join(files, name), { force: true });
  }
}

/** Removes a file that nothing names any more. */
export function dropFile(folder: string, name: string): void {
  if (namePattern.test(name)) rmSync(join(folder, 'files', name), { force: true });
}
