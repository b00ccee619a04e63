import { type BackupFault, backupFaults } from '../../shared/domain/backup.ts';
import { prepared, type Reader } from './connection.ts';

/** What the journal still knows of the copies when the counter opens. */
interface BackupMemory {
  /** Why the last try failed; null when it did not. */
  fault: BackupFault | null;
  /** Something was written after the last copy, or there is none. */
  isChanged: boolean;
}

export function findBackupMemory(db: Reader): BackupMemory {
  const last = prepared<{ seq: number; kind: string; data: string }>(
    db,
    "SELECT seq, kind, data FROM journal WHERE subject = 'backup' ORDER BY seq DESC LIMIT 1",
  ).get();
  const written = prepared<{ data: string }>(
    db,
    "SELECT data FROM journal WHERE subject = 'backup' AND kind = 'backup.written' ORDER BY seq DESC LIMIT 1",
  ).get();
  const newest = prepared<{ seq: number }>(
    db,
    "SELECT seq FROM journal WHERE subject <> 'backup' ORDER BY seq DESC LIMIT 1",
  ).get();
  const held: { seq?: number } = written === undefined ? {} : JSON.parse(written.data);
  const failed: { fault?: unknown } = last?.kind === 'backup.failed' ? JSON.parse(last.data) : {};
  return {
    fault: backupFaults.find((fault) => fault === failed.fault) ?? null,
    isChanged: (newest?.seq ?? 0) > (held.seq ?? 0),
  };
}
