import { appendEntry } from '../register/journal.ts';
import type { Register } from '../register/register.ts';

/** What became of the copies, written into the register without counting as a change of it. */
export interface BackupJournal {
  record(kind: string, by: By | undefined, data: unknown): Promise<void>;
  /** Something was written after the newest copy. */
  isChanged(): boolean;
  /** A copy holds everything up to so many changes of the register. */
  hold(changes: number): void;
  /** ISO in UTC. */
  instant(): string;
}

/** Who asked; the counter itself otherwise. */
export interface By {
  personId: number;
  device: string;
}

export function openBackupJournal(
  register: Register,
  clock: () => number,
  wasChanged: boolean,
): BackupJournal {
  /** Changes of the register that the newest copy holds; our own entries are none. */
  let held = wasChanged ? -1 : register.changes();
  const instant = () => new Date(clock()).toISOString();
  return {
    record: async (kind, by, data) => {
      await register.free();
      const { personId = null, device = 'counter' } = by ?? {};
      const before = register.changes();
      const entry = { at: instant(), personId, device, kind, subject: 'backup', data };
      register.transact((tx) => appendEntry(tx, entry));
      if (held === before) held = register.changes();
    },
    isChanged: () => register.changes() !== held,
    hold: (changes) => {
      held = changes;
    },
    instant,
  };
}
