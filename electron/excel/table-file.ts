import { once } from 'node:events';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createInterface } from 'node:readline';

/** Rows between two steps of an import: one JSON value a line, written and read as a stream. */

/** Where they lie beside the file that was handed in. */
export const rowsPath = (path: string): string => `${path}.rows`;
/** Of one check, by its digest: another check of the same file has files of its own. */
export const casesPath = (path: string, digest: string): string => `${path}.${digest}.cases`;
export const faultsPath = (path: string, digest: string): string => `${path}.${digest}.faults`;
/** The rows that were left over when the good ones came in: all that is kept of the file then. */
export const leftPath = (path: string, digest: string): string => `${path}.${digest}.left`;

export async function* readLines<Item>(path: string): AsyncGenerator<Item> {
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line !== '') yield JSON.parse(line) as Item;
  }
}

/** The same without waiting, a piece of the file at a time: for work inside a transaction. */
export function* readLinesSync<Item>(path: string): Generator<Item> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.alloc(256 * 1024);
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const length = readSync(file, piece, 0, piece.length, null);
      const lines = (rest + decoder.decode(piece.subarray(0, length), { stream: length > 0 })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as Item;
      if (length === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

export interface LineFile {
  write(item: unknown): Promise<void>;
  close(): Promise<void>;
}

export function openLines(path: string): LineFile {
  const out = createWriteStream(path);
  return {
    write: async (item) => {
      if (!out.write(`${JSON.stringify(item)}\n`)) await once(out, 'drain');
    },
    close: async () => {
      out.end();
      await once(out, 'finish');
    },
  };
}

/** The same for a file whose name tells its content: it appears whole, and one that is there is never written over. */
export function openLinesOnce(path: string): LineFile {
  const part = `${path}.part`;
  const lines = openLines(part);
  return {
    write: lines.write,
    close: async () => {
      await lines.close();
      if (existsSync(path)) rmSync(part);
      else renameSync(part, path);
    },
  };
}
