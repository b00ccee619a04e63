import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartError } from '../start-error.ts';

/**
 * One owner a folder. The lock is SQLite's own file lock on a small file beside the register, so the kernel
 * frees it when the process dies: a killed counter never leaves a stale lock behind.
 */
export function lockFolder(folder: string): { release(): void } {
  let db: Database.Database | undefined;
  try {
    db = new Database(join(folder, 'counter.lock'), { timeout: 0 });
    db.pragma('journal_mode = DELETE');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StartError(`Một Cửa đang mở trên thư mục ${folder}. Dùng cửa sổ đang mở hoặc đóng nó trước.`);
    }
    throw new StartError(`Không ghi được vào thư mục dữ liệu ${folder}. Chọn thư mục khác bằng --data.`);
  }
  const held = db;
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
