import type { BackupManifest } from '../../../shared/domain/backup.ts';
import type { BackupLack } from '../../../shared/views-backup.ts';
import { prepared, type Reader } from '../connection.ts';

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
       count(DISTINCT CASE WHEN subject GLOB 'case:*' AND kind NOT GLOB 'seen.*' AND CAST(substr(subject, 6) AS INTEGER) <= @lastCaseId THEN subject END)
         AS touched
     FROM journal WHERE seq > @seq AND subject <> 'backup'`,
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
