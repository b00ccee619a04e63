import type { CitizenView, DisplayState, RatingOffer } from '../shared/views-display.ts';

/**
 * What the screens for citizens show now, a state for each desk. In memory alone: nothing of it is written, all of it goes
 * away by itself, and a new form takes the whole place of the one before.
 */
export interface DisplayHub {
  /** Shows a form that is being filled in, or shows it again; a form that has ended is not shown any more. */
  show(desk: string, formKey: string, citizen: CitizenView, lastsSeconds: number): void;
  /** Takes a form away, if it is the one that shows. `ended`: it never comes back, also not by a word under way. */
  clear(desk: string, formKey: string, ended: boolean): void;
  /** The form that shows became a case; any other form says nothing here. */
  thank(desk: string, formKey: string, thanks: Thanks): void;
  offerRating(desk: string, offer: RatingOffer): void;
  /** The offered rating was answered or put away. */
  endRating(desk: string, code: string): void;
  stateOf(desk: string): DisplayState;
  isWatched(desk: string): boolean;
  /** The whole state, now and at each change, until the signal or the end of the counter. */
  watch(desk: string, signal: AbortSignal | undefined): AsyncIterable<DisplayState>;
  close(): void;
}

interface Thanks {
  citizen: CitizenView;
  caseCode: string;
  lastsSeconds: number;
}

interface Desk {
  state: DisplayState;
  formKey: string;
  endedKey: string;
  timer: NodeJS.Timeout | undefined;
  watchers: number;
  changed: PromiseWithResolvers<void>;
}

const ratingSeconds = 60;
const idle: DisplayState = { kind: 'idle' };

export function openDisplayHub(): DisplayHub {
  const desks = new Map<string, Desk>();
  let isClosed = false;

  const deskOf = (name: string): Desk => {
    const known = desks.get(name);
    if (known) return known;
    const desk: Desk = {
      state: idle,
      formKey: '',
      endedKey: '',
      timer: undefined,
      watchers: 0,
      changed: Promise.withResolvers(),
    };
    desks.set(name, desk);
    return desk;
  };

  const set = (desk: Desk, formKey: string, state: DisplayState): void => {
    clearTimeout(desk.timer);
    desk.timer = undefined;
    desk.formKey = formKey;
    desk.state = state;
    if (state.kind !== 'idle' && !isClosed) {
      desk.timer = setTimeout(() => set(desk, '', idle), state.lastsSeconds * 1000);
      desk.timer.unref();
    }
    desk.changed.resolve();
    desk.changed = Promise.withResolvers();
  };

  return {
    show: (name, formKey, citizen, lastsSeconds) => {
      const desk = deskOf(name);
      if (formKey !== desk.endedKey) set(desk, formKey, { kind: 'mirror', citizen, lastsSeconds });
    },
    clear: (name, formKey, ended) => {
      const desk = deskOf(name);
      if (ended) desk.endedKey = formKey;
      if (desk.state.kind === 'mirror' && desk.formKey === formKey) set(desk, '', idle);
    },
    thank: (name, formKey, thanks) => {
      const desk = deskOf(name);
      if (desk.formKey !== formKey) return;
      desk.endedKey = formKey;
      set(desk, formKey, { kind: 'thanks', ...thanks });
    },
    offerRating: (name, offer) => {
      set(deskOf(name), '', { kind: 'rating', offer, lastsSeconds: ratingSeconds });
    },
    endRating: (name, code) => {
      const desk = deskOf(name);
      if (desk.state.kind === 'rating' && desk.state.offer.code === code) set(desk, '', idle);
    },
    stateOf: (name) => deskOf(name).state,
    isWatched: (name) => deskOf(name).watchers > 0,
    watch: (name, signal) => watch(deskOf(name), signal, () => isClosed),
    close: () => {
      isClosed = true;
      for (const desk of desks.values()) set(desk, '', idle);
    },
  };
}

/** States that follow one another faster than they are read are left out: only the newest counts. */
async function* watch(
  desk: Desk,
  signal: AbortSignal | undefined,
  isClosed: () => boolean,
): AsyncIterable<DisplayState> {
  const aborted = Promise.withResolvers<void>();
  const onAbort = () => aborted.resolve();
  signal?.addEventListener('abort', onAbort);
  desk.watchers++;
  try {
    while (!isClosed() && !signal?.aborted) {
      const { changed, state } = desk;
      yield state;
      await Promise.race([changed.promise, aborted.promise]);
    }
  } finally {
    desk.watchers--;
    signal?.removeEventListener('abort', onAbort);
  }
}
