import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { BulkInput } from '../../../../shared/domain/bulk.ts';
import { usualAmount } from '../../../../shared/domain/fee-usual.ts';
import type { Channel } from '../../../../shared/domain/procedure.ts';
import type { CatalogueRow } from '../../../../shared/views.ts';
import { useTRPC } from '../../../api.ts';
import { useOnce } from '../../../components/use-once.ts';
import { describeError } from '../../../error-sentences.ts';
import type { TextPath } from '../FormField.tsx';
import { feePathOf } from '../fee-values.ts';
import { type IntakeValues, toReceiveInput } from '../intake-values.ts';
import { papersOf } from '../papers.ts';
import {
  faultsOfRow,
  feeOfOther,
  isEmptyRow,
  type RowFault,
  type RowValues,
  toBulkRow,
} from './bulk-values.ts';

type OneSlip = Required<Pick<BulkInput, 'hasAcknowledgement'>>;

/** Receives the whole list once, or says line by line what is wrong with it; then its own page opens. */
export function useBulk(
  catalogue: readonly CatalogueRow[],
  /** What the door says about the fee of each dossier, at its field. */
  onFeeFault: (path: TextPath, sentence: string) => void,
) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(trpc.batches.receive.mutationOptions());
  const [formKey] = useState(() => crypto.randomUUID());
  const [error, setError] = useState<unknown>(null);
  const [faults, setFaults] = useState<RowFault[]>([]);
  const isOver = useRef(false);

  /** The procedures beyond the list's own, each with its usual papers and fee, paid as the list is. */
  const otherProcedures = async (
    codes: readonly string[],
    channel: Channel,
    paid: BulkInput['procedures'][number]['fee'],
  ): Promise<BulkInput['procedures']> => {
    const found = codes.map(async (code) => {
      const { procedure } = await client.fetchQuery(trpc.catalogue.get.queryOptions({ code }));
      const papers = papersOf(procedure)
        .filter(({ ticked }) => ticked)
        .map(({ name, originals, copies, shown }) => ({ name, originals, photocopies: copies, shown }));
      return {
        code,
        papers,
        fee: feeOfOther(usualAmount(procedure.fee, channel), paid),
      };
    });
    return Promise.all(found);
  };

  const { run, pending } = useOnce(
    async (values: IntakeValues, rows: readonly RowValues[], slip: OneSlip) => {
      setError(null);
      const filled = rows.filter((row) => !isEmptyRow(row));
      const inputs = filled.map((row) => toBulkRow(row, values.procedureCode, catalogue));
      const found = filled.flatMap((row, index) => {
        const input = inputs[index];
        return input ? faultsOfRow(row, input) : [];
      });
      setFaults(found);
      if (found.length > 0 || filled.length === 0 || isOver.current) return;
      const own = toReceiveInput({ ...values, onBehalf: true });
      const others = [...new Set(inputs.map(({ procedureCode }) => procedureCode))];
      try {
        const done = await mutateAsync({
          formKey,
          giver: own.submitter ?? { name: '' },
          procedures: [
            { code: own.procedureCode, variant: own.variant ?? null, papers: own.papers, fee: own.fee },
            ...(await otherProcedures(
              others.filter((code) => code !== own.procedureCode),
              values.channel,
              own.fee,
            )),
          ],
          channel: own.channel,
          returnChannel: own.returnChannel,
          point: own.point,
          digitised: own.digitised,
          notes: values.summary,
          rows: inputs,
          ...slip,
          slips: values.slips,
        });
        isOver.current = true;
        await navigate(`/bien-ban/${done.batchId}`, { replace: true, state: { jobIds: done.jobIds } });
      } catch (refusal) {
        setError(refusal);
        for (const [path, sentence] of Object.entries(describeError(refusal).fields))
          if (path.startsWith('fee.')) onFeeFault(feePathOf(path) as TextPath, sentence);
      }
    },
  );
  return { receive: run, pending, error, faults };
}
