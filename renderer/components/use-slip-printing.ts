import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SlipForm } from '../../shared/domain/forms.ts';
import { useTRPC } from '../api.ts';
import { useSession } from '../session.tsx';
import { isUnderWay, isUnprinted } from './print-states.ts';
import { useOnce } from './use-once.ts';

/** Which slips of a case: these forms, or whatever has not come out yet. */
export type WantedSlips = readonly SlipForm[] | 'unprinted';

/**
 * Prints slips of one or many cases, one batch at a time. A slip that still waits is printed, never made again: only
 * what has come out becomes a reprint. In the desktop app the printer does the rest, and `preview` holds the slips that
 * may be out already, for the clerk to say; in a browser it holds all of them, for the clerk's own print dialog.
 * Until `closePreview`.
 */
export function useSlipPrinting() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { platform } = useSession();
  const [error, setError] = useState<unknown>(null);
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [preview, setPreview] = useState<number[]>([]);
  const { mutateAsync: request } = useMutation(trpc.slips.print.mutationOptions());
  const { mutateAsync: mark } = useMutation(trpc.slips.mark.mutationOptions());

  const jobsOf = useCallback(
    /** Answers the slips of this case that a person must see. */
    async (caseId: number, wanted: WantedSlips): Promise<number[]> => {
      const known = await client.fetchQuery({
        ...trpc.slips.jobs.queryOptions({ caseId }),
        staleTime: 0,
      });
      const waiting = known.filter(
        (job) => isUnprinted(job) && (wanted === 'unprinted' || wanted.some((form) => form === job.form)),
      );
      const isDesktop = platform === 'electron';
      for (const job of isDesktop ? waiting : []) {
        if (isUnderWay(job) || job.state === 'unknown') continue;
        await mark({ id: job.id, state: 'retry' });
      }
      const forms =
        wanted === 'unprinted' ? [] : wanted.filter((form) => waiting.every((job) => job.form !== form));
      const made = forms.length > 0 ? await request({ caseId, forms: [...forms] }) : [];
      const shown = isDesktop ? waiting.filter((job) => job.state === 'unknown') : [...waiting, ...made];
      return shown.map(({ id }) => id);
    },
    [client, trpc, platform, mark, request],
  );

  const { run, pending } = useOnce(
    useCallback(
      async (caseIds: readonly number[], wanted: WantedSlips) => {
        setError(null);
        setProgress({ done: 0, total: caseIds.length });
        const ids: number[] = [];
        try {
          for (const [index, caseId] of caseIds.entries()) {
            ids.push(...(await jobsOf(caseId, wanted)));
            setProgress({ done: index + 1, total: caseIds.length });
          }
        } catch (failure) {
          setError(failure);
        }
        setPreview(ids);
      },
      [jobsOf],
    ),
  );
  return {
    print: run,
    pending,
    error,
    progress,
    preview,
    show: setPreview,
    closePreview: () => setPreview([]),
  };
}
