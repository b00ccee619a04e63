import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flush, flushFolder } from '../flush.ts';

/** The mark in the folder of a register that asks the next opening to put a restored one in its place. */

const name = 'take-restored.json';

const takingSchema = z.object({
  /** Instant, the office's day `YYYY-MM-DD` and time `YYYY-MM-DDTHH:mm`. */
  at: z.string(),
  today: z.string(),
  officeTime: z.string(),
  /** Who took it, as the register that works now knows him; on a bare machine nobody is known. */
  by: z.string().nullable(),
  approver: z.string().nullable(),
  device: z.string(),
});
export type Taking = z.infer<typeof takingSchema>;

const markSchema = takingSchema.extend({
  epoch: z.string(),
  /** Folder beside the register that the old one is moved into. */
  aside: z.string(),
  /** The copy that was looked at. */
  copy: z.object({ at: z.string(), sha256: z.string(), head: z.string() }),
  /** What lies ready may have been written to since: its bytes are no longer those that were put together. */
  isBegun: z.boolean(),
});
export type TakeMark = z.infer<typeof markSchema>;

export const isTakeAsked = (folder: string): boolean => existsSync(join(folder, name));

/** Null where what stands there cannot be read. */
export function readMark(folder: string): TakeMark | null {
  try {
    return markSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  } catch {
    return null;
  }
}

/** On the disk when it returns; whoever is told that it failed does not find it done tomorrow. */
export function writeMark(folder: string, marked: TakeMark): void {
  writeDurably(folder, name, marked);
}

export function dropMark(folder: string): void {
  rmSync(join(folder, name), { force: true });
  flushFolder(folder);
}

/** The whole content, or what was there before. */
export function writeDurably(folder: string, file: string, content: object): void {
  const unfinished = join(folder, `${file}.tmp`);
  writeFileSync(unfinished, JSON.stringify(content));
  flush(unfinished);
  renameSync(unfinished, join(folder, file));
  flushFolder(folder);
}
