import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** The pages of a register file and of its log, read without SQLite (sqlite.org/fileformat2.html §1.6, §4). */
export interface Pages {
  /** Bytes of a page that hold content. */
  usable: number;
  /** Every page, also each older copy that the log still holds. */
  each(): Generator<{ page: Buffer; isFirst: boolean }>;
  /** The newest copy of a page, from 1; undefined when it lies outside the file. */
  read(number: number): Buffer | undefined;
  close(): void;
}

const usual = 4096;
const sizes = [512, 1024, 2048, usual, 8192, 16384, 32768, 65536];
const logHeader = 32;
const frameHeader = 24;

export function openPages(file: string): Pages {
  const main = openSync(file, 'r');
  const log = existsSync(`${file}-wal`) ? openSync(`${file}-wal`, 'r') : undefined;
  const told = take(main, 0, 100);
  // A header that is not to be trusted tells nothing: ours are all of one size.
  const size = sizes.find((one) => one === told?.readUInt16BE(16)) ?? usual;
  const count = Math.floor(fstatSync(main).size / size);
  const frames = log === undefined ? 0 : Math.floor((fstatSync(log).size - logHeader) / (frameHeader + size));
  const frameAt = (index: number) => logHeader + index * (frameHeader + size);
  const newest = new Map<number, number>();
  for (let index = 0; log !== undefined && index < frames; index += 1) {
    const number = take(log, frameAt(index), 4)?.readUInt32BE(0);
    if (number !== undefined) newest.set(number, frameAt(index) + frameHeader);
  }
  return {
    usable: size,
    read: (number) => {
      const inLog = newest.get(number);
      if (inLog !== undefined && log !== undefined) return take(log, inLog, size);
      return number >= 1 && number <= count ? take(main, (number - 1) * size, size) : undefined;
    },
    each: function* () {
      for (let number = 1; number <= count; number += 1) {
        const page = take(main, (number - 1) * size, size);
        if (page) yield { page, isFirst: number === 1 };
      }
      for (let index = 0; log !== undefined && index < frames; index += 1) {
        const page = take(log, frameAt(index) + frameHeader, size);
        if (page) yield { page, isFirst: take(log, frameAt(index), 4)?.readUInt32BE(0) === 1 };
      }
    },
    close: () => {
      for (const open of [main, log]) if (open !== undefined) closeSync(open);
    },
  };
}

/** Undefined where the file ends before, or the disk does not give it. */
function take(descriptor: number, position: number, bytes: number): Buffer | undefined {
  const buffer = Buffer.alloc(bytes);
  try {
    return readSync(descriptor, buffer, 0, bytes, position) === bytes ? buffer : undefined;
  } catch {
    return undefined;
  }
}
