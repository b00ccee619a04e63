import { z } from 'zod';
import { managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EncryptionView } from '../../../shared/views-encryption.ts';
import { nowAt } from '../../now.ts';
import { readKeyFile, writeKeyFile } from '../../register/locking/key-file.ts';
import { keepKey, keyFor } from '../../register/locking/keyring.ts';
import { isRestLeft, openAside, openCopies } from '../../register/locking/lock-rest.ts';
import { askToLock, findLockFault, lockedAside } from '../../register/locking/locking.ts';
import { approvedCommand } from '../approved.ts';
import {
  type CommandScope,
  longCommand,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
} from '../door.ts';

const keepers = ['administrator'] as const;

/** Locking the register under a key, and what opens it. */
export const encryptionRoutes = {
  standing: query(managers, z.void(), ({ db, now, context }): EncryptionView => {
    const { folder } = context.register;
    const file = keyFor(folder) === null ? null : readKeyFile(folder);
    const { restFault } = context.backups.standing();
    // While they are being locked they are no surprise.
    const copies = file === null || (isRestLeft(folder) && restFault === null) ? [] : openCopies(folder);
    return {
      isOn: keyFor(folder) !== null,
      isSample: requireSettings(db, now).isSample,
      codeMadeOn: file && nowAt(Date.parse(file.madeAt)).today,
      system: file?.system ? (file.system.isWeak ? 'weak' : 'strong') : 'none',
      isRestLeft: isRestLeft(folder),
      restFault,
      openAside: [...openAside(folder), ...copies],
      fault: findLockFault(db),
      atNextStart: context.reopen === undefined,
    };
  }),

  /** A code that is shown this once; nothing is under it before it was typed back (`turnOn`, `useCode`). */
  makeCode: longCommand(keepers, [], z.void(), async (scope): Promise<{ code: string }> => {
    refuseSample(scope);
    return { code: await scope.context.lockDesk.makeCode() };
  }),

  /**
   * Locks the register as the counter is opened again, at once where it can be. `typed` is the end of the code that was shown, or all
   * of it. Throws codeNotTyped.
   */
  turnOn: approvedCommand(
    keepers,
    managers,
    ['backups'],
    z.object({ typed: z.string().max(60) }),
    (scope, { typed }): null => {
      refuseSample({ ...scope, db: scope.tx });
      const { register, lockDesk } = scope.context;
      const proved = lockDesk.prove(typed);
      if (proved === null) throw new AppError('codeNotTyped');
      if (keyFor(register.folder) !== null) throw new AppError('stale', { what: 'settings' });
      const { key, lock } = proved;
      scope.record('register.lockAsked', 'register', { check: lock.check, approver: scope.approver.name });
      reopenWith(scope, () => {
        askToLock(register.folder, { way: 'lock', lock, ...askedBy(scope, scope.approver.name) });
        keepKey(lockedAside(register.folder), key);
        lockDesk.forget();
      });
      return null;
    },
  ),

  /** Opens the register for good: it, its copies and its slips lie on the disk readable again. */
  turnOff: approvedCommand(keepers, managers, ['backups'], z.looseObject({}), (scope): null => {
    const { folder } = scope.context.register;
    if (keyFor(folder) === null) throw new AppError('stale', { what: 'settings' });
    scope.record('register.unlockAsked', 'register', { approver: scope.approver.name });
    reopenWith(scope, () =>
      askToLock(folder, { way: 'unlock', lock: null, ...askedBy(scope, scope.approver.name) }),
    );
    return null;
  }),

  /** The code that was shown opens the register from now on, the one before no longer. Throws codeNotTyped. */
  useCode: approvedCommand(
    keepers,
    managers,
    ['backups'],
    z.object({ typed: z.string().max(60) }),
    (scope, { typed }): null => {
      const { register, lockDesk } = scope.context;
      const { folder } = register;
      const [proved, own] = [lockDesk.prove(typed), keyFor(folder)];
      if (proved === null || own === null || !proved.key.equals(own)) throw new AppError('codeNotTyped');
      const was = readKeyFile(folder);
      const made = { madeAt: scope.now.instant, system: was?.system ?? null };
      const file = { format: 'mot-cua-key' as const, ...proved.lock, ...made };
      scope.record('register.codeMade', 'register', { approver: scope.approver.name });
      // Whichever of these lines fails: the code opens that somebody then takes for the one that counts.
      writeKeyFile(folder, { ...file, before: was && { check: was.check, wrap: was.wrap } });
      scope.finish(() => {
        writeKeyFile(folder, file);
        lockDesk.forget();
      });
      return null;
    },
  ),
};

function askedBy(scope: CommandScope, approver: string) {
  return { at: scope.now.instant, by: requirePerson(scope).name, approver, device: scope.door.device };
}

/** Once the answer is out, so that the window hears it. */
function reopenWith(scope: CommandScope, act: () => void): void {
  const { reopen } = scope.context;
  scope.finish(() => {
    act();
    if (reopen) setTimeout(reopen, 300);
  });
}

/** A sample holds nobody's data, and its people have no passwords to confirm with. */
function refuseSample({ db, now }: Pick<QueryScope, 'db' | 'now'>): void {
  if (requireSettings(db, now).isSample) throw new AppError('notAllowed');
}
