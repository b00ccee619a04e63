import type { BackupFault, BackupSettings, StoredBackup } from '../../shared/domain/backup.ts';
import { isOwn, newestOf } from '../register/backup/own-copies.ts';
import type { Register } from '../register/register.ts';
import { openFailure } from './backup-failure.ts';
import type { BackupJournal, By } from './backup-journal.ts';
import type { BackupRoom } from './backup-room.ts';
import type { PlaceTask } from './backup-worker.ts';

/** Carries copies to the second place, when there is one. */
export interface Carrier {
  /** Why a copy did not get there is kept until one does, not thrown. */
  carry(backup: StoredBackup, by?: By): Promise<void>;
  /** Looks what of this register lies there: its journal tells of what another register may have pushed out, or nothing at all. */
  look(): Promise<void>;
  fault(): BackupFault | null;
  /** When a copy of this register last reached the second place, ISO in UTC. */
  carriedAt(): string | null;
}

interface Needs {
  register: Pick<Register, 'folder' | 'file' | 'read'>;
  room: BackupRoom;
  journal: BackupJournal;
  settings: () => BackupSettings | undefined;
  announce: () => void;
  log: (line: string) => void;
}

/** `memory` is what the journal still knows of the second place. */
export function openCarrier(
  { register, room, journal, settings, announce, log }: Needs,
  memory: { placeFault: BackupFault | null; carriedAt: string | null },
): Carrier {
  const failure = openFailure('backup.carryFailed', memory.placeFault, journal, log);
  let { carriedAt } = memory;
  let isSure = false;
  return {
    carry: async (backup, by) => {
      const place = placeOf(settings());
      if (place === null) {
        failure.over();
        return;
      }
      try {
        const { folder, file } = register;
        const bytes = await room.ask('carry', { folder, file }, backup, place);
        failure.over();
        carriedAt = journal.instant();
        isSure = true;
        await journal.record('backup.carried', by, { name: backup.name, head: backup.head, bytes });
      } catch (error) {
        if (placeOf(settings())?.path === place.path) await failure.note(error, by, { name: backup.name });
      }
    },
    look: async () => {
      const place = placeOf(settings());
      if (place === null) return;
      try {
        const found = await room.ask('carried', place);
        // Null where the place is not there: what was told last stands.
        if (found === null) return;
        for (const name of found.unread) log(`No copy at the second place: ${name}`);
        if (isSure) return;
        carriedAt = newestOf(found.copies, (copy) => isOwn(register.read, copy))?.at ?? null;
        announce();
      } catch (error) {
        log(String(error));
      }
    },
    // One that was switched off fails no more.
    fault: () => (placeOf(settings()) === null ? null : failure.fault()),
    carriedAt: () => carriedAt,
  };
}

/** The second place as the thread is given it; null where none was chosen. */
export function placeOf(settings: BackupSettings | undefined): PlaceTask | null {
  if (!settings?.place || settings.key === null) return null;
  return { path: settings.place, key: Buffer.from(settings.key.key, 'base64'), wrap: settings.key.wrap };
}
