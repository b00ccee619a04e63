import type { Reader, Writer } from '../connection.ts';
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

export function hasRemains(db: Reader): boolean {
  return prepared(db, 'SELECT 1 FROM erasedRemains LIMIT 1').get() !== undefined;
}

/**
 * Takes them away: the whole file is written anew, which takes seconds for each gigabyte, and its log is folded by the
 * caller. Only outside a transaction. A paper that another program holds open stays noted and holds up nothing else; it is
 * thrown once the rest is gone.
 */
export function wipeRemains(db: Writer, folder: string): void {
  const left = prepared<{ file: string }>(db, 'SELECT file FROM erasedRemains').all();
  const named = namedFiles(db);
  const isGone = prepared(db, 'DELETE FROM erasedRemains WHERE file = ?');
  const faults = left
    .filter(({ file }) => file !== '')
    .flatMap(({ file }) => {
      try {
        if (!named.has(file)) dropFile(folder, file);
        isGone.run(file);
        return [];
      } catch (error) {
        return [error];
      }
    });
  if (left.some(({ file }) => file === '')) {
    prepared(db, "INSERT INTO caseNames (caseNames) VALUES ('optimize')").run();
    db.exec('VACUUM');
    isGone.run('');
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} stored papers stay`);
}
