import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { SlipForm } from '../../../shared/domain/intake.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { useOnce } from '../../components/use-once.ts';

type Step = (() => Promise<PrintJobRow[]>) | (() => Promise<PrintJobRow>);

/** Prints and reprints of one case, one at a time. */
export function usePrinting(caseId: number) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync: printSlips } = useMutation(trpc.slips.print.mutationOptions());
  const { mutateAsync: markSlip } = useMutation(trpc.slips.mark.mutationOptions());
  const { run, pending } = useOnce(
    useCallback(
      async (step: Step) => {
        setError(null);
        try {
          await step();
          await client.invalidateQueries({ queryKey: trpc.cases.get.queryKey({ id: caseId }) });
        } catch (failure) {
          setError(failure);
        }
      },
      [client, trpc, caseId],
    ),
  );
  return {
    pending,
    error,
    print: (forms: SlipForm[]) => run(() => printSlips({ caseId, forms })),
    /** @param printer null keeps the printer it had. */
    retry: (id: number, printer: string | null) =>
      run(() => markSlip({ id, state: 'retry', ...(printer !== null && { printer }) })),
  };
}
