import { z } from 'zod';

/** Why a copy of the register was written. */
export const backupReasons = [
  'interval',
  'closing',
  'shift',
  'asked',
  'version',
  'restore',
  'import',
] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What a verified copy holds, told in a small file beside it. No personal data: it lies open on a stick as well. */
export const backupManifestSchema = z.object({
  format: z.literal(1),
  /** Instant, ISO in UTC. */
  at: z.string(),
  reason: z.enum(backupReasons),
  /** Of the copy: its size, and the SHA-256 that it must still have. */
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of its form (`user_version`). */
  version: z.int().min(1),
  /** Last entry of the journal, and its whole hash; 0 and empty while nothing is written. */
  seq: z.int().min(0),
  head: z.string(),
  cases: z.int().min(0),
  lastCaseId: z.int().min(0),
  lastCaseCode: z.string().nullable(),
  /** Whose register it is, as the frame shows it; empty before the first run. */
  unit: z.string(),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** A verified copy in a folder. */
export interface StoredBackup extends BackupManifest {
  name: string;
}

/**
 * Why no copy came to be. space: no room · unsound: the copy is not whole, so the register may not be · unwritable: the folder
 * takes nothing · gone: the second place is not there · different: what was read back is not what was written.
 */
export const backupFaults = ['space', 'unsound', 'unwritable', 'gone', 'different'] as const;
export type BackupFault = (typeof backupFaults)[number];
