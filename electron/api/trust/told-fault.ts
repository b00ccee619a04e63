import { AppError } from '../../../shared/errors.ts';
import { BackupError } from '../../register/backup/backup-error.ts';

/** What goes wrong with a copy is told as backupFailed. */
export async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BackupError) throw new AppError('backupFailed', { fault: error.fault });
    throw error;
  }
}
