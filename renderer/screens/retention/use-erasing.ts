import { useState } from 'react';
import { type Approval, useApproval } from '../../components/ApprovalFields.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';

/**
 * An act of erasing with its second manager. What both were shown stands still, and the act is asked for just that. Where it is
 * refused because the register moved on, it is shown anew below that refusal, and he types again.
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
      approval.setSecret('');
      if (hasMoved(refusal)) setShown((await rehearsal.refetch()).data);
      setError(refusal);
    }
  });
  const [moved, other] = hasMoved(error) ? [error, null] : [null, error];
  return { shown, approval, moved, error: other, erase };
}

/** Refused because the register is no longer what was shown. */
function hasMoved(error: unknown): boolean {
  const code = error === null ? undefined : describeError(error).code;
  return code === 'stale' || code === 'actNotAllowed';
}
