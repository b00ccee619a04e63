import { useState } from 'react';
import type { MoneyMethod } from '../../../../shared/domain/payment-events.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { paymentMethodLabels } from '../../../../shared/labels.ts';
import { useCaseMoney, useMoneyAct, useMoneyRole } from './use-money.ts';

/** What a case still owes, and how it is taken on the way out. */
export function useOwed(caseId: number) {
  const { data: money } = useCaseMoney(caseId);
  const { takes } = useMoneyRole();
  const act = useMoneyAct(caseId);
  const [taken, setTaken] = useState('');
  const owedVnd = money === undefined ? 0 : money.openVnd + money.missingVnd;
  /** Takes all of it; answers whether it was taken. */
  const take = async (method: MoneyMethod): Promise<boolean> => {
    let isTaken = false;
    if (money === undefined) return isTaken;
    await act.run(
      () => act.collect(money, method),
      () => {
        isTaken = true;
        setTaken(`Đã thu ${formatMoney(owedVnd)}, ${paymentMethodLabels[method].toLowerCase()}`);
      },
    );
    return isTaken;
  };
  return {
    owedVnd,
    takes,
    isShown: money?.payments.some(({ status }) => status === 'qrShown') ?? false,
    /** What was taken from here; empty before. */
    taken,
    take,
    pending: act.pending,
    error: act.error,
  };
}

export type Owed = ReturnType<typeof useOwed>;
