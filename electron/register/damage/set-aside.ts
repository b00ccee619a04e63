import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder } from '../flush.ts';
import { freeName } from '../free-name.ts';

/** A damaged register is never deleted: file, log and index of the log go together into a dated folder. */

const asideName = 'so-hong';
/** Being moved: a move that a kill cut short is gone on with, so that the set stays together. */
const moving = 'dang-chuyen';
const setNames = ['register.db', 'register.db-wal', 'register.db-shm', 'register.db-journal'];

/** What lies in a folder of a register, with its size. */
export function registerFiles(folder: string): { name: string; bytes: number }[] {
  return setNames
    .filter((name) => existsSync(join(folder, name)))
    .map((name) => ({ name, bytes: statSync(join(folder, name)).size }));
}

/** Where what is put aside then comes to lie, beside the register; with a number behind it where one lies there. */
export const asidePlace = (officeTime: string): string =>
  `${asideName}/${officeTime.replace('T', '-').replace(':', '')}`;

/** Moves the set into a folder named by the office's time, `YYYY-MM-DDTHH:mm`; answers it, or null when there is none. */
export function setAside(folder: string, officeTime: string): string | null {
  const unfinished = join(folder, asideName, moving);
  if (registerFiles(folder).length === 0 && !existsSync(unfinished)) return null;
  const wished = join(folder, asidePlace(officeTime));
  // What a register took the place of since is a set of its own.
  const isOther = registerFiles(folder).some(({ name }) => existsSync(join(unfinished, name)));
  if (isOther) renameSync(unfinished, freeName(wished));
  mkdirSync(unfinished, { recursive: true });
  for (const { name } of registerFiles(folder)) renameSync(join(folder, name), join(unfinished, name));
  const aside = freeName(wished);
  renameSync(unfinished, aside);
  for (const changed of [join(folder, asideName), folder]) flushFolder(changed);
  return aside;
}

/** Folders of what was put aside before, newest first. */
export function listAside(folder: string): string[] {
  const parent = join(folder, asideName);
  if (!existsSync(parent)) return [];
  // What is being moved is the newest there is; the other names begin with their day.
  return readdirSync(parent)
    .sort((a, b) => (a < b ? 1 : -1))
    .map((name) => join(parent, name));
}

/** Folders of every register that another took the place of: by a restore, or with what was damaged. */
export const listReplaced = (folder: string): string[] => [
  ...readdirSync(folder)
    .filter((name) => name.startsWith('so-cu-'))
    .map((name) => join(folder, name)),
  ...listAside(folder),
];

/** The damaged register: where it always lies, or as it was put aside last. */
export function damagedFile(folder: string): string | null {
  const places = [folder, ...listAside(folder)].map((place) => join(place, 'register.db'));
  return places.find((file) => existsSync(file) && statSync(file).size > 0) ?? null;
}
