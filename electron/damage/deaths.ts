import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Starts that have not yet ended well or run for a while, in a file beside the register: instants, one a line. */
const name = 'starting';
const windowMs = 60_000;
const mostDeaths = 3;

export interface Starts {
  /** Whether the counter died so often that it must not try again by itself. */
  isTooOften: boolean;
  /** Notes that a start begins now. */
  begin(): void;
  /** The start went well, or ended by somebody's decision. */
  forget(): void;
}

/** @param now epoch milliseconds. A folder that cannot be written remembers nothing. */
export function readStarts(folder: string, now: number): Starts {
  const file = join(folder, name);
  const recent = readInstants(file).filter((at) => at <= now && now - at < windowMs);
  return {
    isTooOften: recent.length >= mostDeaths,
    begin: () => quietly(() => writeFileSync(file, [...recent, now].join('\n'))),
    forget: () => quietly(() => rmSync(file, { force: true })),
  };
}

function readInstants(file: string): number[] {
  try {
    return readFileSync(file, 'utf8').split('\n').map(Number).filter(Number.isFinite);
  } catch {
    return [];
  }
}

function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // What is wrong with the folder shows when the register is opened.
  }
}
