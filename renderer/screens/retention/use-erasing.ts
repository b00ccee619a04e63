import { useState } from 'react';
import { type Approval, useApproval } from '../../components/ApprovalFields.tsx';
import { useOnce } from '../../components/use-once.ts';

/**
 * An act of erasing with its second manager. Refused, it is rehearsed anew, because the figures may have moved, and he types again.
 * @param act undefined while nothing was rehearsed yet.
 */
export function useErasing(
  rehearsal: { refetch: () => Promise<unknown> },
  act: ((approval: Approval) => Promise<void>) | undefined,
) {
  const approval = useApproval();
  const [error, setError] = useState<unknown>(null);
  const erase = useOnce(async () => {
    if (approval.given === null || act === undefined) return;
    setError(null);
    try {
      await act(approval.given);
    } catch (refusal) {
      setError(refusal);
      approval.setSecret('');
      void rehearsal.refetch();
    }
  });
  return { approval, error, erase };
}
