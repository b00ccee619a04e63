import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { QueueView } from '../../../shared/views-queue.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

/** The acts on the queue, one at a time; each answers the queue as it is then, and a refusal asks for it again. */
export function useQueueActs() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const callNext = useMutation(trpc.queue.callNext.mutationOptions()).mutateAsync;
  const callAgain = useMutation(trpc.queue.callAgain.mutationOptions()).mutateAsync;
  const absent = useMutation(trpc.queue.absent.mutationOptions()).mutateAsync;
  const served = useMutation(trpc.queue.served.mutationOptions()).mutateAsync;
  const left = useMutation(trpc.queue.left.mutationOptions()).mutateAsync;
  const { run, pending } = useOnce(async (act: () => Promise<QueueView>) => {
    setError(null);
    try {
      client.setQueryData(trpc.queue.state.queryKey(), await act());
    } catch (refusal) {
      setError(refusal);
      await client.invalidateQueries({ queryKey: trpc.queue.pathKey() });
    }
  });
  return {
    pending,
    error,
    callNext: (serving: number | null, group: string | undefined) =>
      run(() => callNext({ serving, ...(group !== undefined && { group }) })),
    callAgain: (id: number) => run(() => callAgain({ id })),
    absent: (id: number) => run(() => absent({ id })),
    served: (id: number) => run(() => served({ id })),
    left: (id: number) => run(() => left({ id })),
  };
}
