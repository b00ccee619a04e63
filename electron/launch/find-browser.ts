import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { type Machine, thisMachine } from './data-folder.ts';

export interface Browser {
  name: string;
  path: string;
}

/** The first Chromium, Chrome or Edge of this machine; `MOT_CUA_CHROMIUM` or `CHROMIUM_PATH` names another one. */
export function findBrowser(
  machine: Machine = thisMachine,
  exists: (path: string) => boolean = existsSync,
): Browser | undefined {
  const named = machine.env.MOT_CUA_CHROMIUM || machine.env.CHROMIUM_PATH;
  const candidates = named ? [{ name: 'Chromium', path: named }] : installPlaces(machine);
  return candidates.find((candidate) => exists(candidate.path));
}

/** Whether a window can be shown at all. */
export function hasDisplay(machine: Machine = thisMachine): boolean {
  if (machine.platform === 'win32' || machine.platform === 'darwin') return true;
  return Boolean(machine.env.DISPLAY || machine.env.WAYLAND_DISPLAY);
}

function installPlaces(machine: Machine): Browser[] {
  if (machine.platform === 'win32') return windowsPlaces(machine);
  if (machine.platform === 'darwin') return macPlaces(machine);
  return linuxPlaces(machine);
}

function linuxPlaces({ env }: Machine): Browser[] {
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  const commands: [string, string][] = [
    ['Chrome', 'google-chrome-stable'],
    ['Chrome', 'google-chrome'],
    ['Chromium', 'chromium'],
    ['Chromium', 'chromium-browser'],
    ['Edge', 'microsoft-edge-stable'],
    ['Edge', 'microsoft-edge'],
  ];
  return commands.flatMap(([name, command]) =>
    folders.map((folder) => ({ name, path: posix.join(folder, command) })),
  );
}

function windowsPlaces({ env }: Machine): Browser[] {
  const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
  const programs: [string, string][] = [
    ['Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
    ['Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
    ['Chromium', 'Chromium\\Application\\chrome.exe'],
  ];
  return programs.flatMap(([name, program]) =>
    roots.flatMap((root) => (root ? [{ name, path: win32.join(root, program) }] : [])),
  );
}

function macPlaces({ home }: Machine): Browser[] {
  const apps: [string, string][] = [
    ['Chrome', 'Google Chrome'],
    ['Chromium', 'Chromium'],
    ['Edge', 'Microsoft Edge'],
  ];
  return apps.flatMap(([name, app]) =>
    ['/', home].map((root) => ({
      name,
      path: posix.join(root, 'Applications', `${app}.app`, 'Contents', 'MacOS', app),
    })),
  );
}
