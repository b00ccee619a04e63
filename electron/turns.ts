/** Works that are done one after the other, whatever becomes of those before. */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>;
  /** When everything that was asked for by now is done. */
  done(): Promise<void>;
}

export function openTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    take: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
    done: async () => {
      await last;
    },
  };
}
