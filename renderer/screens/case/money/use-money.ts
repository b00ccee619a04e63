import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { isOpen } from '../../../../shared/domain/payment.ts';
import type { MoneyMethod } from '../../../../shared/domain/payment-events.ts';
import { useTRPC } from '../../../api.ts';
import { useOnce } from '../../../components/use-once.ts';
import { describeError } from '../../../error-sentences.ts';
import { useSession } from '../../../session.tsx';

/** Whether whoever sits here takes money, or may at least see it. */
export function useMoneyRole(): { takes: boolean; sees: boolean; leads: boolean } {
  const roles = useSession().person?.roles ?? [];
  const takes = roles.some((role) => role === 'clerk' || role === 'officer' || role === 'cashier');
  const leads = roles.includes('leader');
  return { takes, leads, sees: takes || leads };
}

/** The money of a case, kept fresh; undefined while it is read and for whoever may not see it. */
export function useCaseMoney(caseId: number) {
  const trpc = useTRPC();
  const { sees } = useMoneyRole();
  return useQuery({ ...trpc.payments.ofCase.queryOptions({ caseId }), enabled: sees });
}

type ToldMoney = NonNullable<ReturnType<typeof useCaseMoney>['data']>;

/** One act on money at a time; what it answers is what the screen shows next. A refusal reads the truth again. */
export function useMoneyAct(caseId: number) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const key = trpc.payments.ofCase.queryKey({ caseId });
  const { mutateAsync: demand } = useMutation(trpc.payments.demand.mutationOptions());
  const { mutateAsync: confirm } = useMutation(trpc.payments.confirm.mutationOptions());
  const { mutateAsync: refund } = useMutation(trpc.payments.refund.mutationOptions());
  const { mutateAsync: cancel } = useMutation(trpc.payments.cancel.mutationOptions());
  const { mutateAsync: noteReceipt } = useMutation(trpc.payments.noteReceipt.mutationOptions());
  const { run, pending } = useOnce(
    useCallback(
      async (act: () => ReturnType<typeof confirm>, onDone: () => void) => {
        setError(null);
        try {
          const money = await act();
          client.setQueryData(key, money);
          onDone();
        } catch (failure) {
          setError(failure);
          const { code } = describeError(failure);
          if (code === 'stale' || code === 'actNotAllowed') await client.invalidateQueries({ queryKey: key });
        }
      },
      [client, key],
    ),
  );
  /** Everything that is owed, one demand after the other; what is not demanded yet is demanded first. */
  const collect = async (money: ToldMoney, method: MoneyMethod): Promise<ToldMoney> => {
    const { missingVnd } = money;
    let after = missingVnd > 0 ? await demand({ caseId, amountVnd: missingVnd }) : money;
    for (const { id: paymentId, version } of after.payments.filter(isOpen))
      after = await confirm({ paymentId, version, method });
    return after;
  };
  return {
    run,
    collect,
    pending,
    error,
    clear: () => setError(null),
    demand,
    confirm,
    refund,
    cancel,
    noteReceipt,
  };
}

export type MoneyActing = ReturnType<typeof useMoneyAct>;
