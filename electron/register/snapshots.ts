import { connect, prepared, type Reader } from './connection.ts';

export interface Snapshots {
  /** Runs long reading on a connection of its own, which sees the register as it was when it began. */
  take<T>(run: (db: Reader) => Promise<T>): Promise<T>;
  /** Ends what still reads; it fails at its next row. */
  close(): void;
}

/** A connection of its own that sees the register as it is now, for as long as it is open. */
export function openMoment(file: string): Reader {
  const db = connect(file, 'read');
  try {
    beginMoment(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function beginMoment(db: Reader): void {
  db.exec('BEGIN');
  // The moment is that of the first reading, not of BEGIN.
  prepared(db, 'SELECT count(*) FROM sqlite_schema').get();
}

/** Runs reading that does not pause on a connection that is kept for it, as the register is now. */
export function atMoment<T>(db: Reader, read: (db: Reader) => T): T {
  beginMoment(db);
  try {
    return read(db);
  } finally {
    db.exec('COMMIT');
  }
}

/**
 * Readings that pause: between two pages of an export the counter answers, and a case that moved meanwhile would be missed
 * or told twice on the shared connection.
 */
export function openSnapshots(file: string): Snapshots {
  const open = new Set<Reader>();
  return {
    take: async (run) => {
      const db = openMoment(file);
      open.add(db);
      try {
        return await run(db);
      } finally {
        open.delete(db);
        db.close();
      }
    },
    close: () => {
      for (const db of open) db.close();
      open.clear();
    },
  };
}
