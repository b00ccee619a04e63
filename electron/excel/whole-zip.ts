import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** A workbook of 200.000 rows unpacks to far less, and has a few dozen parts. */
const mostUnpacked = 300 * 1024 * 1024;
const mostParts = 1000;

/**
 * Whether every part of a zip file unpacks to what it was, within a bearable size and number (ASVS 5.2.3): the reader of workbooks
 * waits for ever for the end of a torn part, and unpacks whatever it is given. It goes from part to part and never looks at the
 * directory, so that between two parts, and in a part's own head, nothing may stand that the directory does not know.
 */
export function isWholeZip(path: string, most = mostUnpacked): boolean {
  try {
    const bytes = readFileSync(path);
    const directory = directoryOf(bytes);
    const entries = [...entriesOf(bytes, directory)].sort((a, b) => a.at - b.at);
    let unpacked = 0;
    let next = 0;
    for (const entry of entries) {
      if (entry.at !== next || unpacked + entry.size > most) return false;
      const part = partOf(bytes, entry);
      const content = contentOf(part.bytes, entry, most - unpacked);
      unpacked += content.length;
      if (content.length !== entry.size || crc32(content) !== entry.crc) return false;
      next = part.end;
    }
    return unpacked > 0 && next === directory.at;
  } catch {
    return false;
  }
}

interface Entry {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const endMark = Buffer.from('PK\x05\x06', 'latin1');
const sizesMark = Buffer.from('PK\x07\x08', 'latin1');
const largeEndMark = 0x06064b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;
/** The sizes stand behind the part, because whoever wrote it did not know them yet. */
const sizesFollow = 0x08;
const sizesLength = 16;

/** The directory at the end of the file (APPNOTE.TXT 4.3.12). */
function directoryOf(bytes: Buffer): { at: number; count: number; end: number } {
  const end = bytes.lastIndexOf(endMark);
  if (end < 0) throw new RangeError('No directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostParts) throw new RangeError('Too many parts');
  return { at: bytes.readUInt32LE(end + 16), count, end };
}

function* entriesOf(bytes: Buffer, directory: { at: number; count: number; end: number }): Generator<Entry> {
  let { at } = directory;
  for (let { count } = directory; count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new RangeError('The directory is torn');
    yield {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  // The end of a large file's directory, which the reader passes over.
  const isLarge = bytes.readUInt32LE(at) === largeEndMark && bytes.indexOf(endMark, at) === directory.end;
  if (at !== directory.end && !isLarge) throw new RangeError('The directory is torn');
}

/** A part as it lies in the file, and where it ends. Throws RangeError where its head tells another story than the directory. */
function partOf(bytes: Buffer, { flags, method, packed, at }: Entry): { bytes: Buffer; end: number } {
  const told = { flags: bytes.readUInt16LE(at + 6), method: bytes.readUInt16LE(at + 8) };
  const isSame = bytes.readUInt32LE(at) === partMark && told.flags === flags && told.method === method;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const end = start + packed;
  const toldPacked = bytes.readUInt32LE(at + 18);
  // Without its size the reader takes the first such mark for the end of the part.
  const isOpen = (flags & sizesFollow) !== 0 && toldPacked === 0;
  const isTold = isOpen ? bytes.indexOf(sizesMark, start) === end : toldPacked === packed;
  if (!isSame || !isTold) throw new RangeError('A part is torn');
  return { bytes: bytes.subarray(start, end), end: isOpen ? end + sizesLength : end };
}

/** Throws RangeError beyond the size that is left. */
function contentOf(part: Buffer, { method }: Entry, left: number): Buffer {
  return method === 0 ? part : inflateRawSync(part, { maxOutputLength: Math.max(1, left) });
}
