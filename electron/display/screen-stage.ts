import type { DisplayState } from '../../shared/views-display.ts';

/**
 * What one screen shows and what waits for it to be free, each for its time. A rating that is being touched holds the screen,
 * and so does a form against a rating.
 */
export interface ScreenStage {
  state(): DisplayState;
  /** What comes when the screen is free, the next first. */
  waiting(): Shown['kind'] | null;
  /** Whether this form shows or waits. */
  has(formKey: string): boolean;
  /** Shows it now or when its turn comes; it takes the place of its like that waits. */
  offer(state: Shown, formKey: string): void;
  /** Takes away what fits, whether it shows or waits. */
  withdraw(fits: (state: Shown, formKey: string) => boolean): void;
  /** What shows is over, and what waits comes. */
  free(): void;
  /** Somebody touches what shows: it stands for its whole time again, and holds the screen for a while. */
  touch(): void;
  /** Ends with nothing on the screen. */
  close(): void;
}

export type Shown = Exclude<DisplayState, { kind: 'idle' }>;

interface Waiting {
  state: Shown;
  formKey: string;
  /** Epoch milliseconds: later it is not worth showing any more. */
  until: number;
}

/** How long an offered rating stands, or waits: Assumed: who was not asked within a minute has left. */
export const ratingSeconds = 60;
/** Assumed: who reads the next question touches nothing for as long as this. */
const touchHoldsMs = 20_000;
const idle: DisplayState = { kind: 'idle' };

/** `tell` hears of each change of what shows. */
export function openScreenStage(tell: () => void): ScreenStage {
  let shown: DisplayState = idle;
  let shownForm = '';
  let shownTimer: NodeJS.Timeout | undefined;
  /** When somebody last touched what shows. */
  let touchedAt = 0;
  /** A form at most, and after it a rating at most. */
  let line: Waiting[] = [];
  let lineTimer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const put = (state: DisplayState, formKey: string): void => {
    clearTimeout(shownTimer);
    shownForm = formKey;
    shown = state;
    shownTimer = undefined;
    if (state.kind !== 'idle' && !isClosed) shownTimer = setTimeout(free, state.lastsSeconds * 1000).unref();
    tell();
  };

  const free = (): void => {
    touchedAt = 0;
    put(idle, '');
    letIn();
  };

  /** Shows what waits as soon as nothing holds the screen against it. */
  const letIn = (): void => {
    clearTimeout(lineTimer);
    const now = Date.now();
    line = line.filter(({ until }) => until > now);
    const next = line.find(({ state }) => !isHeldFrom(shown, touchedAt, state, now));
    if (next) {
      line = line.filter((each) => each !== next);
      const left = Math.ceil((next.until - now) / 1000);
      const lastsSeconds = next.state.kind === 'rating' ? ratingSeconds : left;
      put({ ...next.state, lastsSeconds }, next.formKey);
    }
    if (line.length === 0 || shown.kind !== 'rating') return;
    lineTimer = setTimeout(letIn, Math.max(0, touchedAt + touchHoldsMs - now)).unref();
  };

  return {
    state: () => shown,
    waiting: () => line.find(({ until }) => until > Date.now())?.state.kind ?? null,
    has: (formKey) => shownForm === formKey || line.some((each) => each.formKey === formKey),
    offer: (state, formKey) => {
      const isRating = state.kind === 'rating';
      const others = line.filter((each) => (each.state.kind === 'rating') !== isRating);
      const own = { state, formKey, until: Date.now() + state.lastsSeconds * 1000 };
      line = isRating ? [...others, own] : [own, ...others];
      letIn();
    },
    withdraw: (fits) => {
      line = line.filter(({ state, formKey }) => !fits(state, formKey));
      if (shown.kind !== 'idle' && fits(shown, shownForm)) free();
    },
    free,
    touch: () => {
      touchedAt = Date.now();
      put(shown, shownForm);
      letIn();
    },
    close: () => {
      isClosed = true;
      clearTimeout(lineTimer);
      line = [];
      put(idle, '');
    },
  };
}

/** Whether what shows must not give way yet. */
function isHeldFrom(shown: DisplayState, touchedAt: number, next: Shown, now: number): boolean {
  if (shown.kind === 'rating')
    return now - touchedAt < touchHoldsMs && (next.kind !== 'rating' || next.offer.code !== shown.offer.code);
  return next.kind === 'rating' && shown.kind !== 'idle';
}
