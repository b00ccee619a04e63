import { existsSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/** Folders that disks and sticks show up as on this machine; whoever looks for another types it. */
export function findDrives(): string[] {
  if (process.platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
      .map((letter) => `${letter}:\\`)
      .filter((drive) => existsSync(drive));
  if (process.platform === 'darwin') return foldersIn('/Volumes');
  const { username } = userInfo();
  return [
    ...foldersIn(join('/media', username)),
    ...foldersIn(join('/run/media', username)),
    ...foldersIn('/mnt'),
  ];
}

function foldersIn(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(parent, name));
  } catch {
    return [];
  }
}
