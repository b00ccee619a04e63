import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { TableKind } from './read-rows.ts';

/**
 * Files that a window hands in to be read: beside the register, named by their content, until they came in or are a day
 * old (`dropOldIncoming`, at each hand-in, at the start and once a day).
 */

const keptMs = 24 * 3600 * 1000;
const namePattern = /^([0-9a-f]{64})\.(xlsx|csv)$/;

/** Stores the bytes and answers the file's name. Throws unreadableFile for what cannot be a table. */
export function keepIncoming(folder: string, bytes: Uint8Array): string {
  const kind = kindOf(bytes);
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true });
  dropOldIncoming(folder);
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${kind}`;
  writeFileSync(join(incoming, name), bytes);
  return name;
}

/** Removes what was handed in, or made of it, a day ago: people's data must not gather here. */
export function dropOldIncoming(folder: string): void {
  const incoming = join(folder, 'incoming');
  if (!existsSync(incoming)) return;
  for (const old of readdirSync(incoming)) {
    if (Date.now() - statSync(join(incoming, old)).mtimeMs > keptMs)
      rmSync(join(incoming, old), { force: true });
  }
}

/** Removes all of it, as beside a locked register: nobody uses it while the counter is closed. */
export function dropAllIncoming(folder: string): void {
  rmSync(join(folder, 'incoming'), { recursive: true, force: true });
}

/** Removes a file that came in and all that was made of it, but for the files to keep. */
export function dropIncoming(folder: string, name: string, kept: readonly string[]): void {
  const incoming = join(folder, 'incoming');
  for (const each of readdirSync(incoming)) {
    const path = join(incoming, each);
    if (each.startsWith(name) && !kept.includes(path)) rmSync(path, { force: true });
  }
}

/** Where an incoming file lies. Throws unreadableFile when it is no longer there; no path is ever joined from outside. */
export function findIncoming(folder: string, name: string): { path: string; kind: TableKind } {
  const path = incomingPath(folder, name);
  if (!existsSync(path)) throw new AppError('unreadableFile', { why: 'gone' });
  return { path, kind: name.endsWith('.xlsx') ? 'xlsx' : 'csv' };
}

/** Where it lay, and what was made of it lies, whether it is still there or not. Throws unreadableFile for no name of ours. */
export function incomingPath(folder: string, name: string): string {
  if (!namePattern.test(name)) throw new AppError('unreadableFile', { why: 'gone' });
  return join(folder, 'incoming', name);
}

function kindOf(bytes: Uint8Array): TableKind {
  const begins = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new AppError('unreadableFile', { why: 'empty' });
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new AppError('unreadableFile', { why: 'oldWorkbook' });
  if (begins(0x50, 0x4b)) return 'xlsx';
  const isWide = begins(0xff, 0xfe) || begins(0xfe, 0xff);
  if (!isWide && bytes.subarray(0, 4096).includes(0))
    throw new AppError('unreadableFile', { why: 'damaged' });
  return 'csv';
}
