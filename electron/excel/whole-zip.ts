import { readFileSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** A workbook of 200.000 rows unpacks to far less. */
const mostUnpacked = 300 * 1024 * 1024;

/**
 * Whether every part of a zip file unpacks to what it was, within a bearable size: the reader of workbooks waits for ever for the
 * end of a torn part, and unpacks whatever it is given.
 */
export function isWholeZip(path: string): boolean {
  try {
    const bytes = readFileSync(path);
    let unpacked = 0;
    for (const entry of entriesOf(bytes)) {
      const content = contentOf(bytes, entry, mostUnpacked - unpacked);
      unpacked += content.length;
      if (content.length !== entry.size || crc32(content) !== entry.crc) return false;
    }
    return unpacked > 0;
  } catch {
    return false;
  }
}

interface Entry {
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const endMark = Buffer.from('PK\x05\x06', 'latin1');
const entryMark = 0x02014b50;
const partMark = 0x04034b50;

/** The directory at the end of the file (APPNOTE.TXT 4.3.12). */
function* entriesOf(bytes: Buffer): Generator<Entry> {
  const end = bytes.lastIndexOf(endMark);
  if (end < 0) throw new RangeError('No directory');
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new RangeError('The directory is torn');
    yield {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Throws RangeError beyond the size that is left. */
function contentOf(bytes: Buffer, { method, packed, at }: Entry, left: number): Buffer {
  if (bytes.readUInt32LE(at) !== partMark) throw new RangeError('A part is torn');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const part = bytes.subarray(start, start + packed);
  return method === 0 ? part : inflateRawSync(part, { maxOutputLength: Math.max(1, left) });
}
