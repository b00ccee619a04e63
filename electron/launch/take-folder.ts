import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DamageError, findingOf, StartError } from '../start-error.ts';

/** Makes a folder that can be written, or throws `StartError`. One with a register is left to whoever opens that. */
export function takeFolder(folder: string): void {
  try {
    if (existsSync(join(folder, 'register.db'))) return;
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const finding = findingOf(error);
    if (finding.kind === 'diskFull') throw new DamageError(finding, folder);
    throw new StartError(`Không ghi được vào thư mục dữ liệu ${folder}. Chọn thư mục khác bằng --data.`);
  }
}

/** One level at a time: Node's recursive mkdir never returns where a file system denies with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
