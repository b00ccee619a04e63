import { useState } from 'react';
import { type MoneyMethod, moneyMethods } from '../../../../shared/domain/payment-events.ts';
import { refundPaymentSchema } from '../../../../shared/domain/payment-input.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { paymentMethodLabels } from '../../../../shared/labels.ts';
import { ApprovalFields, useApproval } from '../../../components/ApprovalFields.tsx';
import styles from '../../../components/FormDialog.module.css';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { MoneyField } from '../acts/MoneyField.tsx';
import type { MoneyFormProps } from './MoneyDialog.tsx';
import { focusFirstFault, useFaults } from './use-faults.ts';

/** A part or all of it goes back, by hand or over the account. */
export function RefundForm(props: MoneyFormProps & { proposedVnd: number | undefined }) {
  const { payment, act, onClose, proposedVnd = props.payment.refundableVnd } = props;
  const { id, version, refundableVnd, approvers } = payment;
  const [amountVnd, setAmount] = useState<number | null>(Math.min(proposedVnd, refundableVnd));
  const paidBy = moneyMethods.find((known) => known === payment.method) ?? 'cash';
  // Only what was paid online can go back that way.
  const ways = moneyMethods.filter((way) => way !== 'onlinePayment' || way === paidBy);
  const [method, setMethod] = useState<MoneyMethod>(paidBy);
  const [reason, setReason] = useState('');
  const approval = useApproval();
  const isAsked = approvers !== null;
  const { faults, check } = useFaults(refundPaymentSchema, act.error);
  const isTooMuch = (amountVnd ?? 0) > refundableVnd;
  const submit = () => {
    // The field says how much rests.
    if (isTooMuch) return focusFirstFault();
    const input = check({ paymentId: id, version, amountVnd, method, reason });
    const second = isAsked && approval.given !== null ? { approval: approval.given } : {};
    if (input) void act.run(() => act.refund({ ...input, ...second }), onClose);
  };
  return (
    <FormDialog
      title={`Hoàn tiền, còn ${formatMoney(refundableVnd)}`}
      word="Hoàn tiền"
      pending={act.pending}
      error={act.error}
      disabled={isAsked && approval.given === null}
      onSubmit={submit}
      onClose={onClose}
    >
      <MoneyField
        label="Số tiền hoàn"
        value={amountVnd}
        onChange={setAmount}
        fault={isTooMuch ? 'tooBig' : faults.amountVnd}
        faultText={isTooMuch ? `Nhiều nhất ${formatMoney(refundableVnd)}.` : undefined}
      />
      <div>
        <p className={styles.label}>Hoàn bằng</p>
        <Segmented
          label="Hoàn bằng"
          wide
          value={method}
          options={ways.map((value) => ({ value, label: paymentMethodLabels[value] }))}
          onChange={setMethod}
        />
      </div>
      <ReasonField value={reason} onChange={setReason} phrases={reasonPhrases.refund} fault={faults.reason} />
      {isAsked && <ApprovalFields approval={approval} among={approvers} />}
    </FormDialog>
  );
}
