import type { Writer } from '../connection.ts';
import { prepared } from '../connection.ts';
import { dropFile } from '../files.ts';
import { namedFiles } from '../named-files.ts';

/**
 * What an erasure leaves behind on the disk: stored papers, words in the index of names, and old text in pages that nothing uses.
 * It is noted in the transaction that erases and taken away after it; a kill between the two leaves it to the next start.
 */

/** Notes, in the erasing transaction, that the register's own pages hold old text. */
export function noteRemains(tx: Writer): void {
  prepared(tx, "INSERT OR IGNORE INTO erasedRemains (file) VALUES ('')").run();
}

export function hasRemains(db: Writer): boolean {
  return prepared(db, 'SELECT 1 FROM erasedRemains LIMIT 1').get() !== undefined;
}

/**
 * Takes them away: the whole file is written anew, which takes seconds for each gigabyte, and its log is folded by the caller. Only outside a transaction.
 */
export function wipeRemains(db: Writer, folder: string): void {
  const left = prepared<{ file: string }>(db, "SELECT file FROM erasedRemains WHERE file <> ''").all();
  const named = namedFiles(db);
  for (const { file } of left) if (!named.has(file)) dropFile(folder, file);
  prepared(db, "INSERT INTO caseNames (caseNames) VALUES ('optimize')").run();
  db.exec('VACUUM');
  prepared(db, 'DELETE FROM erasedRemains').run();
}
