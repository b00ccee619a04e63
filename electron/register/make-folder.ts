import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DamageError, findingOf, StartError } from '../start-error.ts';

/** Makes the folder of a register, and those above it; `check` may look at it. Throws `StartError` where it cannot be written. */
export function makeFolder(folder: string, check: () => void = () => {}): void {
  try {
    make(folder);
    check();
  } catch (error) {
    const finding = findingOf(error);
    if (finding.kind === 'diskFull') throw new DamageError(finding, folder);
    throw new StartError(`Không ghi được vào thư mục dữ liệu ${folder}. Chọn thư mục khác bằng --data.`);
  }
}

/** One level at a time: Node's recursive mkdir never returns where a file system denies with ENOENT, as /proc does. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  mkdirSync(folder);
}
