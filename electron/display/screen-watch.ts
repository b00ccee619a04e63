import type { DisplayNews, DisplayState } from '../../shared/views-display.ts';

/** Who looks at one screen, and what each of them is told. */
export interface ScreenWatch {
  isWatched(): boolean;
  /** Something changed. */
  tell(): void;
  /** The whole state, now and at each change, until the signal or the end of the watch. */
  follow(signal: AbortSignal | undefined): AsyncIterable<DisplayNews>;
  close(): void;
}

export function openScreenWatch(stateNow: () => DisplayState, queueTurn: () => number): ScreenWatch {
  let watchers = 0;
  let isClosed = false;
  let changed = Promise.withResolvers<void>();
  const tell = () => {
    changed.resolve();
    changed = Promise.withResolvers();
  };

  /** States that follow one another faster than they are read are left out: only the newest counts. */
  async function* follow(signal: AbortSignal | undefined): AsyncIterable<DisplayNews> {
    const aborted = Promise.withResolvers<void>();
    const onAbort = () => aborted.resolve();
    signal?.addEventListener('abort', onAbort);
    watchers++;
    let told: DisplayState | undefined;
    try {
      while (!isClosed && !signal?.aborted) {
        const state = stateNow();
        const nextChange = changed.promise;
        // The same state is not told again: to a screen that would be a reason to let it stand for longer.
        yield { queueTurn: queueTurn(), ...(state !== told && { state }) };
        told = state;
        await Promise.race([nextChange, aborted.promise]);
      }
    } finally {
      watchers--;
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    isWatched: () => watchers > 0,
    tell,
    follow,
    close: () => {
      isClosed = true;
      tell();
    },
  };
}
