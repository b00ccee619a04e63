import { AppError } from '../../../shared/errors.ts';
import { BackupError } from '../../register/backup/backup-error.ts';

/** What goes wrong with a copy is told as backupFailed. */
export async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw asTold(error);
  }
}

/** The same of what is done at once. */
export function toldAtOnce<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw asTold(error);
  }
}

const asTold = (error: unknown): unknown =>
  error instanceof BackupError ? new AppError('backupFailed', { fault: error.fault }) : error;
