import { dropOldIncoming } from './incoming.ts';
import { dropOldLists } from './register/files.ts';
import type { Register } from './register/register.ts';
import { dropOldDrafts } from './register/register-book-drafts.ts';

const everyMs = 24 * 3600 * 1000;

/**
 * Removes what holds people's data and is of no use after a day: files handed in, exported lists, prints of open books. At
 * once, so that a counter closed each evening does it each morning, and then once a day. A file that cannot be removed is
 * tried again the next time.
 * @returns ends the sweeping.
 */
export function sweepDaily(
  { read, folder }: Pick<Register, 'read' | 'folder'>,
  clock: () => number,
  log: (line: string) => void,
): () => void {
  const sweep = () => {
    const works = [
      () => dropOldIncoming(folder),
      () => dropOldLists(folder),
      () => dropOldDrafts(read, folder, clock()),
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
