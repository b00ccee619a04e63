import { valueAt, varint } from './carve.ts';
import { openPages } from './pages.ts';

/** Pages of a table without rowids: its rows lie on the inner ones, too. */
const starts: Readonly<Record<number, { header: number; cell: number }>> = {
  10: { header: 8, cell: 0 },
  2: { header: 12, cell: 4 },
};
/** What no counter reaches: a value beyond it is what is left of something else. */
const farthest = 100_000_000;

/** Name and value of every counter that lies on a page of a file, newest or not, whatever has become of the rest of it. */
export function* countersOnPages(file: string): Generator<[name: string, value: number]> {
  const pages = openPages(file);
  try {
    for (const { page, isFirst } of pages.each()) yield* countersOn(page, isFirst ? 100 : 0);
  } finally {
    pages.close();
  }
}

function* countersOn(page: Buffer, start: number): Generator<[string, number]> {
  const kind = starts[page[start] ?? 0];
  if (kind === undefined) return;
  const cells = page.readUInt16BE(start + 3);
  const pointers = start + kind.header;
  for (let cell = 0; cell < cells && pointers + cell * 2 + 2 <= page.length; cell += 1) {
    const row = counterAt(page, page.readUInt16BE(pointers + cell * 2) + kind.cell);
    if (row !== undefined) yield row;
  }
}

/** Undefined for a row of something else. */
function counterAt(page: Buffer, at: number): [string, number] | undefined {
  try {
    const [size, start] = varint(page, at);
    const [headerSize, first] = varint(page, start);
    const [nameKind, second] = varint(page, first);
    const [valueKind, end] = varint(page, second);
    if (end !== start + headerSize || valueKind < 1 || valueKind > 9) return undefined;
    const [name, afterName] = valueAt(page, end, nameKind);
    const [value, after] = valueAt(page, afterName, valueKind);
    const isCounter = typeof name === 'string' && /^[a-zA-Z]+(?::|$)/.test(name) && after === start + size;
    return isCounter && typeof value === 'number' && value >= 1 && value < farthest
      ? [name, value]
      : undefined;
  } catch {
    // A cell that points nowhere holds nothing.
    return undefined;
  }
}
