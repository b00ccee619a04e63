import { once } from 'node:events';
import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Rows between two steps of an import: one JSON value a line, written and read as a stream. */

/** Where they lie beside the file that was handed in. */
export const rowsPath = (path: string): string => `${path}.rows`;
export const casesPath = (path: string): string => `${path}.cases`;
export const faultsPath = (path: string): string => `${path}.faults`;

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
