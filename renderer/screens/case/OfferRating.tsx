import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useTRPC } from '../../api.ts';

/**
 * After a result was given back at the counter: asks the citizen for a rating on his screen, by itself where one is connected.
 * What he answers never comes back here.
 */
export function OfferRating({ caseId }: { caseId: number }) {
  const trpc = useTRPC();
  const { data: truth } = useQuery(trpc.secondScreen.state.queryOptions());
  const { mutate, isSuccess, isPending } = useMutation(trpc.secondScreen.offerRating.mutationOptions());
  const offer = useCallback(() => mutate({ caseId }), [mutate, caseId]);
  const isOffered = useRef(false);
  const isConnected = truth?.isConnected ?? false;
  useEffect(() => {
    if (!isConnected || isOffered.current) return;
    isOffered.current = true;
    offer();
  }, [isConnected, offer]);
  if (!isConnected) return null;
  return (
    <Button variant="text" disabled={isPending} onClick={offer}>
      {isSuccess ? 'Mời đánh giá lại trên màn hình' : 'Mời đánh giá trên màn hình'}
    </Button>
  );
}
