import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

/** Puts the acknowledgement of several cases on the print list, one after the other, with progress. */
export function useBatchPrint() {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.slips.print.mutationOptions());
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [error, setError] = useState<unknown>(null);
  const { run, pending } = useOnce(
    useCallback(
      async (ids: number[]) => {
        setError(null);
        setProgress({ done: 0, total: ids.length });
        try {
          for (const [index, caseId] of ids.entries()) {
            await mutateAsync({ caseId, forms: ['acknowledgement'] });
            setProgress({ done: index + 1, total: ids.length });
          }
        } catch (failure) {
          setError(failure);
        }
      },
      [mutateAsync],
    ),
  );
  return { print: run, pending, error, ...progress };
}
