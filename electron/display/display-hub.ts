import { type DeskScreen, openDeskScreen } from './desk-screen.ts';

/** The screens for citizens, one for each desk. */
export interface DisplayHub {
  at(desk: string): DeskScreen;
  /** Takes a form away at every desk where it shows or waits; it may come back. */
  clear(formKey: string): void;
  /** Tells every screen that the queue, or what is set for it, changed. */
  turnQueue(): void;
  close(): void;
}

export function openDisplayHub(): DisplayHub {
  const screens = new Map<string, DeskScreen>();
  let queueTurn = 0;
  let isClosed = false;
  return {
    at: (desk) => {
      const known = screens.get(desk);
      if (known) return known;
      const screen = openDeskScreen(() => queueTurn);
      if (isClosed) screen.close();
      screens.set(desk, screen);
      return screen;
    },
    clear: (formKey) => {
      for (const screen of screens.values()) screen.clear(formKey, false);
    },
    turnQueue: () => {
      queueTurn++;
      for (const screen of screens.values()) screen.tell();
    },
    close: () => {
      isClosed = true;
      for (const screen of screens.values()) screen.close();
    },
  };
}
