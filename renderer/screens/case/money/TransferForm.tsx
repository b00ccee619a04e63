import { useState } from 'react';
import { formatMoney } from '../../../../shared/format.ts';
import { DateLines, DateNote } from '../../../components/DateLines.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { LabelledField } from '../../../components/LabelledField.tsx';
import type { MoneyFormProps } from './MoneyDialog.tsx';

/** A person saw the money in the account: his name, the time and what the bank wrote are kept. */
export function TransferForm({ payment, act, onClose }: MoneyFormProps) {
  const { id, version, amountVnd } = payment;
  const [reference, setReference] = useState('');
  return (
    <FormDialog
      title={`Đã thấy chuyển khoản ${formatMoney(amountVnd)}`}
      word="Đã thấy tiền"
      pending={act.pending}
      error={act.error}
      onSubmit={() =>
        void act.run(() => act.confirm({ paymentId: id, version, method: 'transfer', reference }), onClose)
      }
      onClose={onClose}
    >
      <LabelledField
        label="Số giao dịch ngân hàng (nếu có)"
        value={reference}
        onChange={(text) => setReference(text.slice(0, 60))}
        placeholder="FT25114…"
      />
      <DateLines>
        <DateNote>Chỉ bấm khi đã thấy tiền vào tài khoản. Tên người bấm và giờ được ghi lại.</DateNote>
      </DateLines>
    </FormDialog>
  );
}
