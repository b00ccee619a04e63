import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '../../../api.ts';
import { useOnce } from '../../../components/use-once.ts';
import { useSession } from '../../../session.tsx';

/** Prints the fee note of a payment; a browser shows it for its own dialog. */
export function useNotePrinting(onShow: (jobIds: number[]) => void) {
  const { platform } = useSession();
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync } = useMutation(useTRPC().payments.printNote.mutationOptions());
  const { run, pending } = useOnce(
    useCallback(
      async (paymentId: number) => {
        setError(null);
        try {
          const { jobId } = await mutateAsync({ paymentId });
          if (platform === 'browser') onShow([jobId]);
        } catch (failure) {
          setError(failure);
        }
      },
      [mutateAsync, platform, onShow],
    ),
  );
  return { print: run, pending, error };
}
