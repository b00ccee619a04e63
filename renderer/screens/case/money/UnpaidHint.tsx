import Button from '@mui/material/Button';
import { useState } from 'react';
import type { MoneyMethod } from '../../../../shared/domain/payment-events.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { paymentMethodLabels } from '../../../../shared/labels.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import styles from './Money.module.css';
import { useCaseMoney, useMoneyAct, useMoneyRole } from './use-money.ts';

/** Before a result goes out: what is still to be paid, and a way to take it without leaving the question. */
export function UnpaidHint({ caseId }: { caseId: number }) {
  const { data: money } = useCaseMoney(caseId);
  const { takes } = useMoneyRole();
  const act = useMoneyAct(caseId);
  const [taken, setTaken] = useState('');
  if (money === undefined) return null;
  if (money.openVnd + money.missingVnd === 0) {
    if (taken === '') return null;
    return (
      <p className={styles.hint} data-done role="status">
        {taken}
      </p>
    );
  }
  const open = money.payments.find(({ status }) => status === 'unpaid' || status === 'qrShown');
  const take = (method: MoneyMethod) => {
    if (!open) return;
    void act.run(
      () => act.confirm({ paymentId: open.id, version: open.version, method }),
      () => setTaken(`Đã thu ${formatMoney(open.amountVnd)}, ${paymentMethodLabels[method].toLowerCase()}`),
    );
  };
  return (
    <div className={styles.hint} role="status">
      <p>
        Chưa thu <b>{formatMoney(money.openVnd + money.missingVnd)}</b>
        {!open && ', chưa ghi khoản phải thu'}
      </p>
      {takes && open && (
        <div className={styles.acts} data-enter="skip">
          <Button size="small" disabled={act.pending} onClick={() => take('cash')}>
            Thu tiền mặt
          </Button>
          <Button size="small" disabled={act.pending} onClick={() => take('transfer')}>
            Đã thấy chuyển khoản
          </Button>
        </div>
      )}
      {act.error !== null && <ErrorNotice error={act.error} />}
    </div>
  );
}
