import { isGenuine, isLinked, type JournalRow, proofOf, proofsIn } from '../journal.ts';
import { openTorn } from './copy-tables.ts';
import { openPages, type Pages } from './pages.ts';
import { readTorn } from './torn-table.ts';

interface Carved {
  /** Entries that are proved, by number. */
  found: Map<number, JournalRow[]>;
  /** What stands in the place of what was written, and no entry that is left proves: erased, or damaged. */
  untold: Map<number, JournalRow[]>;
}

/**
 * Reads the journal's entries off the pages of a file, whatever has become of the rest of it: an entry proves itself by its
 * hash, an erased one by what a later entry says of it. Entries of one number, where there are several, are all answered.
 * @param isEnough asked after each page: true ends the reading.
 */
export const carveJournal = (file: string, isEnough?: IsEnough): Map<number, JournalRow[]> =>
  carve(file, isEnough).found;

type IsEnough = (found: ReadonlyMap<number, readonly JournalRow[]>) => boolean;

/** The same, with what is not proved. */
export function carve(file: string, isEnough: IsEnough = () => false): Carved {
  const found = new Map<number, JournalRow[]>();
  const pages = openPages(file);
  const add = (row: JournalRow) => {
    const same = found.get(row.seq);
    if (!same) found.set(row.seq, [row]);
    else if (!same.some(({ hash, data }) => hash.equals(row.hash) && data === row.data)) same.push(row);
  };
  try {
    for (const { page, isFirst } of pages.each()) {
      for (const row of entriesOn(page, isFirst ? 100 : 0, pages)) add(row);
      if (isEnough(found)) break;
    }
    if (pages.isShut) for (const row of entriesBySqlite(file)) add(row);
  } finally {
    pages.close();
  }
  return proved(found);
}

/** Of the texts of one entry the one that stands since it was erased, else the one that was written. */
function proved(all: ReadonlyMap<number, JournalRow[]>): Carved {
  const proofs = new Map<number, Set<string>>();
  for (const row of [...all.values()].flat().filter(isGenuine))
    for (const [seq, proof] of proofsIn(row)) proofs.set(seq, new Set(proofs.get(seq)).add(proof));
  const [found, untold] = [new Map<number, JournalRow[]>(), new Map<number, JournalRow[]>()];
  for (const [seq, rows] of all) {
    const erased = rows.filter((row) => proofs.get(seq)?.has(proofOf(row)));
    const written = rows.filter(isGenuine);
    const others = rows.filter((row) => erased.length === 0 && !isGenuine(row) && isJson(row.data));
    // An older page may still hold what was erased since: only an erasure gives an entry another salt.
    const since = others.filter((row) => written.length > 0 && written.every((one) => isResalted(row, one)));
    const held = [erased, since, written].find((some) => some.length > 0);
    if (held !== undefined) found.set(seq, held);
    if (others.length > 0) untold.set(seq, others);
  }
  return { found, untold };
}

/** Whether a text stands in the place of another one of the same entry since that was erased; with the same salt it is damage. */
export const isResalted = (row: JournalRow, written: JournalRow): boolean =>
  row.hash.equals(written.hash) && !row.salt.equals(written.salt) && row.data !== written.data;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What SQLite still reads of a locked journal: all but the pages that were changed. */
function entriesBySqlite(file: string): JournalRow[] {
  const torn = openTorn(file);
  if (torn === null) return [];
  try {
    return readTorn(torn, 'journal', true)
      .rows.filter((row) => isEntry(row))
      .filter(isLinked);
  } finally {
    torn.close();
  }
}

const tableLeaf = 0x0d;
const mostPayload = 16 * 1024 * 1024;

function* entriesOn(page: Buffer, start: number, pages: Pages): Generator<JournalRow> {
  if (page[start] !== tableLeaf) return;
  const cells = page.readUInt16BE(start + 3);
  for (let cell = 0; cell < cells && start + 10 + cell * 2 <= page.length; cell += 1) {
    try {
      const row = entryAt(page, page.readUInt16BE(start + 8 + cell * 2), pages);
      if (row && isLinked(row)) yield row;
    } catch {
      // A cell that points nowhere holds nothing.
    }
  }
}

/** Undefined for a row of another table. Throws RangeError outside the page. */
function entryAt(page: Buffer, at: number, pages: Pages): JournalRow | undefined {
  const [size, afterSize] = varint(page, at);
  const [seq, start] = varint(page, afterSize);
  if (size > mostPayload) return undefined;
  const payload = payloadAt(page, start, size, pages);
  const [headerSize, first] = varint(payload, 0);
  const kinds: number[] = [];
  for (let next = first; next < headerSize && kinds.length <= columns.length; ) {
    const [kind, after] = varint(payload, next);
    kinds.push(kind);
    next = after;
  }
  if (kinds.length !== columns.length) return undefined;
  const row: Record<string, unknown> = {};
  let position = headerSize;
  for (const [index, name] of columns.entries()) {
    const [value, after] = valueAt(payload, position, kinds[index] ?? 0);
    row[name] = value;
    position = after;
  }
  row.seq = seq;
  return isEntry(row) ? row : undefined;
}

const columns = [
  ...[
    'seq',
    'at',
    'personId',
    'device',
    'kind',
    'subject',
    'salt',
    'data',
    'dataHash',
    'previousHash',
    'hash',
  ],
] as const;

function isEntry(row: Record<string, unknown>): row is Record<string, unknown> & JournalRow {
  const texts = ['at', 'device', 'kind', 'subject', 'data'].every((name) => typeof row[name] === 'string');
  const bytes = ['salt', 'dataHash', 'previousHash', 'hash'].every((name) => Buffer.isBuffer(row[name]));
  return texts && bytes && (row.personId === null || typeof row.personId === 'number');
}

/** The content of a cell, with what of it lies on overflow pages. */
function payloadAt(page: Buffer, start: number, size: number, pages: Pages): Buffer {
  const { usable } = pages;
  if (size <= usable - 35) return page.subarray(start, start + size);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const local = least + ((size - least) % (usable - 4));
  const here = local <= usable - 35 ? local : least;
  const parts = [page.subarray(start, start + here)];
  let next = page.readUInt32BE(start + here);
  for (let left = size - here; left > 0; ) {
    const overflow = pages.read(next);
    if (!overflow) throw new RangeError('An overflow page is gone');
    parts.push(overflow.subarray(4, 4 + Math.min(left, usable - 4)));
    left -= usable - 4;
    next = overflow.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** A value by its serial type (fileformat2.html §2.1), and where the next one begins. */
export function valueAt(payload: Buffer, at: number, kind: number): [unknown, number] {
  if (kind === 0) return [null, at];
  if (kind === 8 || kind === 9) return [kind - 8, at];
  if (kind <= 6) {
    const bytes = kind <= 4 ? kind : kind === 5 ? 6 : 8;
    return [bytes === 8 ? Number(payload.readBigInt64BE(at)) : payload.readIntBE(at, bytes), at + bytes];
  }
  if (kind < 12) throw new RangeError('No column of ours has this type');
  const end = at + Math.floor((kind - 12) / 2);
  if (end > payload.length) throw new RangeError('The row is cut short');
  const part = payload.subarray(at, end);
  return [kind % 2 === 0 ? Buffer.from(part) : part.toString('utf8'), end];
}

/** A number of one to nine bytes, and where the next thing begins. */
export function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes.readUInt8(at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return [value * 256 + bytes.readUInt8(at + 8), at + 9];
}
