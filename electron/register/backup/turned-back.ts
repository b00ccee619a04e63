import { z } from 'zod';
import type { BackupManifest } from '../../../shared/domain/backup.ts';
import { prepared, type Reader } from '../connection.ts';
import { entriesOf } from '../journal.ts';
import { unitOf } from './check-copy.ts';

/**
 * Where a register went back to a copy of its own: what it had done since was given up, and the copies of that lie beside those of
 * today.
 */
export interface TurnedBack {
  /** When it went back, ISO in UTC. */
  at: string;
  /** The last entry that it shares with what was given up, and the last case until there; 0 for none. */
  seq: number;
  lastCaseId: number;
}

const turnSchema = z.object({
  copyOf: z.string(),
  seq: z.int(),
  /** Null where the register that went could not tell that it had gone on from the copy. */
  loss: z.object({ fromSeq: z.int().optional() }),
});

/** Which turning back gave up what a copy holds, of a copy whose end is not in this register; undefined where none is known to have. */
export function findTurnedBack(
  db: Reader,
  copy: Pick<BackupManifest, 'at' | 'seq' | 'unit'>,
): TurnedBack | undefined {
  if (copy.unit !== unitOf(db)) return undefined;
  for (const { at, kind, data } of entriesOf(db, 'register')) {
    const told = kind === 'register.restored' ? turnSchema.safeParse(data) : undefined;
    if (!told?.success) continue;
    const { copyOf, loss } = told.data;
    const seq = loss.fromSeq ?? told.data.seq;
    if (copy.seq > seq && copy.at >= copyOf && copy.at <= at)
      return { at, seq, lastCaseId: lastCaseUntil(db, seq) };
  }
  return undefined;
}

function lastCaseUntil(db: Reader, seq: number): number {
  const last = prepared<{ id: number }>(
    db,
    `SELECT CAST(substr(subject, 6) AS INTEGER) AS id FROM journal
     WHERE seq <= ? AND kind IN ('case.received', 'case.registered') ORDER BY seq DESC LIMIT 1`,
  ).get(seq);
  return last?.id ?? 0;
}
