import type { BackupFault } from '../../../shared/domain/backup.ts';

/** No copy came to be; the register itself is untouched. */
export class BackupError extends Error {
  override name = 'BackupError';
  readonly fault: BackupFault;
  constructor(fault: BackupFault, cause?: unknown) {
    super(`No backup: ${fault}${cause === undefined ? '' : ` (${String(cause)})`}`, { cause });
    this.fault = fault;
  }
}

const faultsByCode: Record<string, BackupFault> = {
  ENOSPC: 'space',
  EDQUOT: 'space',
  EFBIG: 'space',
  SQLITE_FULL: 'space',
  SQLITE_CORRUPT: 'unsound',
  SQLITE_NOTADB: 'unsound',
};

/** What went wrong, from whatever was thrown. */
export function backupFaultOf(error: unknown): BackupFault {
  if (error instanceof BackupError) return error.fault;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return faultsByCode[code] ?? (code.startsWith('SQLITE_CORRUPT') ? 'unsound' : 'unwritable');
}
