import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { keyFor, kindOfFile } from '../locking/keyring.ts';
import { pageOpener, reserved } from './page-opener.ts';

/** The pages of a register file and of its log, read without SQLite (sqlite.org/fileformat2.html §1.6, §4). */
export interface Pages {
  /** Bytes of a page that hold content. */
  usable: number;
  /** Locked, and this runtime opens its pages through SQLite alone: none is answered. */
  isShut: boolean;
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
  const key = kindOfFile(file) === 'open' ? null : keyFor(file);
  const opener = key === null ? undefined : pageOpener(key);
  const isShut = key !== null && opener === undefined;
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
  const pageAt = (descriptor: number, position: number, number: number) => {
    const page = take(descriptor, position, size);
    return page && opener ? opener(page, number) : page;
  };
  return {
    usable: key === null ? size : size - reserved,
    isShut,
    read: (number) => {
      const inLog = newest.get(number);
      if (inLog !== undefined && log !== undefined) return pageAt(log, inLog, number);
      return number >= 1 && number <= count ? pageAt(main, (number - 1) * size, number) : undefined;
    },
    each: function* () {
      if (isShut) return;
      for (let number = 1; number <= count; number += 1) {
        const page = pageAt(main, (number - 1) * size, number);
        if (page) yield { page, isFirst: number === 1 };
      }
      for (let index = 0; log !== undefined && index < frames; index += 1) {
        const number = take(log, frameAt(index), 4)?.readUInt32BE(0) ?? 0;
        const page = pageAt(log, frameAt(index) + frameHeader, number);
        if (page) yield { page, isFirst: number === 1 };
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
