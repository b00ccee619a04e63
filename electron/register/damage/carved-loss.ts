import type { StoredBackup } from '../../../shared/domain/backup.ts';
import { lossOf, lossSince } from '../backup/backup-lack.ts';
import { connect, prepared, type Reader } from '../connection.ts';
import type { JournalRow } from '../journal.ts';

type Found = ReadonlyMap<number, readonly JournalRow[]>;

/**
 * What a damaged register shows beyond a copy of its own: as it tells itself where it can still be asked, else by the same rule over
 * the entries that are left of it. At least that much; what no page holds is not counted.
 * @param codes of earlier cases, where they are to be named: what the copy holds.
 */
export function lossFromTorn(source: string, found: Found, copy: StoredBackup, codes?: Reader) {
  return lossOf(source, copy) ?? carvedLoss(found, copy, codes);
}

/** Where a thing's code stands, by the word under which the journal speaks of it. */
const things = [
  { word: 'case', table: 'cases', code: 'caseCode' },
  { word: 'subjectRequest', table: 'subjectRequests', code: 'code' },
  { word: 'feedback', table: 'feedbackCases', code: 'code' },
  { word: 'payment', table: 'payments', code: 'noteNo' },
] as const;

function carvedLoss(found: Found, copy: StoredBackup, codes: Reader | undefined) {
  const db = connect(':memory:', 'write');
  try {
    db.exec('CREATE TABLE journal (seq INTEGER PRIMARY KEY, at, kind, subject, data)');
    for (const { table, code } of things) db.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, ${code})`);
    for (const [seq, [row]] of found) if (row && seq > copy.seq) fill(db, row, codes);
    return lossSince(db, copy);
  } finally {
    db.close();
  }
}

function fill(db: Reader, { seq, at, kind, subject, data }: JournalRow, codes: Reader | undefined): void {
  const put = 'INSERT INTO journal (seq, at, kind, subject, data) VALUES (@seq, @at, @kind, @subject, @data)';
  prepared(db, put).run({ seq, at, kind, subject, data });
  const [word, number] = subject.split(':');
  const thing = things.find((one) => one.word === word);
  if (thing === undefined || number === undefined) return;
  const { table, code } = thing;
  const id = Number(number);
  const known =
    codes && prepared<{ code: unknown }>(codes, `SELECT ${code} AS code FROM ${table} WHERE id = ?`);
  const said = (JSON.parse(data) as Record<string, unknown> | null)?.[code] ?? known?.get(id)?.code;
  const told = typeof said === 'string' ? said : null;
  const keep = `INSERT INTO ${table} (id, ${code}) VALUES (@id, @told) ON CONFLICT DO UPDATE SET ${code} = coalesce(@told, ${code})`;
  prepared(db, keep).run({ id, told });
}
