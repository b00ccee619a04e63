import { prepared, type Reader } from './connection.ts';

/** Where rows name stored files. */
const places = [
  ['printJobs', 'fileName'],
  ['bookClosings', 'linesFile'],
  ['bookAddenda', 'file'],
  ['bookPrints', 'file'],
] as const;

/** Every stored file that a register names, also one of an earlier form. */
export function namedFiles(db: Reader): Set<string> {
  const tables = new Set(
    prepared<{ name: string }>(db, "SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map(({ name }) => name),
  );
  return new Set(
    places
      .filter(([table]) => tables.has(table))
      .flatMap(([table, column]) =>
        prepared<{ file: string }>(
          db,
          `SELECT DISTINCT ${column} AS file FROM ${table} WHERE ${column} IS NOT NULL`,
        ).all(),
      )
      .map(({ file }) => file),
  );
}
