import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CopyLock, copyLockSchema } from '../../../shared/domain/backup.ts';
import { backupsFolder, findBackup } from '../backup/backup-list.ts';
import { flush, flushFolder } from '../flush.ts';
import { kindOfFile } from './keyring.ts';

/**
 * What opens a locked register, beside it: its key, sealed under the recovery code and, where there is one, under the operating
 * system's own store. Neither is the key; a copy of the first lies with every backup, so that the loss of this file loses nothing.
 */
const name = 'register.key.json';

const keyFileSchema = copyLockSchema.extend({
  format: z.literal('mot-cua-key'),
  /** When its code was made, ISO in UTC. */
  madeAt: z.string(),
  /** Sealed by the operating system for the user of this machine; null where the code alone opens. */
  system: z.object({ sealed: z.string(), isWeak: z.boolean() }).nullable().default(null),
  /** Of the code before, as long as it is not sure that the new one counts. */
  before: copyLockSchema.nullable().default(null),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

export const keyFilePath = (folder: string): string => join(folder, name);

/** Null where there is none, or none that can be read. */
export function readKeyFile(folder: string, path = keyFilePath(folder)): KeyFile | null {
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

export function writeKeyFile(
  folder: string,
  content: z.input<typeof keyFileSchema>,
  path = keyFilePath(folder),
): void {
  writeFileSync(`${path}.tmp`, JSON.stringify(content, null, 1));
  flush(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
  flushFolder(folder);
}

export function dropKeyFile(folder: string): void {
  rmSync(keyFilePath(folder), { force: true });
  flushFolder(folder);
}

/** What a copy of this register says of its lock; undefined while nothing is locked. */
export function copyLockOf(folder: string): CopyLock | undefined {
  const own = readKeyFile(folder);
  return own === null ? undefined : { check: own.check, wrap: own.wrap };
}

/** Whether the register of a folder wants a key: it is locked, or damaged or gone where one was locked. */
export function wantsKey(folder: string): boolean {
  const kind = kindOfFile(join(folder, 'register.db'));
  if (kind === 'locked') return true;
  return kind !== 'open' && existsSync(keyFilePath(folder));
}

/** Every lock that a code may open: of the file beside the register, then of the backups. */
export function knownLocks(folder: string): CopyLock[] {
  const found = new Map<string, CopyLock>();
  const add = (lock: CopyLock | undefined) => {
    if (lock !== undefined) found.set(lock.wrap.wrapped, lock);
  };
  add(copyLockOf(folder));
  add(readKeyFile(folder)?.before ?? undefined);
  try {
    for (const each of readdirSync(backupsFolder(folder)).sort().reverse())
      add(findBackup(folder, each)?.lock);
  } catch {
    // No backups, no locks of theirs.
  }
  return [...found.values()];
}
