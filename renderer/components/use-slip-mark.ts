import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '../api.ts';
import { useOnce } from './use-once.ts';

export interface Mark {
  /** `opened`: the browser's print dialog is about to show it. */
  state: 'opened' | 'confirmed' | 'failed' | 'skipped' | 'retry';
  reason?: string;
  /** For `retry`: another printer than the one it had. */
  printer?: string;
  /** For `failed`: the copies that did come out. */
  copiesOut?: number[];
}

/** The clerk looked: nothing came out. */
export const notOut = { state: 'failed', reason: 'notOut' } as const satisfies Mark;

/**
 * Says what a person saw of slips or decides about them, one answer at a time; under way until the screen shows the
 * new state, so that no button of the old one is pressed again. `onDone` is not called when the door refused. Of
 * several slips, those that moved on meanwhile are left: `left` says how many.
 */
export function useSlipMark() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync: markOne } = useMutation(trpc.slips.mark.mutationOptions());
  const { mutateAsync: markMany } = useMutation(trpc.slips.markMany.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const [left, setLeft] = useState(0);
  const { run, pending } = useOnce(
    useCallback(
      async (ids: readonly number[], mark: Mark, onDone?: () => void) => {
        const [first] = ids;
        if (first === undefined) return;
        setError(null);
        setLeft(0);
        try {
          if (ids.length === 1) await markOne({ id: first, ...mark });
          else setLeft((await markMany({ ids: [...ids], ...mark })).left);
          onDone?.();
        } catch (failure) {
          setError(failure);
        }
        const shown = [trpc.slips.pathKey(), trpc.cases.get.pathKey()];
        await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })));
      },
      [client, markOne, markMany, trpc],
    ),
  );
  return { say: run, pending, error, left };
}
