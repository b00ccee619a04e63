import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { parseArgs } from 'node:util';

export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** Where this user's register lives when nobody names a folder: the same for every way of opening the counter. */
export function defaultDataFolder(machine: Machine = thisMachine): string {
  if (machine.platform === 'win32') {
    return win32.join(machine.env.APPDATA || win32.join(machine.home, 'AppData', 'Roaming'), 'mot-cua');
  }
  if (machine.platform === 'darwin')
    return posix.join(machine.home, 'Library', 'Application Support', 'mot-cua');
  const xdg = machine.env.XDG_DATA_HOME ?? '';
  // The XDG base directory specification: a relative path there is to be ignored.
  return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(machine.home, '.local', 'share'), 'mot-cua');
}

/** A sample register never lands in the real one's folder unless somebody names that folder. */
export function defaultSampleFolder(scene: string, machine: Machine = thisMachine): string {
  return `${defaultDataFolder(machine)}-${scene}`;
}

/** The folder that a command line names by `--data`, else the default. Electron's own switches are none of ours. */
export function dataFolderFromArguments(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false });
  return typeof values.data === 'string' && values.data !== '' ? resolve(values.data) : defaultDataFolder();
}
