import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../register/make-folder.ts';

/** Makes a folder that can be written, or throws `StartError`. One with a register is left to whoever opens that. */
export function takeFolder(folder: string): void {
  if (existsSync(join(folder, 'register.db'))) return;
  makeFolder(folder, () => {
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.W_OK);
  });
}
