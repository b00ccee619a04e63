import Database from 'better-sqlite3';
import { keyFor, kindOfFile } from './locking/keyring.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may only read. */
export type Reader = Database.Database & { readonly [readable]: true };
/** The one connection that may write; only inside `Register.transact`. */
export type Writer = Reader & { readonly [writable]: true };

/** "MotC" in ASCII: tells our file from anybody else's. */
export const applicationId = 0x4d_6f_74_43;

/**
 * Opens a connection with the settings every connection must have, and reads `synchronous` back.
 * @param key of a locked file, and of one that is made here; that of its folder (`keyring.ts`) when none is given.
 */
export function connect(file: string, mode: 'read', key?: Buffer | null): Reader;
export function connect(file: string, mode: 'write', key?: Buffer | null): Writer;
export function connect(file: string, mode: 'read' | 'write', key = keyFor(file)): Reader {
  const isOpen = file === ':memory:' || kindOfFile(file) === 'open';
  const db = new Database(file, { readonly: mode === 'read', fileMustExist: mode === 'read' });
  try {
    // Before anything else is asked of the file, which it would answer as if it were damaged.
    if (key !== null && !isOpen) db.pragma(`key = "${rawKey(key)}"`);
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    db.pragma('mmap_size = 0');
    db.pragma('temp_store = MEMORY');
    // In KiB. A reader's is dropped at each write and fills within one question; the writer's stays for the whole day, and what it
    // lacks the system has at hand.
    db.pragma(`cache_size = -${mode === 'read' ? 65536 : 16384}`);
    if (mode === 'write') {
      db.pragma('journal_mode = WAL');
      db.pragma('journal_size_limit = 67108864');
      // What is taken out of a page is overwritten there: data that was erased must not be read off the file.
      db.pragma('secure_delete = ON');
    }
    // A reopened WAL file falls back to NORMAL, which loses acknowledged rows in a power cut.
    db.pragma('synchronous = FULL');
    if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refused synchronous=FULL');
    return db as Reader;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A key that is used as it is: it is random, and needs no stretching. */
const rawKey = (key: Buffer): string => `raw:${key.toString('hex')}`;

/**
 * Gives a copy another key, or none: every page is written anew, without a log. Whoever does it flushes and proves the copy, or throws
 * it away; the connection is of no other use. Throws where the log is not left.
 */
export function rekey(db: Writer, key: Buffer | null): void {
  db.pragma('synchronous = OFF');
  // Without it SQLite keeps a log, in which the pages would lie once more as they were.
  db.unsafeMode(true);
  // A file that says of itself that it has a log leaves it by DELETE alone, and is rekeyed only then.
  for (const mode of ['delete', 'off']) {
    const now = db.pragma(`journal_mode = ${mode}`, { simple: true });
    if (now !== mode) throw new Error(`SQLite refused journal_mode=${mode}: ${String(now)}`);
  }
  db.pragma(`rekey = "${key === null ? '' : rawKey(key)}"`);
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

/** A prepared statement, compiled once a connection. */
export function prepared<Row = unknown>(db: Reader, sql: string): Database.Statement<unknown[], Row> {
  let cache = statements.get(db);
  if (cache === undefined) {
    cache = new Map();
    statements.set(db, cache);
  }
  let statement = cache.get(sql);
  if (statement === undefined) {
    statement = db.prepare<unknown[]>(sql);
    cache.set(sql, statement);
  }
  return statement as Database.Statement<unknown[], Row>;
}

/** The query plan of every statement prepared on a connection so far: what tests hold against a table scan. */
export function plansOf(db: Reader): { sql: string; plan: string }[] {
  return [...(statements.get(db)?.keys() ?? [])].map((sql) => {
    const parameters = [...new Set(sql.match(/@\w+/g) ?? [])].map((name) => [name.slice(1), null]);
    const explain = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
    const unnamed = (sql.match(/\?/g) ?? []).map(() => null);
    const rows =
      parameters.length > 0 ? explain.all(Object.fromEntries(parameters)) : explain.all(...unnamed);
    return { sql, plan: rows.map(({ detail }) => detail).join(' | ') };
  });
}
