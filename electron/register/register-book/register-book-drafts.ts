import { bookYears } from '../cases/books.ts';
import type { Reader } from '../connection.ts';
import { dropFile } from '../files.ts';
import { entriesOf } from '../journal.ts';

/** Prints of open books: each a moment's, and of no use the day after. */

/** Kind of the journal's entry that names their files. */
export const draftPrinted = 'book.draftPrinted';
const keptMs = 24 * 3600 * 1000;

/**
 * Removes prints of open books that are a day old at an instant: whoever wanted one has saved it, and people's data must not
 * gather here. A file that a newer print names stays.
 */
export function dropOldDrafts(db: Reader, folder: string, at: number): void {
  const old = new Set<string>();
  const kept = new Set<string>();
  for (const year of bookYears(db)) {
    for (const entry of entriesOf(db, `book:${year}`)) {
      if (entry.kind !== draftPrinted) continue;
      const names = at - Date.parse(entry.at) > keptMs ? old : kept;
      for (const name of (entry.data as { files: string[] }).files) names.add(name);
    }
  }
  for (const name of old) if (!kept.has(name)) dropFile(folder, name);
}
