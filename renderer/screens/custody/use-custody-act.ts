import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

/** One act on one of the cases; afterwards, and after a refusal too, the lists are read again. */
export function useCustodyAct() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync } = useMutation(trpc.cases.act.mutationOptions());
  const [error, setError] = useState<unknown>(null);
  const { run, pending } = useOnce(
    async (input: Parameters<typeof mutateAsync>[0], onDone: () => void = () => undefined) => {
      setError(null);
      try {
        await mutateAsync(input);
        onDone();
      } catch (refusal) {
        setError(refusal);
      }
      await client.invalidateQueries({ queryKey: trpc.custody.pathKey() });
    },
  );
  return { run, pending, error, clear: () => setError(null) };
}
