import {
  type BackupFault,
  backupFaults,
  type DrillResult,
  drillResultSchema,
} from '../../../shared/domain/backup.ts';
import { prepared, type Reader } from '../connection.ts';

/** What the journal still knows of the copies when the counter opens. */
interface BackupMemory {
  /** Why the last try failed, here and at the second place; null when it did not. */
  fault: BackupFault | null;
  placeFault: BackupFault | null;
  /** When a copy last reached the second place, an instant. */
  carriedAt: string | null;
  lastDrill: DrillResult | null;
  /** Something was written after the last copy, or there is none. */
  isChanged: boolean;
  /** A restore or a salvage has put the register in its place, and no copy was written since. */
  isNew: boolean;
}

export function findBackupMemory(db: Reader): BackupMemory {
  const newest = prepared<{ seq: number }>(
    db,
    "SELECT seq FROM journal WHERE subject <> 'backup' ORDER BY seq DESC LIMIT 1",
  ).get();
  const begun = prepared<{ seq: number | null }>(
    db,
    "SELECT max(seq) AS seq FROM journal WHERE subject = 'register' AND kind IN ('register.restored', 'register.salvaged')",
  ).get();
  const written = lastOf(db, 'backup.written');
  const failed = lastOf(db, 'backup.failed');
  const carried = lastOf(db, 'backup.carried');
  const placeFailed = lastOf(db, 'backup.carryFailed');
  const drilled = drillResultSchema.safeParse(lastOf(db, 'backup.drilled')?.data);
  return {
    fault: faultAfter(failed, written),
    placeFault: faultAfter(placeFailed, carried),
    carriedAt: carried?.at ?? null,
    lastDrill: drilled.success ? drilled.data : null,
    isChanged: (newest?.seq ?? 0) > Number(written?.data.seq ?? 0),
    isNew: (begun?.seq ?? 0) > Number(written?.data.seq ?? 0),
  };
}

interface Told {
  seq: number;
  at: string;
  data: Record<string, unknown>;
}

function lastOf(db: Reader, kind: string): Told | undefined {
  const row = prepared<{ seq: number; at: string; data: string }>(
    db,
    "SELECT seq, at, data FROM journal WHERE subject = 'backup' AND kind = ? ORDER BY seq DESC LIMIT 1",
  ).get(kind);
  return row && { ...row, data: JSON.parse(row.data) };
}

function faultAfter(failed: Told | undefined, succeeded: Told | undefined): BackupFault | null {
  if (failed === undefined || failed.seq < (succeeded?.seq ?? 0)) return null;
  return backupFaults.find((fault) => fault === failed.data.fault) ?? null;
}
