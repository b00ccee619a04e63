import { EventEmitter, on } from 'node:events';

/** Areas of the register that a window may show. Named, never described: the window asks again. */
export type ChangeArea =
  | 'cases'
  | 'slips'
  | 'session'
  | 'catalogue'
  | 'money'
  | 'queue'
  | 'feedback'
  | 'rights'
  | 'digital'
  | 'backups';

export interface ChangeFeed {
  /** To the windows at once, or gathered with what was announced shortly before: each message goes to every one of them. */
  announce(areas: readonly ChangeArea[]): void;
  /** Within the counter, for as long as it is open. */
  listen(act: (area: ChangeArea) => void): void;
  watch(signal: AbortSignal | undefined): AsyncIterable<ChangeArea>;
  /** Ends every watch, so that whoever listens comes again, to the counter that is open then. */
  close(): void;
}

const gatherMs = 100;

export function openChangeFeed(): ChangeFeed {
  const emitter = new EventEmitter();
  const gathered = new Set<ChangeArea>();
  let resting: NodeJS.Timeout | undefined;
  const tell = () => {
    resting = undefined;
    if (gathered.size === 0) return;
    for (const area of gathered) emitter.emit('change', area);
    gathered.clear();
    resting = setTimeout(tell, gatherMs).unref();
  };
  emitter.setMaxListeners(0);
  const closed = new AbortController();
  return {
    announce: (areas) => {
      for (const area of areas) {
        gathered.add(area);
        emitter.emit('heard', area);
      }
      if (resting === undefined) tell();
    },
    listen: (act) => void emitter.on('heard', act),
    watch: (signal) => watch(emitter, signal ? AbortSignal.any([signal, closed.signal]) : closed.signal),
    close: () => {
      clearTimeout(resting);
      closed.abort();
    },
  };
}

async function* watch(emitter: EventEmitter, signal: AbortSignal): AsyncIterable<ChangeArea> {
  try {
    for await (const [area] of on(emitter, 'change', { signal })) yield area as ChangeArea;
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
