import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DamageError, findingOf, StartError } from '../start-error.ts';

/**
 * One owner a folder. The lock is SQLite's own file lock on a small file beside the register, so the kernel
 * frees it when the process dies: a killed counter never leaves a stale lock behind.
 */
export function lockFolder(folder: string): { release(): void } {
  const file = join(folder, 'counter.lock');
  const held = tryLock(file, folder) ?? afterRemoving(file, () => tryLock(file, folder));
  if (held === undefined) {
    throw new DamageError({ kind: 'readOnly' }, folder);
  }
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}

/** Undefined when the file cannot serve as a lock: no rights, or something else under its name. */
function tryLock(file: string, folder: string): Database.Database | undefined {
  let db: Database.Database | undefined;
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    db = new Database(file, { timeout: 0 });
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StartError(`Một Cửa đang mở trên thư mục ${folder}. Dùng cửa sổ đang mở hoặc đóng nó trước.`);
    }
    const finding = findingOf(error);
    if (finding.kind === 'diskFull') throw new DamageError(finding, folder);
    return undefined;
  }
}

/** The lock holds nothing: what cannot be read as one may be thrown away. */
function afterRemoving(
  file: string,
  again: () => Database.Database | undefined,
): Database.Database | undefined {
  try {
    rmSync(file, { force: true });
  } catch {
    return undefined;
  }
  return again();
}
