import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a salvage, a restore or an emergency makes beside the damaged register, which a kill leaves there: whole copies of it. */

/** A register on its way into the place of the damaged one. */
export const savedFile = (folder: string): string => join(folder, 'register.db.saved');
/** A copy in which whoever was erased since is erased again. */
export const cleanedFile = (folder: string): string => join(folder, 'register.db.cleaned');

const isLeft = (name: string): boolean =>
  /^register\.db\.(?:saved(?:\.new)?|cleaned)(?:-wal|-shm|-journal)?$/.test(name);

/** Removes them, once the register opens soundly; what cannot be removed keeps nobody from it. */
export function dropLeftBeside(folder: string): void {
  for (const name of readdirSync(folder).filter(isLeft)) {
    try {
      rmSync(join(folder, name));
    } catch (error) {
      process.stderr.write(`left: ${String(error)}\n`);
    }
  }
}
