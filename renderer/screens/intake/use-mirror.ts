import { useEffect } from 'react';
import type { Mirror } from '../../../shared/domain/second-screen.ts';
import { api, lastWords } from '../../api.ts';
import { mirrorOf } from './mirror-values.ts';
import type { IntakeForm } from './use-draft.ts';

/**
 * The first change after a pause goes at once, then no more than one in this time, the last one always: fewer than the door of the
 * local network allows a device for long.
 */
const throttleMs = 120;
/** Where no screen listens, it is enough that one which comes finds the form soon. */
const unwatchedMs = 1000;
/** A touched form is shown again in time before its mirror clears itself. */
const repeatMs = 10_000;

/**
 * Tells the second screen of this desk what the form holds, at each change and while somebody works on it. It goes from
 * there when the form is emptied and when its page goes away. Fails in silence: the case does not hang on it.
 */
export function useMirror(form: IntakeForm): void {
  useEffect(() => {
    const mirror = openMirror(() => mirrorOf(form.getValues()));
    const unsubscribe = form.subscribe({ formState: { values: true }, callback: mirror.change });
    const leave = () => mirror.leave();
    for (const sign of signs) window.addEventListener(sign, mirror.touch, { passive: true });
    window.addEventListener('pagehide', leave);
    return () => {
      unsubscribe();
      for (const sign of signs) window.removeEventListener(sign, mirror.touch);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [form]);
}

const signs = ['keydown', 'pointerdown', 'pointermove'] as const;

function openMirror(read: () => Mirror | null) {
  let shownKey = '';
  let shownAt = 0;
  let pause = throttleMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let isWaiting = false;
  let hasLeft = false;

  const send = async (): Promise<void> => {
    timer = undefined;
    // One at a time, so that no older state overtakes a newer one.
    isWaiting = isSending;
    if (isSending || document.visibilityState === 'hidden') return;
    const mirror = read();
    if (mirror === null && shownKey === '') return;
    isSending = true;
    try {
      if (mirror === null) {
        await api.secondScreen.clear.mutate({ formKey: shownKey });
        shownKey = '';
      } else {
        // Another form on the same page: the one before lets go of the screen.
        if (shownKey !== '' && shownKey !== mirror.formKey)
          await api.secondScreen.clear.mutate({ formKey: shownKey });
        if (hasLeft) return;
        shownKey = mirror.formKey;
        shownAt = Date.now();
        const { isWatched } = await api.secondScreen.show.mutate(mirror);
        pause = isWatched ? throttleMs : unwatchedMs;
      }
    } catch {
      pause = unwatchedMs;
    }
    isSending = false;
    if (isWaiting && !hasLeft) change();
  };
  const change = (): void => {
    timer ??= setTimeout(send, Math.max(0, shownAt + pause - Date.now()));
  };
  return {
    change,
    touch: (): void => {
      if (shownKey !== '' && Date.now() - shownAt > repeatMs) change();
    },
    leave: (): void => {
      hasLeft = true;
      clearTimeout(timer);
      if (shownKey === '') return;
      api.secondScreen.clear.mutate({ formKey: shownKey, ended: true }, lastWords).catch(() => undefined);
      shownKey = '';
    },
  };
}
