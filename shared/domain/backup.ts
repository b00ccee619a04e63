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

/** The key of a locked register under its code, as it lies with each copy; `check` tells the right key from another. */
export const copyLockSchema = z.object({
  check: z.string(),
  wrap: z.object({ salt: z.string(), cost: z.int().min(10).max(22), wrapped: z.string() }),
});
export type CopyLock = z.infer<typeof copyLockSchema>;

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
  /** Of an emergency: which one, by the hash of its first entry; null of any other register. Earlier copies do not tell it. */
  emergency: z.string().nullable().optional(),
  /** Of a copy that is locked as its register is. */
  lock: copyLockSchema
    .extend({
      /** On a second place: the register's key under that of the place, so that one code opens both. */
      sealed: z.string().optional(),
    })
    .optional(),
});
export type BackupManifest = z.infer<typeof backupManifestSchema>;

/** A verified copy in a folder. */
export interface StoredBackup extends BackupManifest {
  name: string;
}

/**
 * Why no copy came to be. space: no room · unsound: the copy is not whole, so the register may not be · unwritable: the folder
 * takes nothing · gone: the second place is not there · placeSpace, placeUnwritable: the same of the second place · inside: it lies in
 * the data folder · silent: it does not answer, and was left · different: what was read back is not what was written · wrongCode,
 * newer: a copy that this code, or this version, does not open.
 */
export const backupFaults = [
  'space',
  'unsound',
  'unwritable',
  'gone',
  'noFolder',
  'placeSpace',
  'placeUnwritable',
  'inside',
  'silent',
  'different',
  'wrongCode',
  'newer',
] as const;
export type BackupFault = (typeof backupFaults)[number];

/** Why a register was not locked, or not opened for good; `cut`: the machine stopped before the new key was used. */
export const lockFaults = [...backupFaults, 'cut'] as const;
export type LockFault = (typeof lockFaults)[number];

/** Where copies are kept beside the machine, and what they are sealed under. The key lies in the register that it seals. */
export const backupSettingsSchema = z.object({
  place: z.string().max(500).nullable().default(null),
  key: z
    .object({
      /** 32 bytes, base64. */
      key: z.string(),
      wrap: z.object({ salt: z.string(), cost: z.int(), wrapped: z.string() }),
      /** The code was typed back from paper; keys of earlier versions do not tell. */
      isProven: z.boolean().default(true),
    })
    .nullable()
    .default(null),
});
export type BackupSettings = z.infer<typeof backupSettingsSchema>;

/** What a drill proved: a copy restored into a folder that is thrown away. */
export const drillResultSchema = z.object({
  /** Instants: of the drill, and of the copy. */
  at: z.string(),
  copyAt: z.string(),
  where: z.enum(['here', 'place']),
  cases: z.int().min(0),
  /** Slips that the copy names and the second place has not. */
  filesMissing: z.int().min(0),
  fault: z.enum(backupFaults).nullable(),
});
export type DrillResult = z.infer<typeof drillResultSchema>;
