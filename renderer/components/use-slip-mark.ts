import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { PrintJobRow } from '../../shared/views.ts';
import { useTRPC } from '../api.ts';
import { useOnce } from './use-once.ts';

export interface Mark {
  state: 'confirmed' | 'failed' | 'skipped' | 'retry';
  reason?: string;
  /** Another printer than the one it had. */
  printer?: string;
}

/** The clerk looked: nothing came out. */
export const notOut = { state: 'failed', reason: 'notOut' } as const satisfies Mark;

/** The answers that send a slip to the printer once more; one that a browser left waiting did not come out. */
export function againFrom({ state }: Pick<PrintJobRow, 'state'>, printer?: string): Mark[] {
  const again = { state: 'retry', ...(printer !== undefined && { printer }) } as const;
  return state === 'ready' ? [notOut, again] : [again];
}

/**
 * Says what a person saw of slips or decides about them, one answer at a time; under way until the screen shows the
 * new state, so that no button of the old one is pressed again. `onDone` is not called when the door refused.
 */
export function useSlipMark() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.slips.mark.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const { run, pending } = useOnce(
    useCallback(
      async (ids: readonly number[], marks: Mark | readonly Mark[], onDone?: () => void) => {
        setError(null);
        try {
          for (const id of ids) {
            for (const mark of [marks].flat()) await mutateAsync({ id, ...mark });
          }
          onDone?.();
        } catch (failure) {
          setError(failure);
        }
        const shown = [trpc.slips.pathKey(), trpc.cases.get.pathKey()];
        await Promise.all(shown.map((queryKey) => client.invalidateQueries({ queryKey })));
      },
      [client, mutateAsync, trpc],
    ),
  );
  return { say: run, pending, error };
}
