import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { FeeQuestion } from '../../../shared/domain/fee.ts';
import { documentsOf, quoteFee } from '../../../shared/domain/fee-quote.ts';
import { type FeeSettings, feeRuleOf } from '../../../shared/domain/fee-rule.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow } from '../../session.tsx';
import { feeFactsOf, typedAmount } from './fee-values.ts';
import type { IntakeValues } from './intake-values.ts';
import { useChosenProcedure } from './use-procedure.ts';

type Priced = Pick<IntakeValues, 'fee' | 'papers' | 'channel'>;

/** What the form asks of the price: the same question as the door's. */
export function feeQuestionOf(
  { fee, papers, channel }: Priced,
  procedure: Pick<Procedure, 'fee'>,
  settings: FeeSettings,
  receivedOn: string,
): FeeQuestion {
  const facts = feeFactsOf(fee);
  const counted = papers
    .filter(({ ticked }) => ticked)
    .map(({ pages, copies }) => ({ pages, certifiedCopies: 0, photocopies: copies }));
  const documents = documentsOf(counted, facts.copies);
  return { rule: feeRuleOf(procedure.fee), settings, facts, channel, receivedOn, documents };
}

const noSettings: FeeSettings = { exemptGroups: [], extras: [] };

/** Who is exempt, and what the office charges beside the procedures. */
export function useFeeSettings(): FeeSettings {
  const trpc = useTRPC();
  return useQuery({ ...trpc.setup.fees.queryOptions(), staleTime: 300_000 }).data ?? noSettings;
}

/** The price of the form as it stands; undefined before a procedure is chosen. */
export function useFeeQuestion(receivedOn?: string): FeeQuestion | undefined {
  const today = useOfficeNow().slice(0, 10);
  const [fee, papers, channel] = useWatch<IntakeValues, readonly ['fee', 'papers', 'channel']>({
    name: ['fee', 'papers', 'channel'],
  });
  const settings = useFeeSettings();
  const procedure = useChosenProcedure();
  return procedure && feeQuestionOf({ fee, papers, channel }, procedure, settings, receivedOn ?? today);
}

/**
 * Keeps the amount with the price, unless the clerk typed another one. It is written with the change itself and not when the
 * screen is drawn again: the next key may be the one that receives. Of a case that is put right (`receivedOn`) the amount
 * stays until something that it rests on is changed.
 */
export function useFeeFollows(receivedOn?: string): void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const form = useFormContext<IntakeValues>();
  const today = useOfficeNow().slice(0, 10);
  const settings = useFeeSettings();
  const procedure = useChosenProcedure();
  const opened = useRef<string>(undefined);
  const follow = useCallback(() => {
    const values = form.getValues();
    const { procedureCode: code, fee } = values;
    const known = client.getQueryData(trpc.catalogue.get.queryKey({ code }))?.procedure;
    if (code === '' || known === undefined || fee.isTyped) return;
    const question = feeQuestionOf(values, known, settings, receivedOn ?? today);
    if (receivedOn !== undefined) {
      const { settings: _, ...basis } = question;
      const key = JSON.stringify([code, basis]);
      opened.current ??= key;
      if (opened.current === key) return;
      opened.current = '';
    }
    const amount = typedAmount(quoteFee(question).totalVnd);
    if (amount !== fee.amount) form.setValue('fee.amount', amount);
  }, [form, client, trpc, settings, receivedOn, today]);
  useEffect(() => {
    if (procedure !== undefined) follow();
    return form.subscribe({ formState: { values: true }, callback: follow });
  }, [form, follow, procedure]);
}
