import { join } from 'node:path';
import { unwrapPlaceKey } from '../backup/place-key.ts';
import type { SecretStore } from '../platform.ts';
import { shutFolder } from '../register/backup/taking.ts';
import {
  keyFilePath,
  knownLocks,
  readKeyFile,
  wantsKey,
  writeKeyFile,
} from '../register/locking/key-file.ts';
import { checkOf, keepKey, keyFor } from '../register/locking/keyring.ts';

/** Whether the register of a folder waits for its code. */
export function isShut(folder: string): boolean {
  const shut = shutFolder(folder);
  return wantsKey(shut) && keyFor(shut) === null;
}

/** Opens a register by its code, also where the file beside it is gone and a backup still has the lock; false for a wrong one. */
export function unlockByCode(folder: string, code: string): boolean {
  const shut = shutFolder(folder);
  for (const lock of knownLocks(shut)) {
    const key = unwrapPlaceKey(code, lock.wrap);
    if (key === undefined || checkOf(key) !== lock.check) continue;
    if (readKeyFile(shut) === null) {
      const madeAt = new Date().toISOString();
      writeKeyFile(shut, { format: 'mot-cua-key', madeAt, ...lock, system: null });
    }
    keepKey(shut, key);
    return true;
  }
  return false;
}

/** The same by what the operating system keeps for the user of this machine; the code is asked for where that fails. */
export async function unlockBySystem(folder: string, store: SecretStore | undefined): Promise<void> {
  if (!isShut(folder)) return;
  const shut = shutFolder(folder);
  const sealed = readKeyFile(shut)?.system?.sealed;
  if (store === undefined || sealed === undefined) return;
  try {
    const key = Buffer.from(await store.open(sealed), 'base64');
    if (checkOf(key) === readKeyFile(shut)?.check) keepKey(shut, key);
  } catch {
    // Another user, another machine, a store that was reset: the code opens it as ever.
  }
}

/** Lets the operating system keep the key from now on, where it can; a failure leaves the code as the only way. */
export async function rememberBySystem(folder: string, store: SecretStore | undefined): Promise<void> {
  const key = keyFor(join(folder, 'register.db'));
  const file = readKeyFile(folder);
  if (store === undefined || key === null || file === null || checkOf(key) !== file.check) return;
  try {
    if (file.system !== null && (await store.open(file.system.sealed)) === key.toString('base64')) return;
  } catch {
    // Sealed by another build or for another user: anew.
  }
  try {
    const kind = await store.kind();
    if (kind === 'none') return;
    const system = { sealed: await store.seal(key.toString('base64')), isWeak: kind === 'weak' };
    writeKeyFile(folder, { ...file, system }, keyFilePath(folder));
  } catch {
    // The same.
  }
}
