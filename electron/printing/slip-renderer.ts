import { Tinypool } from 'tinypool';
import { openTurns } from '../turns.ts';
import { shapeOfPdf } from './page-sizes.ts';
import type { RenderTask } from './render-worker.ts';
import type { SlipData } from './slip-data.ts';

export interface SlipRenderer {
  /** The slip as a PDF of at least one page for each copy; rejects with `SlipRenderError`. */
  render(data: SlipData): Promise<Uint8Array>;
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
 * One long-lived thread makes the slips, one after the other; a slip's time runs from its turn. After a timeout or the
 * thread's death the next slip finds a new thread.
 */
export function openSlipRenderer({
  worker,
  fontsFolder,
  timeout = 15_000,
}: SlipRendererOptions): SlipRenderer {
  let thread: RenderThread | undefined;
  const turns = openTurns();

  async function draw(slip: RenderTask['slip']): Promise<Uint8Array | null> {
    if (thread === undefined || thread.hasEnded()) thread = startThread(worker);
    const { pool, onDeath } = thread;
    const task: RenderTask = { fontsFolder, slip };
    const trouble = Promise.withResolvers<never>();
    onDeath.add(trouble.reject);
    const alarm = setTimeout(
      () => trouble.reject(new SlipRenderError('timeout', `No slip within ${timeout} ms`)),
      timeout,
    );
    try {
      return await Promise.race([pool.run(task), trouble.promise]);
    } catch (error) {
      if (!(error instanceof SlipRenderError)) {
        throw new SlipRenderError('failed', error instanceof Error ? error.message : String(error), error);
      }
      thread.end().catch(() => {});
      thread = undefined;
      throw error;
    } finally {
      clearTimeout(alarm);
      onDeath.delete(trouble.reject);
    }
  }

  return {
    render: async (data) => {
      const pdf = await turns.take(() => draw(data));
      if (pdf === null || pagesOf(pdf) < data.copies.length) {
        throw new SlipRenderError('failed', 'The slip has fewer pages than copies');
      }
      return pdf;
    },
    warm: async () => {
      await turns.take(() => draw(null));
    },
    close: async () => {
      await turns.done();
      await thread?.end();
      thread = undefined;
    },
  };
}

function pagesOf(pdf: Uint8Array): number {
  try {
    return shapeOfPdf(pdf).pages;
  } catch {
    return 0;
  }
}

interface RenderThread {
  pool: Tinypool;
  /** Told when the thread exits, which the pool by itself does not notice. A task takes its own word back when done. */
  onDeath: Set<(error: SlipRenderError) => void>;
  hasEnded(): boolean;
  end(): Promise<void>;
}

function startThread(worker: URL): RenderThread {
  const pool = new Tinypool({
    filename: worker.href,
    name: 'render',
    runtime: 'worker_threads',
    minThreads: 1,
    maxThreads: 1,
    isolateWorkers: false,
    // Without limits V8 lets the garbage of some slips grow to 300 MB before it looks at it; the fonts and a slip are 80.
    resourceLimits: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 512 },
  });
  let hasEnded = false;
  const onDeath: RenderThread['onDeath'] = new Set();
  pool.threads[0]?.once('exit', () => {
    hasEnded = true;
    for (const tell of onDeath) tell(new SlipRenderError('died', 'The render thread ended'));
  });
  return {
    pool,
    onDeath,
    hasEnded: () => hasEnded,
    // The pool would wait for ever for a thread that is gone.
    end: async () => {
      if (!hasEnded) await pool.destroy();
    },
  };
}
