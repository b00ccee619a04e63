import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freeName } from './free-name.ts';

/**
 * From a sample to the real register. The open file cannot be moved, so a mark asks the next start to put the sample
 * into a folder of its own, whole, and to begin with an empty register.
 */
const mark = 'leave-sample';

export function askToLeaveSample(folder: string): void {
  writeFileSync(join(folder, mark), '');
}

/** Done before the register is opened; does nothing without the mark. */
export function putSampleAside(folder: string): void {
  if (!existsSync(join(folder, mark))) return;
  const aside = freeName(join(folder, 'so-minh-hoa'));
  mkdirSync(aside);
  for (const name of ['register.db', 'register.db-wal', 'register.db-shm', 'register.known', 'files']) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
  }
  rmSync(join(folder, mark));
}
