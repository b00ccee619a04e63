import { connect, prepared, type Reader } from './connection.ts';

export interface Snapshots {
  /** Runs long reading on a connection of its own, which sees the register as it was when it began. */
  take<T>(run: (db: Reader) => Promise<T>): Promise<T>;
  isAnyOpen(): boolean;
  /** Ends what still reads; it fails at its next row. */
  close(): void;
}

/**
 * Readings that pause: between two pages of an export the counter answers, and a case that moved meanwhile would be missed
 * or told twice on the shared connection.
 */
export function openSnapshots(file: string): Snapshots {
  const open = new Set<Reader>();
  return {
    take: async (run) => {
      const db = connect(file, 'read');
      open.add(db);
      try {
        db.exec('BEGIN');
        // The moment is that of the first reading, not of BEGIN.
        prepared(db, 'SELECT count(*) FROM sqlite_schema').get();
        return await run(db);
      } finally {
        open.delete(db);
        db.close();
      }
    },
    isAnyOpen: () => open.size > 0,
    close: () => {
      for (const db of open) db.close();
      open.clear();
    },
  };
}
