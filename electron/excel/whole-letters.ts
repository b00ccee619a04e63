import exceljs from 'exceljs';

type Options = ConstructorParameters<typeof exceljs.stream.xlsx.WorkbookReader>;

/** The two places where exceljs 4.4 turns pieces of a file into text. */
interface Pieces {
  _parseSharedStrings(entry: NodeJS.ReadableStream): AsyncGenerator<unknown>;
  _parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheet: number): Generator<unknown>;
}

const Reader = exceljs.stream.xlsx.WorkbookReader as unknown as new (
  ...options: Options
) => InstanceType<typeof exceljs.stream.xlsx.WorkbookReader> & Pieces;

/**
 * The library's reader, which decodes each piece of a file by itself: a Vietnamese letter whose bytes lie on both sides of
 * a border would be lost. Here the pieces are decoded as one text.
 */
export class WholeLettersReader extends Reader {
  override _parseSharedStrings(entry: NodeJS.ReadableStream): AsyncGenerator<unknown> {
    entry.setEncoding('utf8');
    return super._parseSharedStrings(entry);
  }

  override _parseWorksheet(pieces: AsyncIterable<Uint8Array | string>, sheet: number): Generator<unknown> {
    return super._parseWorksheet(oneText(pieces), sheet);
  }
}

async function* oneText(pieces: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of pieces)
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
