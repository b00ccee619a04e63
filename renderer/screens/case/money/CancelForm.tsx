import { useState } from 'react';
import { cancelPaymentSchema } from '../../../../shared/domain/payment-input.ts';
import { formatMoney } from '../../../../shared/format.ts';
import { ApprovalFields, useApproval } from '../../../components/ApprovalFields.tsx';
import { DateLines, DateNote } from '../../../components/DateLines.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import type { MoneyFormProps } from './MoneyDialog.tsx';
import { useFaults } from './use-faults.ts';

/** Voids it: the note keeps its number, what was paid goes back whole, and a second person is named where money goes back. */
export function CancelForm({ payment, act, onClose }: MoneyFormProps) {
  const { id, version, noteNo, refundableVnd, approvers } = payment;
  const [reason, setReason] = useState('');
  const approval = useApproval();
  const isAsked = approvers !== null;
  const { faults, check } = useFaults(cancelPaymentSchema, act.error);
  const word = noteNo === '' ? 'Hủy khoản này' : 'Hủy phiếu thu';
  const submit = () => {
    const input = check({ paymentId: id, version, reason });
    const second = isAsked && approval.given !== null ? { approval: approval.given } : {};
    if (input) void act.run(() => act.cancel({ ...input, ...second }), onClose);
  };
  return (
    <FormDialog
      title={noteNo === '' ? word : `${word} ${noteNo}`}
      word={word}
      pending={act.pending}
      error={act.error}
      disabled={isAsked && approval.given === null}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.cancelPayment}
        fault={faults.reason}
      />
      {isAsked && <ApprovalFields approval={approval} among={approvers} />}
      <DateLines>
        <DateNote>
          {refundableVnd > 0
            ? `Trả lại người dân ${formatMoney(refundableVnd)}. Phiếu giữ số, ghi là đã hủy; mức thu được thu lại sau.`
            : 'Chưa thu đồng nào. Khoản này ghi là đã hủy; mức thu được ghi lại sau.'}
        </DateNote>
      </DateLines>
    </FormDialog>
  );
}
