import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type RefusedWhy, refusedWhys } from '../../../shared/views-backup.ts';
import { prepared, type Writer } from '../connection.ts';
import { flushFolder } from '../flush.ts';
import { appendEntry, entriesOf } from '../journal.ts';
import { type TakeMark, writeDurably } from './take-mark.ts';

/** That a restore did not take place: kept in a file of its own until the register that stays is open and its journal can say it. */

const name = 'take-refused.json';

const askedSchema = z.object({
  at: z.string(),
  copyOf: z.string(),
  by: z.string().nullable(),
  approver: z.string().nullable(),
});
const refusedSchema = z.object({
  epoch: z.string(),
  device: z.string(),
  why: z.enum(refusedWhys),
  /** Null where what was asked cannot be read: the journal tells it. */
  asked: askedSchema.nullable(),
});

/** The first reason stays, also where a kill has it asked again. @param marked null where it cannot be read. */
export function noteRefused(folder: string, marked: TakeMark | null, why: RefusedWhy): void {
  if (existsSync(join(folder, name))) return;
  const asked = marked && { ...marked, copyOf: marked.copy.at };
  const { epoch, device } = marked ?? { epoch: randomUUID(), device: '' };
  writeDurably(folder, name, refusedSchema.parse({ epoch, device, why, asked }));
}

/** Writes into the journal what waits to be told; does nothing otherwise. */
export function tellRefused(db: Writer, folder: string): void {
  const path = join(folder, name);
  if (!existsSync(path)) return;
  const refused = readRefused(path);
  if (refused !== null) db.transaction(() => append(db, refused)).immediate();
  rmSync(path);
  flushFolder(folder);
}

function readRefused(path: string): z.infer<typeof refusedSchema> | null {
  try {
    return refusedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

const takeKinds = ['register.givenUp', 'register.restored', 'register.restoreRefused'];

function append(db: Writer, { epoch, device, why, asked }: z.infer<typeof refusedSchema>): void {
  const told = entriesOf(db, 'register').filter(({ kind }) => takeKinds.includes(kind));
  // A kill came after it was told, or all was done after all.
  if (told.some(({ data }) => (data as { epoch?: unknown } | null)?.epoch === epoch)) return;
  const last = told.at(-1);
  const given = z.object(askedSchema.shape).safeParse({ ...(last?.data as object), at: last?.at });
  const known = asked ?? (last?.kind === 'register.givenUp' && given.success ? given.data : null);
  if (known === null) return;
  const written = prepared<{ at: string }>(db, 'SELECT at FROM journal ORDER BY seq DESC LIMIT 1').get();
  const at = written && written.at > known.at ? written.at : known.at;
  const { at: askedAt, ...rest } = known;
  const by = { at, personId: null, device, kind: 'register.restoreRefused', subject: 'register' };
  appendEntry(db, { ...by, data: { epoch, why, askedAt, ...rest } });
}
