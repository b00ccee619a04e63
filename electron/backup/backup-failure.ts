import type { BackupFault } from '../../shared/domain/backup.ts';
import { BackupError, backupFaultOf } from '../register/backup/backup-error.ts';
import type { BackupJournal, By } from './backup-journal.ts';

/** Why the last try at something failed, until one succeeds. */
export interface BackupFailure {
  fault(): BackupFault | null;
  /** Notes why, and journals it when it is another reason than before: once, not every quarter of an hour. */
  note(error: unknown, by: By | undefined, data: object): Promise<BackupError>;
  over(): void;
}

/** `kind` is that of its entry in the journal. */
export function openFailure(
  kind: string,
  first: BackupFault | null,
  journal: BackupJournal,
  log: (line: string) => void,
): BackupFailure {
  let fault = first;
  return {
    fault: () => fault,
    note: async (error, by, data) => {
      const known = logged(error, log);
      const isNew = fault !== known.fault;
      fault = known.fault;
      if (isNew)
        await journal.record(kind, by, { ...data, fault }).catch((other: unknown) => logged(other, log));
      return known;
    },
    over: () => {
      fault = null;
    },
  };
}

/** Whatever was thrown, as a BackupError that stands in the log. */
export function logged(error: unknown, log: (line: string) => void): BackupError {
  const known = error instanceof BackupError ? error : new BackupError(backupFaultOf(error), error);
  log(String(known));
  return known;
}
