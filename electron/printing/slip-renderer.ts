import { Tinypool } from 'tinypool';
import { shapeOfPdf } from './page-sizes.ts';
import type { RenderTask } from './render-worker.ts';
import type { FormName, SlipData } from './slip-data.ts';

export interface SlipRenderer {
  /** The slip as a PDF of at least one page for each copy; rejects with `SlipRenderError`. */
  render(form: FormName, data: SlipData): Promise<Uint8Array>;
  /** Starts the thread and reads the fonts, so that the first slip does not wait for them. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** timeout: took too long, its thread was ended · died: the thread ended by itself · failed: the slip could not be made. */
export type SlipRenderFailure = 'timeout' | 'died' | 'failed';

export class SlipRenderError extends Error {
  override name = 'SlipRenderError';
  readonly reason: SlipRenderFailure;
  constructor(reason: SlipRenderFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

export interface SlipRendererOptions {
  /** Entry file of the render worker. */
  worker: URL;
  fontsFolder: string;
  /** Milliseconds a slip may take, start of the thread included. */
  timeout?: number;
}

/**
 * One long-lived thread makes the slips, one after the other. After a timeout or the thread's death the next call
 * finds a new thread.
 */
export function openSlipRenderer({
  worker,
  fontsFolder,
  timeout = 15_000,
}: SlipRendererOptions): SlipRenderer {
  const pool = new Tinypool({
    filename: worker.href,
    name: 'render',
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 2 ** 31 - 1,
    isolateWorkers: false,
  });

  async function run(slip: RenderTask['slip']): Promise<Uint8Array | null> {
    const task: RenderTask = { fontsFolder, slip };
    const signal = AbortSignal.timeout(timeout);
    try {
      return await pool.run(task, { signal });
    } catch (error) {
      if (signal.aborted) throw new SlipRenderError('timeout', `No slip within ${timeout} ms`, error);
      const text = error instanceof Error ? error.message : String(error);
      const died = /worker|exited|terminat/i.test(text);
      throw new SlipRenderError(died ? 'died' : 'failed', text, error);
    }
  }

  return {
    render: async (form, data) => {
      const pdf = await run({ form, data });
      if (pdf === null) throw new SlipRenderError('failed', 'The worker made no slip');
      if (shapeOfPdf(pdf).pages < data.copies.length) {
        throw new SlipRenderError('failed', 'The slip has fewer pages than copies');
      }
      return pdf;
    },
    warm: async () => {
      await run(null);
    },
    close: () => pool.destroy(),
  };
}
