import { inspect } from 'node:util';
import { StartError } from '../start-error.ts';
import { helpText, OptionError } from './options.ts';

/** Runs a whole program and ends the process with its exit code; a `StartError` is one sentence and code 1. */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    const expected = error instanceof StartError;
    process.stderr.write(
      expected ? `${error.message}\n` : `Quầy gặp lỗi ngoài dự kiến khi chạy.\n${inspect(error)}\n`,
    );
    if (error instanceof OptionError) process.stderr.write(`\n${helpText}`);
    process.exit(1);
  }
}

/**
 * Resolves when somebody asks the program to end: Ctrl+C, a signal, a closed terminal, or the end of its parent.
 * npm passes a signal to its shell only, never to the program below it; there the shell's end is the request.
 */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.channel) process.on('disconnect', () => resolve());
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 500).unref();
  });
}
