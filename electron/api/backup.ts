import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import type { BackupsView } from '../../shared/views-backup.ts';
import { BackupError } from '../register/backup-error.ts';
import { lackOf } from '../register/backup-lack.ts';
import { listBackups } from '../register/backup-list.ts';
import { longCommand, query, requirePerson } from './door.ts';
import { nowAt } from './now.ts';

const managers = ['administrator', 'leader'] as const;

export const backupRoutes = {
  /** The verified copies, newest first, each with what it lacks of the register as it is now. */
  list: query(managers, z.void(), ({ db, context }): BackupsView => {
    const { register, backups } = context;
    const { fault, isRunning, isChanged } = backups.standing();
    return {
      fault,
      isRunning,
      isChanged,
      folder: register.folder,
      copies: listBackups(register.folder).map((copy) => ({
        name: copy.name,
        at: nowAt(Date.parse(copy.at)).officeTime,
        reason: copy.reason,
        bytes: copy.bytes,
        cases: copy.cases,
        lastCaseCode: copy.lastCaseCode,
        lack: lackOf(db, copy),
      })),
    };
  }),

  /** A copy now, verified before it counts. Throws backupFailed; the copies before it stay. */
  write: longCommand(managers, ['session'], z.void(), async (scope): Promise<{ name: string }> => {
    const by = { personId: requirePerson(scope).id, device: scope.door.device };
    try {
      const { name } = await scope.context.backups.write('asked', by);
      return { name };
    } catch (error) {
      if (error instanceof BackupError) throw new AppError('backupFailed', { fault: error.fault });
      throw error;
    }
  }),
};
