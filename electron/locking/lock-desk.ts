import { formatCode, isTypedBack } from '../../shared/domain/account.ts';
import type { CopyLock } from '../../shared/domain/backup.ts';
import { newCode } from '../accounts/secrets.ts';
import type { BackupRoom } from '../backup/backup-room.ts';
import { placeCodeLength } from '../backup/place-key.ts';
import { checkOf, keyFor } from '../register/locking/keyring.ts';

/** A code that was shown and not yet used: it, and the key that it wraps, live in memory alone, and an hour at most. */
export interface LockDesk {
  /** Another code, for a new key or for the one that the register has; what was shown before is forgotten. */
  makeCode(): Promise<string>;
  /** What the code wraps, for whoever typed its end or all of it as it was shown; null otherwise. */
  prove(typed: string): { key: Buffer; lock: CopyLock } | null;
  forget(): void;
}

const usuallyShownMs = 3600_000;

export function openLockDesk(folder: string, room: BackupRoom, shownMs = usuallyShownMs): LockDesk {
  let shown: { code: string; key: Buffer; lock: CopyLock } | null = null;
  let ageing: NodeJS.Timeout | undefined;
  const forget = () => {
    clearTimeout(ageing);
    shown = null;
  };
  return {
    makeCode: async () => {
      const code = newCode(placeCodeLength);
      const own = keyFor(folder);
      const { key, wrap } = await room.ask('makeKey', code, own === null ? undefined : new Uint8Array(own));
      forget();
      ageing = setTimeout(forget, shownMs).unref();
      shown = { code, key: Buffer.from(key), lock: { check: checkOf(Buffer.from(key)), wrap } };
      return formatCode(code);
    },
    prove: (typed) => {
      if (shown === null || !isTypedBack(typed, shown.code)) return null;
      return { key: shown.key, lock: shown.lock };
    },
    forget,
  };
}
