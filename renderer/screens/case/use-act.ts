import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import type { actSchema } from '../../../shared/domain/case-flow.ts';
import type { SlipForm } from '../../../shared/domain/forms.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseDetail } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

/** What an act is told; what has a default may be left out. */
export type ActInput = z.input<typeof actSchema>;

export interface Acting {
  pending: boolean;
  /** What was refused last, shown on the page. */
  error: unknown;
  /** The version of the case that the last act from this window made; null before the first. */
  madeVersion: number | null;
  /** Does the act once; `onDone` is called with the new state on the screen, not when it was refused. */
  run: (input: ActInput, slips: SlipForm[], onDone: () => void) => Promise<void>;
  /** The case moved on under an open question: says who was quicker. */
  overtaken: (by?: string) => void;
  /** Forgets the last refusal. */
  clear: () => void;
}

/**
 * One act at a time on the version that is on the screen. Where somebody else was quicker, the newer state is read
 * and the sentence says so. `onSlips` gets the print jobs of the slips that went with it.
 */
export function useAct(detail: CaseDetail, onSlips: (jobIds: number[]) => void): Acting {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.cases.act.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const [madeVersion, setMade] = useState<number | null>(null);
  const { id, prints } = detail;
  const { version } = detail.state;
  const { run, pending } = useOnce(
    useCallback(
      async (input: ActInput, slips: SlipForm[], onDone: () => void) => {
        setError(null);
        const key = trpc.cases.get.queryKey({ id });
        try {
          const next = await mutateAsync({ id, version, act: input, slips });
          // Together, so that the question is gone before its act is.
          onDone();
          client.setQueryData(key, next);
          setMade(next.state.version);
          const known = new Set(prints.map((print) => print.id));
          onSlips(next.prints.filter((print) => !known.has(print.id)).map((print) => print.id));
        } catch (failure) {
          setError(failure);
          const { code } = describeError(failure);
          if (code === 'stale' || code === 'actNotAllowed') await client.invalidateQueries({ queryKey: key });
        }
      },
      [client, mutateAsync, trpc, id, version, prints, onSlips],
    ),
  );
  return {
    pending,
    error,
    madeVersion,
    run,
    overtaken: (by) => setError(new AppError('stale', { by })),
    clear: () => setError(null),
  };
}
