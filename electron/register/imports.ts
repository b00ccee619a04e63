import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { Reader, Writer } from './connection.ts';
import { prepared } from './connection.ts';

/** What was understood of a table with the same heads before; undefined for a new one. */
export function findLayout(db: Reader, signature: string): (ImportField | null)[] | undefined {
  const row = prepared<{ columns: string }>(db, 'SELECT columns FROM importLayouts WHERE signature = ?').get(
    signature,
  );
  return row && (JSON.parse(row.columns) as (ImportField | null)[]);
}

export function rememberLayout(
  tx: Writer,
  signature: string,
  columns: readonly (ImportField | null)[],
  at: string,
): void {
  prepared(
    tx,
    `INSERT INTO importLayouts (signature, columns, usedAt) VALUES (?, ?, ?)
     ON CONFLICT (signature) DO UPDATE SET columns = excluded.columns, usedAt = excluded.usedAt`,
  ).run(signature, JSON.stringify(columns), at);
}

/** Codes of procedures by the folded names of older books; '' keeps the name as it is. */
export function listNameDecisions(db: Reader): Record<string, string> {
  const rows = prepared<{ name: string; procedureCode: string }>(db, 'SELECT * FROM importNames').all();
  return Object.fromEntries(rows.map(({ name, procedureCode }) => [name, procedureCode]));
}

export function rememberNameDecisions(tx: Writer, decisions: Readonly<Record<string, string>>): void {
  for (const [name, code] of Object.entries(decisions)) {
    prepared(
      tx,
      `INSERT INTO importNames (name, procedureCode) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET procedureCode = excluded.procedureCode`,
    ).run(name, code);
  }
}

export function isSerialTaken(db: Reader, year: number, serial: number): boolean {
  return prepared(db, 'SELECT 1 FROM cases WHERE year = ? AND serial = ?').get(year, serial) !== undefined;
}

export function isNationalCodeTaken(db: Reader, nationalCode: string): boolean {
  return prepared(db, 'SELECT 1 FROM cases WHERE nationalCode = ?').get(nationalCode) !== undefined;
}

/** A person's title and roles as a list has them; cases keep the name that acted. */
export function changePerson(
  tx: Writer,
  id: number,
  { title, roles }: { title: string; roles: Role[] },
): void {
  prepared(tx, 'UPDATE people SET title = ?, roles = ? WHERE id = ?').run(title, JSON.stringify(roles), id);
}
