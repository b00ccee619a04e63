import type { ApiContext } from './api/context.ts';
import { createCaller } from './api/index.ts';
import type { Door, TokenJar } from './door.ts';

/** What each call finds, by the door it came to; `at` may tell another time than the counter's clock. */
export type Contexts = (door: Door, at?: () => number) => ApiContext;

export function openContexts(
  parts: Omit<ApiContext, 'door' | 'attempt' | 'clock' | 'fillSample'>,
  clock: () => number,
): Contexts {
  /** For callers in this process, such as samples and tests: every door that is open to others brings its own. */
  const jars = new Map<string, TokenJar>();
  const jarOf = (device: string): TokenJar => {
    const known = jars.get(device) ?? { token: null };
    jars.set(device, known);
    return known;
  };
  const context: Contexts = (door, at = clock) => ({
    ...parts,
    door: door.kind === 'display' || door.jar ? door : { ...door, jar: jarOf(door.device) },
    clock: at,
    fillSample: async () => {
      const { playOrdinaryDay } = await import('./samples/index.ts');
      await playOrdinaryDay((device, time) => createCaller(context({ ...door, device }, time)), clock());
    },
  });
  return context;
}
