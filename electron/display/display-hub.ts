import type { CitizenView, DisplayNews, DisplayState, RatingOffer } from '../../shared/views-display.ts';

/**
 * What the screens for citizens show now, a state for each desk. In memory alone: nothing of it is written, all of it goes
 * away by itself, and a new form takes the whole place of the one before. Nobody is shown another's things while he uses the
 * screen: a rating that is being touched holds it, and so does a form against a rating; the other waits.
 */
export interface DisplayHub {
  /** Shows a form that is being filled in, or shows it again; a form that has ended is not shown any more. */
  show(desk: string, formKey: string, citizen: CitizenView, lastsSeconds: number): void;
  /** Takes a form away, if it is the one that shows or waits. `ended`: it never comes back, also not by a word under way. */
  clear(desk: string, formKey: string, ended: boolean): void;
  /** Takes it away at every desk where it shows or waits. */
  clearAll(formKey: string): void;
  /** The form that shows or waits became a case; any other form says nothing here. */
  thank(desk: string, formKey: string, thanks: Thanks): void;
  /** Takes every form and thanks of a desk away: somebody else works there. A rating stays in the citizen's hands. */
  clearDesk(desk: string): void;
  /** Whether this form may be shown as it is typed: another that was typed just before holds the desk (epoch milliseconds). Yes counts. */
  mayType(desk: string, formKey: string, now: number): boolean;
  offerRating(desk: string, offer: RatingOffer): void;
  /** Somebody touches the offered rating: it stays. */
  keepRating(desk: string, code: string): void;
  /** The offered rating was answered or put away. */
  endRating(desk: string, code: string): void;
  stateOf(desk: string): DisplayState;
  /** What waits for the screen to be free, the next first. */
  waitingAt(desk: string): DisplayState['kind'] | null;
  isWatched(desk: string): boolean;
  /** Whether the screen may hand out a number at this moment (epoch milliseconds): not right after the last one. Yes counts. */
  mayHandOut(desk: string, now: number): boolean;
  /** Tells every screen that the queue, or what is set for it, changed. */
  turnQueue(): void;
  /** The whole state, now and at each change, until the signal or the end of the counter. */
  watch(desk: string, signal: AbortSignal | undefined): AsyncIterable<DisplayNews>;
  close(): void;
}

interface Thanks {
  citizen: CitizenView;
  caseCode: string;
  lastsSeconds: number;
}

type Shown = Exclude<DisplayState, { kind: 'idle' }>;

interface Waiting {
  state: Shown;
  formKey: string;
  /** Epoch milliseconds: later it is not worth showing any more. */
  until: number;
}

interface Desk {
  state: DisplayState;
  formKey: string;
  /** Forms that ended, the last ones. */
  ended: string[];
  /** The form that was typed last, and when (epoch milliseconds). */
  typed: { formKey: string; at: number };
  timer: NodeJS.Timeout | undefined;
  /** When somebody last touched the rating that shows. */
  touchedAt: number;
  /** A form at most, and after it a rating at most. */
  waiting: Waiting[];
  waitingTimer: NodeJS.Timeout | undefined;
  watchers: number;
  /** No number is handed out before; epoch milliseconds. */
  handsOutFrom: number;
  changed: PromiseWithResolvers<void>;
}

/** How long an offered rating stands, or waits: Assumed: who was not asked within a minute has left. */
const ratingSeconds = 60;
/** Assumed: who reads the next question touches nothing for as long as this. */
const touchHoldsMs = 20_000;
/** Assumed: of two windows at one desk, the one that was typed in shows for as long before the other may. */
const typingHoldsMs = 10_000;
const nothingTyped = { formKey: '', at: Number.NEGATIVE_INFINITY };
/** Of a desk; a word of an older form is not under way any more. */
const endedKept = 50;
/** Assumed: nobody reads his number and makes room for the next in less. */
const handOutMs = 3000;
const idle: DisplayState = { kind: 'idle' };

export function openDisplayHub(): DisplayHub {
  const desks = new Map<string, Desk>();
  let queueTurn = 0;
  let isClosed = false;

  const deskOf = (name: string): Desk => {
    const known = desks.get(name);
    if (known) return known;
    const desk: Desk = {
      state: idle,
      formKey: '',
      ended: [],
      typed: nothingTyped,
      timer: undefined,
      touchedAt: 0,
      waiting: [],
      waitingTimer: undefined,
      watchers: 0,
      handsOutFrom: 0,
      changed: Promise.withResolvers(),
    };
    desks.set(name, desk);
    return desk;
  };

  const put = (desk: Desk, formKey: string, state: DisplayState): void => {
    clearTimeout(desk.timer);
    desk.timer = undefined;
    desk.formKey = formKey;
    desk.state = state;
    if (state.kind !== 'idle' && !isClosed) {
      desk.timer = setTimeout(() => free(desk), state.lastsSeconds * 1000);
      desk.timer.unref();
    }
    tell(desk);
  };

  /** What shows is over. */
  const free = (desk: Desk): void => {
    desk.touchedAt = 0;
    put(desk, '', idle);
    letIn(desk);
  };

  /** Shows what waits as soon as nothing holds the screen against it. */
  const letIn = (desk: Desk): void => {
    clearTimeout(desk.waitingTimer);
    const now = Date.now();
    desk.waiting = desk.waiting.filter(({ until }) => until > now);
    const next = desk.waiting.find(({ state }) => !isHeldFrom(desk, state, now));
    if (next) {
      desk.waiting = desk.waiting.filter((each) => each !== next);
      const left = Math.ceil((next.until - now) / 1000);
      put(desk, next.formKey, {
        ...next.state,
        lastsSeconds: next.state.kind === 'rating' ? ratingSeconds : left,
      });
    }
    if (desk.waiting.length === 0 || desk.state.kind !== 'rating') return;
    desk.waitingTimer = setTimeout(() => letIn(desk), Math.max(0, desk.touchedAt + touchHoldsMs - now));
    desk.waitingTimer.unref();
  };

  const take = (desk: Desk, formKey: string): void => {
    if (desk.typed.formKey === formKey) desk.typed = nothingTyped;
    desk.waiting = desk.waiting.filter((each) => each.state.kind !== 'mirror' || each.formKey !== formKey);
    if (desk.state.kind === 'mirror' && desk.formKey === formKey) free(desk);
  };

  /** Shows it now or when its turn comes; it takes the place of its like that waits. */
  const offer = (desk: Desk, formKey: string, state: Shown): void => {
    const isRating = state.kind === 'rating';
    const others = desk.waiting.filter((each) => (each.state.kind === 'rating') !== isRating);
    const own = { state, formKey, until: Date.now() + state.lastsSeconds * 1000 };
    desk.waiting = isRating ? [...others, own] : [own, ...others];
    letIn(desk);
  };

  return {
    show: (name, formKey, citizen, lastsSeconds) => {
      const desk = deskOf(name);
      if (!desk.ended.includes(formKey)) offer(desk, formKey, { kind: 'mirror', citizen, lastsSeconds });
    },
    clear: (name, formKey, ended) => {
      const desk = deskOf(name);
      if (ended) end(desk, formKey);
      take(desk, formKey);
    },
    clearAll: (formKey) => {
      for (const desk of desks.values()) take(desk, formKey);
    },
    thank: (name, formKey, thanks) => {
      const desk = deskOf(name);
      if (desk.formKey !== formKey && desk.waiting.every((each) => each.formKey !== formKey)) return;
      end(desk, formKey);
      offer(desk, formKey, { kind: 'thanks', ...thanks });
    },
    clearDesk: (name) => {
      const desk = deskOf(name);
      desk.typed = nothingTyped;
      desk.waiting = desk.waiting.filter(({ state }) => state.kind === 'rating');
      if (desk.state.kind === 'mirror' || desk.state.kind === 'thanks') free(desk);
    },
    mayType: (name, formKey, now) => {
      const desk = deskOf(name);
      const { typed } = desk;
      const isHeld = typed.formKey !== formKey && Math.abs(now - typed.at) < typingHoldsMs;
      if (!isHeld) desk.typed = { formKey, at: now };
      return !isHeld;
    },
    offerRating: (name, rating) => {
      offer(deskOf(name), '', { kind: 'rating', offer: rating, lastsSeconds: ratingSeconds });
    },
    keepRating: (name, code) => {
      const desk = deskOf(name);
      if (desk.state.kind !== 'rating' || desk.state.offer.code !== code) return;
      desk.touchedAt = Date.now();
      put(desk, '', desk.state);
      letIn(desk);
    },
    endRating: (name, code) => {
      const desk = deskOf(name);
      if (desk.state.kind === 'rating' && desk.state.offer.code === code) free(desk);
    },
    stateOf: (name) => deskOf(name).state,
    waitingAt: (name) => deskOf(name).waiting.find(({ until }) => until > Date.now())?.state.kind ?? null,
    isWatched: (name) => deskOf(name).watchers > 0,
    mayHandOut: (name, now) => {
      const desk = deskOf(name);
      if (now < desk.handsOutFrom) return false;
      desk.handsOutFrom = now + handOutMs;
      return true;
    },
    turnQueue: () => {
      queueTurn++;
      for (const desk of desks.values()) tell(desk);
    },
    watch: (name, signal) =>
      watch(
        deskOf(name),
        signal,
        () => queueTurn,
        () => isClosed,
      ),
    close: () => {
      isClosed = true;
      for (const desk of desks.values()) {
        clearTimeout(desk.waitingTimer);
        desk.waiting = [];
        put(desk, '', idle);
      }
    },
  };
}

function end(desk: Desk, formKey: string): void {
  desk.ended = [...desk.ended.filter((each) => each !== formKey), formKey].slice(-endedKept);
  if (desk.typed.formKey === formKey) desk.typed = nothingTyped;
}

function tell(desk: Desk): void {
  desk.changed.resolve();
  desk.changed = Promise.withResolvers();
}

/** Whether what shows must not give way yet. */
function isHeldFrom({ state, touchedAt }: Desk, next: Shown, now: number): boolean {
  if (state.kind === 'rating')
    return now - touchedAt < touchHoldsMs && (next.kind !== 'rating' || next.offer.code !== state.offer.code);
  return next.kind === 'rating' && state.kind !== 'idle';
}

/** States that follow one another faster than they are read are left out: only the newest counts. */
async function* watch(
  desk: Desk,
  signal: AbortSignal | undefined,
  queueTurn: () => number,
  isClosed: () => boolean,
): AsyncIterable<DisplayNews> {
  const aborted = Promise.withResolvers<void>();
  const onAbort = () => aborted.resolve();
  signal?.addEventListener('abort', onAbort);
  desk.watchers++;
  let told: DisplayState | undefined;
  try {
    while (!isClosed() && !signal?.aborted) {
      const { changed, state } = desk;
      // The same state is not told again: to a screen that would be a reason to let it stand for longer.
      yield { queueTurn: queueTurn(), ...(state !== told && { state }) };
      told = state;
      await Promise.race([changed.promise, aborted.promise]);
    }
  } finally {
    desk.watchers--;
    signal?.removeEventListener('abort', onAbort);
  }
}
