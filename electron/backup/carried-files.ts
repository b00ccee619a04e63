import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFile, storeFile } from '../register/files.ts';
import { flush } from '../register/flush.ts';
import { openSealed, type Wrap, writeSealed } from './sealed-file.ts';

/**
 * Slips and closed books beside the copies: what a place has not yet goes in one sealed pack, since a stick takes one long file
 * faster than thousands of short ones. Beside each pack a list of the names in it.
 */

const packPattern = /^files-(\d{6})\.sealed$/;
const kept = /^[0-9a-f]{64}\.(?:pdf|json)$/;
/** FAT takes no file above 4 GB, and a pack that fails is begun anew. */
const packBytes = 256 * 1024 * 1024;

export function carryFiles(folder: string, target: string, { key, wrap }: { key: Buffer; wrap: Wrap }): void {
  const files = join(folder, 'files');
  if (!existsSync(files)) return;
  const there = new Set(packsIn(target).flatMap(({ names }) => names));
  const missing = readdirSync(files).filter((name) => kept.test(name) && !there.has(name));
  for (let from = 0; from < missing.length; ) {
    let bytes = 0;
    let to = from;
    while (to < missing.length && bytes < packBytes) {
      bytes += statSync(join(files, missing[to] ?? '')).size;
      to += 1;
    }
    writePack(folder, target, missing.slice(from, to), { key, wrap });
    from = to;
  }
}

function writePack(
  folder: string,
  target: string,
  names: readonly string[],
  { key, wrap }: { key: Buffer; wrap: Wrap },
): void {
  const last = packsIn(target).at(-1)?.number ?? 0;
  const pack = join(target, `files-${String(last + 1).padStart(6, '0')}.sealed`);
  const writer = writeSealed(pack, key, wrap, { files: names.length });
  const carried: string[] = [];
  try {
    for (const name of names) {
      const bytes = findFile(folder, name)?.bytes;
      if (bytes === undefined) continue;
      // A file that is not what its name says would only be carried on: the copy of it that is whole stays where it is.
      if (createHash('sha256').update(bytes).digest('hex') !== name.slice(0, 64)) continue;
      const head = Buffer.alloc(4 + name.length);
      head.writeUInt32BE(bytes.length);
      head.write(name, 4, 'latin1');
      writer.write(Buffer.concat([Buffer.from([name.length]), head]));
      writer.write(bytes);
      carried.push(name);
    }
    writer.finish();
  } catch (error) {
    writer.drop();
    throw error;
  }
  const list = pack.replace(/\.sealed$/, '.json');
  writeFileSync(`${list}.tmp`, JSON.stringify(carried));
  flush(`${list}.tmp`);
  renameSync(`${list}.tmp`, list);
}

/** Puts the wanted files of a place into the folder of a register; answers the names that the place has not. */
export function bringFiles(
  target: string,
  key: Buffer,
  folder: string,
  wanted: ReadonlySet<string>,
): string[] {
  const left = new Set(wanted);
  for (const { path, names } of packsIn(target)) {
    if (!names.some((name) => left.has(name))) continue;
    const found: { name: string; bytes: Buffer }[] = [];
    for (const file of filesOf(path, key)) if (left.has(file.name)) found.push(file);
    for (const { name, bytes } of found) {
      const kind = name.endsWith('.json') ? 'json' : 'pdf';
      if (storeFile(folder, bytes, kind) === name) left.delete(name);
    }
  }
  return [...left];
}

/** The files of a pack, which stays in memory whole no longer than one of them. */
function* filesOf(pack: string, key: Buffer): Generator<{ name: string; bytes: Buffer }> {
  let rest = Buffer.alloc(0);
  for (const piece of openSealed(pack, key)) {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const nameBytes = rest[0] ?? 0;
      const from = 5 + nameBytes;
      if (rest.length < from) break;
      const to = from + rest.readUInt32BE(1);
      if (rest.length < to) break;
      yield { name: rest.toString('latin1', 5, from), bytes: Buffer.from(rest.subarray(from, to)) };
      rest = rest.subarray(to);
    }
  }
}

/** Packs that are whole, oldest first: a list is written after its pack. */
function packsIn(target: string): { number: number; path: string; names: string[] }[] {
  return readdirSync(target)
    .filter((name) => packPattern.test(name))
    .sort()
    .map((name) => ({
      number: Number(packPattern.exec(name)?.[1]),
      path: join(target, name),
      names: namesOf(join(target, name.replace(/\.sealed$/, '.json'))),
    }));
}

function namesOf(list: string): string[] {
  try {
    const names: unknown = JSON.parse(readFileSync(list, 'utf8'));
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string' && kept.test(name)) : [];
  } catch {
    return [];
  }
}

/** Names of all files that come out of a place whole: every pack is read to its end. */
export function carriedNames(target: string, key: Buffer): Set<string> {
  const found = new Set<string>();
  for (const { path } of packsIn(target))
    for (const { name, bytes } of filesOf(path, key))
      if (createHash('sha256').update(bytes).digest('hex') === name.slice(0, 64)) found.add(name);
  return found;
}
