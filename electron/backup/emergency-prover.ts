import { statSync } from 'node:fs';
import { openBackupRoom } from './backup-room.ts';

/** Proves emergency registers in a thread of its own, so that no copy, no restore and no closing waits behind one. */
export interface EmergencyProver {
  /** What is wrong with one; null: it is sound. Told again without reading while its file stays as it is. */
  known(file: string): Promise<ProvedFault | null>;
  /** The same, read anew: before it is brought in. */
  prove(file: string): Promise<ProvedFault | null>;
  close(): Promise<void>;
}

/** `unsound`: it reads, and differs from its own journal. `unreadable`: nobody can tell, whatever the reason. */
type ProvedFault = 'unsound' | 'unreadable';

export function openEmergencyProver(worker: URL, log: (line: string) => void): EmergencyProver {
  const room = openBackupRoom(worker);
  const proved = new Map<string, { state: string; fault: Promise<ProvedFault | null> }>();
  const prove = async (file: string): Promise<ProvedFault | null> => {
    try {
      return (await room.ask('isSoundEmergency', file)) ? null : 'unsound';
    } catch (error) {
      log(`emergency register: ${String(error)}`);
      return 'unreadable';
    }
  };
  return {
    prove,
    known: async (file) => {
      const state = stateOf(file);
      const before = proved.get(file);
      if (before?.state === state) return before.fault;
      const fault = prove(file);
      proved.set(file, { state, fault });
      // A thread that had no memory may have it the next time.
      if ((await fault) === 'unreadable') proved.delete(file);
      return fault;
    },
    close: room.close,
  };
}

/** Changes with the file, and with what waits in its log. */
function stateOf(file: string): string {
  const parts = [file, `${file}-wal`].map((name) => {
    const found = statSync(name, { throwIfNoEntry: false });
    return found === undefined || found.size === 0 ? '' : `${found.size} ${found.mtimeMs}`;
  });
  return parts.join(', ');
}
