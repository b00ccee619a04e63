import { appendFileSync, readFileSync, rmSync } from 'node:fs';
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
  const recent = readStartInstants(folder).filter((at) => at <= now && now - at < windowMs);
  return {
    isTooOften: recent.length >= mostDeaths,
    // Behind the others: a death in the middle of this loses none of them.
    begin: () => quietly(() => appendFileSync(file, `${now}\n`)),
    forget: () => quietly(() => rmSync(file, { force: true })),
  };
}

/** When starts began that have neither ended well nor run for a while, epoch milliseconds. */
export function readStartInstants(folder: string): number[] {
  try {
    return readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map(Number)
      .filter((at) => at > 0);
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
