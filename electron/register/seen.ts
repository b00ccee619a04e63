import { AppError } from '../../shared/errors.ts';
import type { Writer } from './connection.ts';
import { appendEntry, type JournalEntry } from './journal.ts';

/**
 * Who looked at whose data: kept in memory for a moment and appended to the journal together, in front of whatever is written
 * next, so that no reading waits for the disk and the journal tells things in their order. A kill loses a second of it.
 */
export interface SeenQueue {
  /** The same of the same person at one device says nothing new within a minute. Throws diskFull when nothing could be written for long. */
  note(entry: JournalEntry): void;
  /** Entries that wait. */
  size(): number;
  /** The first `count` of them, in a transaction. */
  append(tx: Writer, count: number): void;
  /** They are on disk. */
  drop(count: number): void;
  /** Writes what waits, if the register is free; what cannot be written goes on waiting. */
  write(): void;
  close(): void;
}

const waitsMs = 1000;
const batch = 50;
const againMs = 60_000;
/** So many are kept while the register takes nothing; then nothing more is shown that nobody could account for. */
const most = 1000;

/** @param commit an empty transaction of the register, which appends what waits; throws where it can take none now. */
export function openSeenQueue(
  commit: () => void,
  free: () => Promise<void>,
  isBusy: () => boolean,
): SeenQueue {
  const waiting: JournalEntry[] = [];
  /** When each was noted last, by person, device, kind, subject and whether it was whole. */
  const noted = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let isFailing = false;
  let isClosed = false;
  const later = (ms: number) => {
    if (isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(write, ms).unref();
  };
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    if (isBusy()) {
      void free().then(write);
      return;
    }
    try {
      commit();
      isFailing = false;
    } catch (error) {
      isFailing = true;
      process.stderr.write(`seen: ${String(error)}\n`);
      later(waitsMs);
    }
  };
  return {
    note: (entry) => {
      const key = keyOf(entry);
      const atMs = Date.parse(entry.at);
      const before = noted.get(key);
      if (before !== undefined && Math.abs(atMs - before) < againMs) {
        // Somebody who types on: what was found in the end.
        const same = waiting.find((one) => keyOf(one) === key);
        if (same) same.data = entry.data;
        return;
      }
      if (isFailing && waiting.length >= most) throw new AppError('diskFull');
      if (noted.size >= most) noted.clear();
      noted.set(key, atMs);
      waiting.push({ ...entry });
      if (waiting.length === batch) later(0);
      else if (timer === undefined) later(waitsMs);
    },
    size: () => waiting.length,
    append: (tx, count) => {
      for (const entry of waiting.slice(0, count)) appendEntry(tx, entry);
    },
    drop: (count) => {
      waiting.splice(0, count);
    },
    write,
    close: () => {
      write();
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Who then was shown whole numbers was shown something new. */
const keyOf = ({ personId, device, kind, subject, data }: JournalEntry): string =>
  JSON.stringify([personId, device, kind, subject, isWhole(data)]);

const isWhole = (data: unknown): boolean => typeof data === 'object' && data !== null && 'whole' in data;
