import type { BackupFault, LockFault } from './domain/backup.ts';

/** How the register lies on the disk, and what opens it. */
export interface EncryptionView {
  isOn: boolean;
  /** A sample holds nobody's data. */
  isSample: boolean;
  /** The day on which its code was made, `YYYY-MM-DD`; null while nothing is locked. */
  codeMadeOn: string | null;
  /** What opens it at a start beside the code: the system's own store, one that hides nothing, or nothing. */
  system: 'strong' | 'weak' | 'none';
  /** Copies and slips from before are still being locked. */
  isRestLeft: boolean;
  /** Why they are not locked yet; the next start tries again. */
  restFault: BackupFault | null;
  /** Folders of registers put aside, and copies that are damaged, that lie there open. */
  openAside: string[];
  /** Why the last try changed nothing; null when it went well. */
  fault: LockFault | null;
  /** Whether this counter locks at once, or at its next start. */
  atNextStart: boolean;
}
