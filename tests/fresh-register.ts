import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedNationalData } from '../electron/national-data.ts';
import { openRegister } from '../electron/register/register.ts';
import { readResources } from '../electron/resources.ts';

let fresh: Buffer | undefined;

/**
 * Puts a register as the first start makes it into a folder, where it has none: every migration and the national data, nothing
 * of an office. Made once a process; making it took longer than most tests.
 */
export function putFreshRegister(folder: string, resourcesFolder: string): void {
  const file = join(folder, 'register.db');
  if (existsSync(file)) return;
  fresh ??= make(resourcesFolder);
  writeFileSync(file, fresh);
}

function make(resourcesFolder: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-fresh-'));
  try {
    const register = openRegister(folder, false);
    seedNationalData(register, readResources(resourcesFolder), Date.now);
    register.close();
    return readFileSync(join(folder, 'register.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
