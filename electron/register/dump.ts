import { createHash } from 'node:crypto';
import { prepared, type Reader } from './connection.ts';

/** What SQLite keeps for itself, and the index of the search, which says what the rows say. */
const ownTables = /^(?:sqlite_|.*Search(?:$|_))/;

/** SHA-256 over all tables and rows in a fixed order: two registers with one content have one, however their pages lie. */
export function dumpDigest(db: Reader): string {
  const hash = createHash('sha256');
  const tables = prepared<{ name: string; sql: string }>(
    db,
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  ).all();
  for (const { name, sql } of tables) {
    if (ownTables.test(name) || sql.startsWith('CREATE VIRTUAL')) continue;
    hash.update(`${sql}\n`);
    const columns = prepared<{ name: string }>(db, 'SELECT name FROM pragma_table_xinfo(?) ORDER BY cid').all(
      name,
    );
    const list = columns.map((column) => `"${column.name}"`).join(', ');
    const numbers = columns.map((_, index) => index + 1).join(', ');
    for (const row of db.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${numbers}`).raw().iterate())
      hash.update(
        `${JSON.stringify(row, (_, value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : value))}\n`,
      );
  }
  return hash.digest('hex');
}
