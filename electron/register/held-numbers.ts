import type { Writer } from './connection.ts';

/** While a large register is being checked, no number is given: one that is wrong would be on paper for ever. */
const held = new WeakMap<Writer, Promise<unknown>>();

/** A number was asked for while none is given. */
export class NumbersHeld extends Error {
  override name = 'NumbersHeld';
  readonly until: Promise<unknown>;
  constructor(until: Promise<unknown>) {
    super('No number is given yet');
    this.until = until;
  }
}

/** @param isSound resolves false where no number is to be given any more; never rejects. */
export function holdNumbers(write: Writer, isSound: Promise<boolean>): void {
  held.set(write, isSound);
  void isSound.then((given) => given && held.delete(write));
}

export function refuseHeldNumbers(tx: Writer): void {
  const until = held.get(tx);
  if (until) throw new NumbersHeld(until);
}

/** Does something whole, and where it asked for a number too early once more, when numbers are given. */
export async function onceNumbersAreGiven<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof NumbersHeld)) throw error;
    await error.until;
    return act();
  }
}
