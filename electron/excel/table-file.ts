import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Rows between two steps of an import: one JSON value a line, written and read as a stream. */

export async function* readLines<Item>(path: string): AsyncGenerator<Item> {
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line !== '') yield JSON.parse(line) as Item;
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
