import { setTimeout as wait } from 'node:timers/promises';
import { type Platform, PrintFault } from '../platform.ts';
import { shapeOfPdf } from './page-sizes.ts';

/** Assumed: longer than any spooler takes for a slip, shorter than a clerk waits without a word. */
const usualPatienceMs = 150_000;

export function patienceOf({ patienceMs }: Platform): number {
  return patienceMs ?? usualPatienceMs;
}

/** Hands the stored sheets to a printer, null being the system's own; answers why it did not take them. Never throws. */
export async function handToPrinter(
  platform: Platform,
  fileName: string,
  pdf: Uint8Array,
  printer: string | null,
): Promise<PrintFault | undefined> {
  try {
    const { widthMicrons, heightMicrons } = shapeOfPdf(pdf);
    const sheet = {
      path: `/files/${fileName}`,
      printer: printer ?? undefined,
      // All copies are pages of the one file, so the printer is asked for it once.
      copies: 1,
      paper: { widthMicrons, heightMicrons },
    };
    await inTime(platform.print(sheet), patienceOf(platform));
    return undefined;
  } catch (error) {
    return error instanceof PrintFault ? error : new PrintFault('refused', String(error));
  }
}

/** Rejects with a silent PrintFault when the work takes longer; the work itself cannot be called off. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const ended = new AbortController();
  const late = wait(milliseconds, undefined, { signal: ended.signal }).then(() => {
    throw new PrintFault('silent', `no answer in ${milliseconds} ms`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}
