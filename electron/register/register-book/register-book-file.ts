import { createHash } from 'node:crypto';
import type { BookLine } from '../../../shared/domain/register-book.ts';
import { findFile, storeFile } from '../files.ts';
import { canonicalJson } from '../journal.ts';
import { lineHash } from './register-book-lines.ts';

/** The closed book as a file of its own: one JSON document of which every line of the book is one line. */

export interface FrozenHead {
  format: 1;
  year: number;
  closedAt: string;
  closedBy: string;
  lines: number;
  firstSerial: number;
  lastSerial: number;
  hash: string;
}

const end = ']}\n';

/** Stores head and canonical lines; answers the file's name, which is its SHA-256. */
export function storeFrozen(folder: string, head: FrozenHead, lines: readonly string[]): string {
  const text = `{"head":${canonicalJson(head)},"lines":[\n${lines.join(',\n')}\n${end}`;
  return storeFile(folder, Buffer.from(text, 'utf8'), 'json');
}

export type FrozenBook = { fault: 'gone' | 'changed' } | { fault: null; lines: string[]; hash: string };

/** Reads a closed book back. `changed` when its bytes are not those it was named for. */
export function readFrozen(folder: string, name: string): FrozenBook {
  const file = findFile(folder, name);
  if (file === undefined) return { fault: 'gone' };
  if (`${createHash('sha256').update(file.bytes).digest('hex')}.json` !== name) return { fault: 'changed' };
  const rows = Buffer.from(file.bytes).toString('utf8').split('\n').slice(1, -2);
  const lines = rows.map((row) => row.replace(/,$/, ''));
  const hash = lineHash();
  for (const line of lines) hash.add(line);
  return { fault: null, lines, hash: hash.hex() };
}

export function parseLine(text: string): BookLine {
  return JSON.parse(text) as BookLine;
}
