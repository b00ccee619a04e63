import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Reader } from './connection.ts';
import { flush, flushFolder } from './flush.ts';

/** Writes a verified copy of the register into `backups/` and answers its path. Throws when the copy is not sound. */
export function writeBackup(db: Reader, folder: string, label: string): string {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const file = join(backups, `register-${label}.db`);
  const unverified = `${file}.tmp`;
  rmSync(unverified, { force: true });
  db.prepare('VACUUM INTO ?').run(unverified);
  const copy = connect(unverified, 'read');
  try {
    const verdict = copy.pragma('integrity_check', { simple: true });
    const dangling = copy.pragma('foreign_key_check') as unknown[];
    if (verdict !== 'ok' || dangling.length > 0)
      throw new Error(`Backup ${unverified} is not sound: ${verdict}`);
  } finally {
    copy.close();
  }
  flush(unverified);
  renameSync(unverified, file);
  flushFolder(backups);
  return file;
}

/** When the newest verified backup was written, ISO in UTC; null when there is none. */
export function lastBackupAt(folder: string): string | null {
  try {
    const backups = join(folder, 'backups');
    const times = readdirSync(backups)
      .filter((name) => name.endsWith('.db'))
      .map((name) => statSync(join(backups, name)).mtimeMs);
    return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
  } catch {
    return null;
  }
}
