import { join } from 'node:path';
import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { backupsFolder } from '../backup/backup-list.ts';
import { connect, type Reader, type Writer } from '../connection.ts';
import { readTorn, type StoredRow } from './torn-table.ts';

/** What is not copied: it is put together from the journal, or summed from what is; and nobody stays signed in. */
const derived = new Set(['journal', 'cases', 'caseTallies', 'payments', 'moneyMoves', 'seats', 'signIns']);

interface TableName {
  name: string;
  hasRowid: boolean;
}

/** A connection to a damaged file, if SQLite can read any of it. */
export function openTorn(file: string): Reader | null {
  try {
    const db = connect(file, 'read');
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return db;
    } catch {
      db.close();
      return null;
    }
  } catch {
    return null;
  }
}

/** Opens a backup; null when there is none. */
export function openBackup(folder: string, backup: StoredBackup | undefined): Reader | null {
  return backup ? connect(join(backupsFolder(folder), backup.name), 'read') : null;
}

/**
 * Copies what can be read of every table, or of those named; a table of which rows are lost is filled up from the backup.
 * Answers the torn ones.
 */
export function copyTables(
  tx: Writer,
  torn: Reader | null,
  backup: Reader | null,
  only?: readonly string[],
): { table: string; rows: number }[] {
  const found: { table: string; rows: number }[] = [];
  for (const table of tablesOf(tx)) {
    if (derived.has(table.name) || (only && !only.includes(table.name))) continue;
    const read = torn ? readTorn(torn, table.name, table.hasRowid) : { rows: [], isTorn: true };
    let rows = put(tx, table.name, read.rows);
    if (read.isTorn && backup) rows += put(tx, table.name, readTorn(backup, table.name, table.hasRowid).rows);
    if (read.isTorn || rows < read.rows.length) found.push({ table: table.name, rows });
  }
  return found;
}

function tablesOf(db: Reader): TableName[] {
  return db
    .prepare<[], { name: string; wr: number; type: string }>(
      "SELECT name, wr, type FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map(({ name, wr }) => ({ name, hasRowid: wr === 0 }));
}

/** Puts rows in that are not there yet; a row that the table does not bear is left out. Answers how many went in. */
function put(tx: Writer, table: string, rows: readonly StoredRow[]): number {
  const columns = (tx.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);
  let count = 0;
  for (const row of rows) {
    const names = columns.filter((name) => name in row);
    const sql = `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`;
    try {
      count += tx.prepare<[StoredRow]>(sql).run(row).changes;
    } catch {
      // What the table's own checks refuse was no row of ours any more.
    }
  }
  return count;
}

/**
 * Removes rows that belong to what is lost, until none is left; cases and the journal are never among them: what those need is
 * put back before. Answers how many.
 */
export function dropOrphans(tx: Writer): number {
  let count = 0;
  for (let round = 0; round < 20; round += 1) {
    const orphans = tx.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
    const droppable = orphans.filter(({ table, rowid }) => rowid !== null && !derived.has(table));
    if (droppable.length === 0) return count;
    for (const { table, rowid } of droppable)
      count += tx.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(rowid).changes;
  }
  return count;
}
