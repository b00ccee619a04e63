import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

/** Sends a failed slip once more, to the printer it had (null) or to another. */
export function useSlipRetry() {
  const trpc = useTRPC();
  const { mutateAsync } = useMutation(trpc.slips.mark.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const { run, pending } = useOnce(
    useCallback(
      async (id: number, printer: string | null) => {
        setError(null);
        try {
          await mutateAsync({ id, state: 'retry', ...(printer !== null && { printer }) });
        } catch (failure) {
          setError(failure);
        }
      },
      [mutateAsync],
    ),
  );
  return { run, pending, error };
}
