import { dropAllIncoming, dropOldIncoming } from './excel/incoming.ts';
import { nowAt } from './now.ts';
import { dropOldLists } from './register/files.ts';
import { kindOfFile } from './register/locking/keyring.ts';
import type { Register } from './register/register.ts';
import { dropOldDrafts } from './register/register-book/register-book-drafts.ts';
import { journalRatings } from './register/voice/ratings.ts';

const everyMs = 24 * 3600 * 1000;

/**
 * What was handed in lies readable also beside a locked register: it goes as the counter closes, once nothing reads it any more, and
 * as it opens, where a kill left it.
 */
export function dropReadable(
  { folder, file }: Pick<Register, 'folder' | 'file'>,
  log: (line: string) => void,
): void {
  try {
    if (kindOfFile(file) === 'locked') dropAllIncoming(folder);
  } catch (error) {
    log(`incoming: ${String(error)}`);
  }
}

/**
 * Removes what holds people's data and is of no use after a day: files handed in, exported lists, prints of open books; and
 * counts the ratings of days that are over in the journal. At once, so that a counter closed each evening does it each
 * morning, and then once a day. What cannot be done is tried again the next time.
 * @returns ends the sweeping.
 */
export function sweepDaily(
  { read, transact, folder }: Pick<Register, 'read' | 'transact' | 'folder'>,
  clock: () => number,
  log: (line: string) => void,
): () => void {
  const sweep = () => {
    const works = [
      () => dropOldIncoming(folder),
      () => dropOldLists(folder),
      () => dropOldDrafts(read, folder, clock()),
      () => transact((tx) => journalRatings(tx, nowAt(clock()))),
    ];
    for (const work of works) {
      try {
        work();
      } catch (error) {
        log(`sweep: ${String(error)}`);
      }
    }
  };
  sweep();
  const timer = setInterval(sweep, everyMs).unref();
  return () => clearInterval(timer);
}
