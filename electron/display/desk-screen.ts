import type { CitizenView, DisplayNews, DisplayState, RatingOffer } from '../../shared/views-display.ts';
import { openScreenStage, ratingSeconds } from './screen-stage.ts';
import { openScreenWatch } from './screen-watch.ts';

/**
 * The screen for citizens of one desk. In memory alone: nothing of it is written, all of it goes away by itself, and a new
 * form takes the whole place of the one before. Nobody is shown another's things while he uses the screen.
 */
export interface DeskScreen {
  /** Shows a form that is being filled in, or shows it again; a form that has ended is not shown any more. */
  show(formKey: string, citizen: CitizenView, lastsSeconds: number): void;
  /** Takes a form away, if it is the one that shows or waits. `ended`: it never comes back, also not by a word under way. */
  clear(formKey: string, ended: boolean): void;
  /** The form that shows or waits became a case; any other form says nothing here. */
  thank(formKey: string, thanks: Thanks): void;
  /** Takes every form and thanks away: somebody else works there. A rating stays in the citizen's hands. */
  clearForms(): void;
  /**
   * Whether this form may be shown as it is typed: another that was typed just before holds the screen (epoch milliseconds).
   * Yes counts.
   */
  mayType(formKey: string, now: number): boolean;
  offerRating(offer: RatingOffer): void;
  /** Somebody touches the offered rating: it stays. */
  keepRating(code: string): void;
  /** The offered rating was answered or put away. */
  endRating(code: string): void;
  state(): DisplayState;
  /** What waits for the screen to be free, the next first. */
  waiting(): DisplayState['kind'] | null;
  isWatched(): boolean;
  /** Whether the screen may hand out a number at this moment (epoch milliseconds): not right after the last one. Yes counts. */
  mayHandOut(now: number): boolean;
  /** The queue, or what is set for it, changed. */
  tell(): void;
  /** The whole state, now and at each change, until the signal or the end of the counter. */
  follow(signal: AbortSignal | undefined): AsyncIterable<DisplayNews>;
  close(): void;
}

interface Thanks {
  citizen: CitizenView;
  caseCode: string;
  lastsSeconds: number;
}

/** Assumed: of two windows at one desk, the one that was typed in shows for as long before the other may. */
const typingHoldsMs = 10_000;
const nothingTyped = { formKey: '', at: Number.NEGATIVE_INFINITY };
/** A word of an older form is not under way any more. */
const endedKept = 50;
/** Assumed: nobody reads his number and makes room for the next in less. */
const handOutMs = 3000;

export function openDeskScreen(queueTurn: () => number): DeskScreen {
  const stage = openScreenStage(() => watch.tell());
  const watch = openScreenWatch(stage.state, queueTurn);
  /** Forms that ended, the last ones. */
  let ended: string[] = [];
  /** The form that was typed last, and when (epoch milliseconds). */
  let typed = nothingTyped;
  /** No number is handed out before; epoch milliseconds. */
  let handsOutFrom = 0;

  const release = (formKey: string): void => {
    if (typed.formKey === formKey) typed = nothingTyped;
  };
  const end = (formKey: string): void => {
    ended = [...ended.filter((each) => each !== formKey), formKey].slice(-endedKept);
    release(formKey);
  };
  const showsRating = (code: string): boolean => {
    const state = stage.state();
    return state.kind === 'rating' && state.offer.code === code;
  };

  return {
    show: (formKey, citizen, lastsSeconds) => {
      if (!ended.includes(formKey)) stage.offer({ kind: 'mirror', citizen, lastsSeconds }, formKey);
    },
    clear: (formKey, isEnded) => {
      if (isEnded) end(formKey);
      release(formKey);
      stage.withdraw((state, each) => state.kind === 'mirror' && each === formKey);
    },
    thank: (formKey, thanks) => {
      if (!stage.has(formKey)) return;
      end(formKey);
      stage.offer({ kind: 'thanks', ...thanks }, formKey);
    },
    clearForms: () => {
      typed = nothingTyped;
      stage.withdraw((state) => state.kind !== 'rating');
    },
    mayType: (formKey, now) => {
      const isHeld = typed.formKey !== formKey && Math.abs(now - typed.at) < typingHoldsMs;
      if (!isHeld) typed = { formKey, at: now };
      return !isHeld;
    },
    offerRating: (offer) => stage.offer({ kind: 'rating', offer, lastsSeconds: ratingSeconds }, ''),
    keepRating: (code) => {
      if (showsRating(code)) stage.touch();
    },
    endRating: (code) => {
      if (showsRating(code)) stage.free();
    },
    state: stage.state,
    waiting: stage.waiting,
    isWatched: watch.isWatched,
    mayHandOut: (now) => {
      if (now < handsOutFrom) return false;
      handsOutFrom = now + handOutMs;
      return true;
    },
    tell: watch.tell,
    follow: watch.follow,
    close: () => {
      watch.close();
      stage.close();
    },
  };
}
