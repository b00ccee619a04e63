import { officeSchema } from '../../../shared/domain/settings.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import { firstEntryOf } from '../emergency-range.ts';
import { findBrokenLink } from '../journal.ts';
import { BackupError } from './backup-error.ts';

/** Proof that a copy is whole: by itself, and against the register that it was made from. */

/** What a copy tells of itself. */
interface CopyFacts {
  version: number;
  seq: number;
  head: string;
  cases: number;
  lastCaseId: number;
  lastCaseCode: string | null;
  unit: string;
  emergency: string | null;
}

/** What the register held at one moment: a copy is made between two of them. */
export interface Witness {
  /** Changes with every commit of another connection. */
  dataVersion: number;
  rows: Record<string, number>;
}

export function witnessOf(db: Reader): Witness {
  return { dataVersion: Number(db.pragma('data_version', { simple: true })), rows: rowCounts(db) };
}

/**
 * Opens a copy for reading and proves it. Throws BackupError('unsound').
 * @param key where it is not that of its folder.
 */
export function checkCopy(file: string, before: Witness, after: Witness, key?: Buffer | null): CopyFacts {
  const copy = connect(file, 'read', key);
  try {
    requireSound(copy);
    requireBetween(rowCounts(copy), before, after);
    return factsOf(copy);
  } finally {
    copy.close();
  }
}

/** Every page, every reference and every link of the journal. */
export function requireSound(copy: Reader): void {
  const verdict = copy.pragma('integrity_check(1)', { simple: true });
  if (verdict !== 'ok') throw new BackupError('unsound', verdict);
  const [dangling] = copy.pragma('foreign_key_check') as unknown[];
  if (dangling !== undefined) throw new BackupError('unsound', 'foreign keys');
  const broken = findBrokenLink(copy);
  if (broken !== null) throw new BackupError('unsound', `journal ${broken.seq} ${broken.why}`);
}

/** Tables that only ever grow. */
const growing = ['journal', 'cases'];

function requireBetween(rows: Witness['rows'], before: Witness, after: Witness): void {
  const isQuiet = before.dataVersion === after.dataVersion;
  const tables = isQuiet ? Object.keys({ ...before.rows, ...rows }) : growing;
  for (const table of tables) {
    const count = rows[table] ?? -1;
    if (count < (before.rows[table] ?? -1) || count > (after.rows[table] ?? -1))
      throw new BackupError('unsound', `rows of ${table}`);
  }
  if ((rows.settings ?? 0) === 0 && (before.rows.settings ?? 0) > 0)
    throw new BackupError('unsound', 'settings');
}

function rowCounts(db: Reader): Record<string, number> {
  const tables = prepared<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'",
  ).all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, count(db, `SELECT count(*) AS n FROM "${name}"`)]),
  );
}

export function factsOf(db: Reader): CopyFacts {
  const last = prepared<{ seq: number; hash: Buffer }>(
    db,
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  ).get();
  const lastCase = prepared<{ id: number; caseCode: string }>(
    db,
    'SELECT id, caseCode FROM cases ORDER BY id DESC LIMIT 1',
  ).get();
  return {
    version: Number(db.pragma('user_version', { simple: true })),
    seq: last?.seq ?? 0,
    head: last?.hash.toString('hex') ?? '',
    cases: count(db, 'SELECT count(*) AS n FROM cases'),
    lastCaseId: lastCase?.id ?? 0,
    lastCaseCode: lastCase?.caseCode ?? null,
    unit: unitOf(db),
    emergency: firstEntryOf(db)?.mark ?? null,
  };
}

/** The office's name; empty before the first run. */
export function unitOf(db: Reader): string {
  const office = prepared<{ value: string }>(
    db,
    "SELECT value FROM settings WHERE name = 'office' ORDER BY effectiveFrom DESC LIMIT 1",
  ).get();
  return office === undefined ? '' : officeSchema.parse(JSON.parse(office.value)).unit;
}

const count = (db: Reader, sql: string): number => prepared<{ n: number }>(db, sql).get()?.n ?? 0;
