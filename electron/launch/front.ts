import type { StartFinding } from '../../shared/start-finding.ts';
import type { Counter } from '../counter.ts';
import { openDamageHandler } from '../damage/damage-handler.ts';
import type { DamageDesk } from '../damage/damage-state.ts';
import type { Door } from '../door.ts';

/** Who answers the windows: the counter, or its page of ways out. */
export interface Front {
  fetch(request: Request, door: Door): Promise<Response>;
  /** What keeps the register shut; null while the counter works. */
  finding(): StartFinding | null;
  serve(counter: Counter): void;
  show(finding: StartFinding): void;
  /** Puts whoever asks off until something is served or shown. */
  pause(): void;
}

export function openFront(desk: DamageDesk): Front {
  let found: StartFinding | null = null;
  let answer: (request: Request, door: Door) => Response | Promise<Response> = openingAgain;
  return {
    fetch: async (request, door) => answer(request, door),
    finding: () => found,
    serve: (counter) => {
      found = null;
      answer = (request, door) => counter.fetch(request, door);
    },
    show: (finding) => {
      found = finding;
      const handler = openDamageHandler(finding, desk);
      answer = (request, door) => handler.fetch(request, door);
    },
    pause: () => {
      answer = openingAgain;
    },
  };
}

const openingAgain = (): Response =>
  new Response('Quầy đang mở lại.', { status: 503, headers: { 'retry-after': '1' } });
