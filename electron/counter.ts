import { Hono } from 'hono';
import type { Platform } from './platform.ts';

export interface CounterOptions {
  /** Folder of the register; made when missing. */
  dataFolder: string;
  platform: Platform;
  /** Built renderer: index.html and hashed assets. */
  rendererFolder: string;
  /** Fonts, procedures.json, holidays.json. */
  resourcesFolder: string;
  /** The PDF worker's entry file. */
  renderWorker: URL;
  /** The only clock of the counter; tests pass their own. Epoch milliseconds. */
  clock?: () => number;
}

/** Which door a request came through. Set by the adapter, never by headers or body. */
export interface Door {
  kind: 'window' | 'loopback';
  device: string;
}

export interface Counter {
  fetch(request: Request, door: Door): Promise<Response>;
  close(): Promise<void>;
}

/** Opens register, api and files. Throws `StartError` (start-error.ts) with one sentence for the person at the PC. */
export async function openCounter(options: CounterOptions): Promise<Counter> {
  const app = new Hono<{ Bindings: Door }>();
  app.get('/healthz', (context) => context.json({ status: 'ok', dataFolder: options.dataFolder }));
  return {
    fetch: async (request, door) => app.fetch(request, door),
    close: async () => {},
  };
}
