import { useState } from 'react';
import { type Approval, useApproval } from '../../components/ApprovalFields.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

/**
 * An act of erasing with its second manager. What both were shown stands still, and the act is asked for just that. Where it is
 * refused because the register moved on, it is shown anew, and he types again.
 * @param rehearsal kept for no longer than the dialog is open: what another time was shown is no start.
 */
export function useErasing<Erasure>(
  rehearsal: { data: Erasure | undefined; refetch: () => Promise<{ data: Erasure | undefined }> },
  act: (shown: Erasure, approval: Approval) => Promise<void>,
) {
  const approval = useApproval();
  const [shown, setShown] = useState(rehearsal.data);
  if (shown === undefined && rehearsal.data !== undefined) setShown(rehearsal.data);
  const [error, setError] = useState<unknown>(null);
  const erase = useOnce(async () => {
    if (approval.given === null || shown === undefined) return;
    setError(null);
    try {
      await act(shown, approval.given);
    } catch (refusal) {
      setError(refusal);
      approval.setSecret('');
      const { code } = describeError(refusal);
      if (code === 'stale' || code === 'actNotAllowed')
        void rehearsal.refetch().then(({ data }) => setShown(data));
    }
  });
  return { shown, approval, error, erase };
}
