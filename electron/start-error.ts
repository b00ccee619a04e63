import { findingWords, type StartFinding } from '../shared/start-finding.ts';

/** The counter cannot open; `message` is one Vietnamese sentence that says why and what to do. Exit code 1, nothing touched. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Something is wrong with the register itself: the counter shows its page of ways out instead of ending. */
export class DamageError extends StartError {
  override name = 'DamageError';
  readonly finding: StartFinding;

  /** @param file the register, or the folder that cannot be written. */
  constructor(finding: StartFinding, file: string) {
    const { title, cause } = findingWords(finding);
    super(`${title} ${cause} Nơi xảy ra: ${file}.`);
    this.finding = finding;
  }
}

/** What an error of the disk or of SQLite means for the register. */
export function findingOf(error: unknown): StartFinding {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // SHMSIZE: the index of the log could not be made longer, which is what a full disk refuses first.
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)/.test(code)) return { kind: 'diskFull' };
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(code)) return { kind: 'readOnly' };
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: 'damaged', detail: code === '' ? detail : `${code}: ${detail}` };
}
