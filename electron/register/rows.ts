import type { Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** Rows that are the fold of something. */
export type Row = Record<string, string | number | Buffer | null>;

/** Answers the id of the new row. Table and columns are words of ours, never of an input. */
export function insertRow(tx: Writer, table: string, row: Row): number {
  const names = Object.keys(row);
  const { lastInsertRowid } = prepared(
    tx,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  ).run(row);
  return Number(lastInsertRowid);
}

export function updateRow(tx: Writer, table: string, id: number, row: Row): void {
  const changes = Object.keys(row).map((name) => `${name} = @${name}`);
  prepared(tx, `UPDATE ${table} SET ${changes.join(', ')} WHERE id = @id`).run({ ...row, id });
}
