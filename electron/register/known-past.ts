import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { prepared, type Reader } from './connection.ts';
import { flush, flushFolder } from './flush.ts';

/**
 * Beside a register once it was opened: remembers that there was one when it is gone, and where its journal went on from a copy.
 * Damage takes the end of a journal first, and with it what tells which copies are of a past that was given up.
 */
export const knownMark = 'register.known';

const pointSchema = z.object({
  seq: z.number().int().positive(),
  /** Of that entry and of the one before it, in hexadecimal. */
  hash: z.string(),
  previous: z.string(),
});
/** The first entry after a restore or a salvage. */
type Point = z.infer<typeof pointSchema>;

const pastSchema = z.object({
  /** Hash of the first entry: which register it is. */
  first: z.string(),
  /** Number of the last entry when it was opened last. */
  last: z.number().int().nonnegative(),
  /** Points of its own journal, the oldest first. */
  held: z.array(pointSchema),
  /** Points of journals that were given up for it. */
  givenUp: z.array(pointSchema),
});
export type KnownPast = z.infer<typeof pastSchema>;

/** What was remembered of the register that was opened last in a folder; null where nothing was, or it cannot be read. */
export function findKnownPast(folder: string): KnownPast | null {
  try {
    const [, told = ''] = readFileSync(join(folder, knownMark), 'utf8').split('\n');
    return pastSchema.parse(JSON.parse(told));
  } catch {
    return null;
  }
}

/** Remembers the register of a file durably. Throws where the folder takes nothing more and nothing was remembered before. */
export function rememberRegister(file: string, db: Reader): void {
  const folder = dirname(file);
  const text = `Thư mục này có sổ Một Cửa: register.db.\n${JSON.stringify(pastOf(db, findKnownPast(folder)))}\n`;
  const known = textOf(folder);
  if (known === text) return;
  try {
    const unfinished = join(folder, `${knownMark}.tmp`);
    writeFileSync(unfinished, text);
    flush(unfinished);
    renameSync(unfinished, join(folder, knownMark));
    flushFolder(folder);
  } catch (error) {
    // What was remembered before still stands; a sound register opens all the same.
    if (known === null) throw error;
    process.stderr.write(`known: ${String(error)}\n`);
  }
}

function textOf(folder: string): string | null {
  try {
    return readFileSync(join(folder, knownMark), 'utf8');
  } catch {
    return null;
  }
}

function pastOf(db: Reader, before: KnownPast | null): KnownPast {
  const own = prepared<Point>(
    db,
    `SELECT seq, lower(hex(hash)) AS hash, lower(hex(previousHash)) AS previous FROM journal
     WHERE subject = 'register' AND kind IN ('register.restored', 'register.salvaged') ORDER BY seq`,
  ).all();
  const isOwn = ({ seq, hash }: Point) => hashAt(db, seq) === hash;
  const others = [...(before?.held ?? []), ...(before?.givenUp ?? [])].filter((point) => !isOwn(point));
  const last = prepared<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM journal').get()?.seq ?? 0;
  return { first: hashAt(db, 1) ?? '', last, held: own, givenUp: others };
}

/** In hexadecimal; undefined where a journal has no such entry. */
export const hashAt = (db: Reader, seq: number): string | undefined =>
  prepared<{ hash: Buffer }>(db, 'SELECT hash FROM journal WHERE seq = ?').get(seq)?.hash.toString('hex');
