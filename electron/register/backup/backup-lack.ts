import { existsSync } from 'node:fs';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { BackupLack, RestoreLoss } from '../../../shared/views-backup.ts';
import { connect, prepared, type Reader } from '../connection.ts';

/**
 * Entries that no paper has and nobody types again: who looked and who came in, what was approved, copied, checked or taken out.
 * What was looked at is in the copy that comes next all the same.
 */
const aside = [
  'seen.*',
  'session.*',
  'signIn.*',
  'access.*',
  'approval.*',
  'list.exported',
  'campaign.exported',
  'citizen.idNumberShown',
  'journal.verified',
  'register.givenUp',
  'register.restored',
  'register.restoreRead',
];
const isWork = `subject <> 'backup' AND ${aside.map((kind) => `kind NOT GLOB '${kind}'`).join(' AND ')}`;

/** What a register holds beyond a copy; null when the copy is of another register, or of another past of this one. */
export function lackOf(
  db: Reader,
  copy: Pick<BackupManifest, 'at' | 'seq' | 'head' | 'lastCaseId'>,
): BackupLack | null {
  if (!holdsHead(db, copy)) return null;
  const cases = prepared<{ count: number; first: number | null; last: number | null }>(
    db,
    'SELECT count(*) AS count, min(id) AS first, max(id) AS last FROM cases WHERE id > ?',
  ).get(copy.lastCaseId);
  const entries = prepared<{ count: number; lastAt: string | null; touched: number }>(
    db,
    `SELECT count(*) AS count, max(at) AS lastAt,
       count(DISTINCT CASE WHEN subject GLOB 'case:*' AND CAST(substr(subject, 6) AS INTEGER) <= @lastCaseId THEN subject END)
         AS touched
     FROM journal WHERE seq > @seq AND ${isWork}`,
  ).get({ seq: copy.seq, lastCaseId: copy.lastCaseId });
  const lastAt = entries?.lastAt ?? copy.at;
  const count = cases?.count ?? 0;
  return {
    minutes: Math.max(0, Math.ceil((Date.parse(lastAt) - Date.parse(copy.at)) / 60_000)),
    cases: count,
    firstCode: codeOf(db, cases?.first ?? null),
    lastCode: codeOf(db, cases?.last ?? null),
    touched: entries?.touched ?? 0,
    entries: entries?.count ?? 0,
  };
}

/** So many codes are named one by one; more are a span. */
const mostNamed = 40;

/** The same of the register that goes, with the cases to be typed again; null where it cannot tell. @param file of that register. */
export function lossOf(
  file: string,
  copy: Pick<BackupManifest, 'at' | 'seq' | 'head' | 'lastCaseId'>,
): RestoreLoss | null {
  if (!existsSync(file)) return null;
  let db: Reader | undefined;
  try {
    db = connect(file, 'read');
    const lack = copy.seq === 0 ? null : lackOf(db, copy);
    return lack && { ...lack, touchedCodes: touchedCodes(db, copy) };
  } catch {
    return null;
  } finally {
    db?.close();
  }
}

/** Earlier cases that something was done with. */
function touchedCodes(db: Reader, { seq, lastCaseId }: Pick<BackupManifest, 'seq' | 'lastCaseId'>): string[] {
  const rows = prepared<{ caseCode: string }>(
    db,
    `SELECT caseCode FROM cases WHERE id <= @lastCaseId AND id IN
       (SELECT CAST(substr(subject, 6) AS INTEGER) FROM journal WHERE seq > @seq AND subject GLOB 'case:*' AND ${isWork})
     ORDER BY id LIMIT @mostNamed`,
  ).all({ seq, lastCaseId, mostNamed });
  return rows.map(({ caseCode }) => caseCode);
}

/** Whether a register went on from a copy. */
export function holdsHead(db: Reader, { seq, head }: Pick<BackupManifest, 'seq' | 'head'>): boolean {
  if (seq === 0) return true;
  const link = prepared<{ hash: Buffer }>(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq);
  return link?.hash.toString('hex') === head;
}

function codeOf(db: Reader, id: number | null): string | null {
  if (id === null) return null;
  return (
    prepared<{ caseCode: string }>(db, 'SELECT caseCode FROM cases WHERE id = ?').get(id)?.caseCode ?? null
  );
}
