import { useState } from 'react';
import { noteReceiptSchema } from '../../../../shared/domain/payment-input.ts';
import { formatDay, parseTypedDay } from '../../../../shared/format.ts';
import styles from '../../../components/FormDialog.module.css';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { useOfficeNow } from '../../../session.tsx';
import type { MoneyFormProps } from './MoneyDialog.tsx';
import { useFaults } from './use-faults.ts';

/** The numbers of the official receipt, which another system makes. */
export function ReceiptForm({ payment, act, onClose }: MoneyFormProps) {
  const { id, version, receipt } = payment;
  const today = useOfficeNow().slice(0, 10);
  const [formSymbol, setFormSymbol] = useState(receipt?.formSymbol ?? '');
  const [symbol, setSymbol] = useState(receipt?.symbol ?? '');
  const [number, setNumber] = useState(receipt?.number ?? '');
  const [lookupCode, setLookupCode] = useState(receipt?.lookupCode ?? '');
  const [day, setDay] = useState(() => formatDay(receipt?.issuedOn ?? today));
  const { faults, check } = useFaults(noteReceiptSchema, act.error);
  const submit = () => {
    const issuedOn = day.trim() === '' ? null : (parseTypedDay(day) ?? day);
    const input = check({
      paymentId: id,
      version,
      receipt: { formSymbol, symbol, number, lookupCode, issuedOn },
    });
    if (input) void act.run(() => act.noteReceipt(input), onClose);
  };
  return (
    <FormDialog
      title="Số biên lai điện tử"
      word="Ghi số biên lai"
      pending={act.pending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LabelledField
        label="Số biên lai"
        value={number}
        onChange={setNumber}
        fault={faults['receipt.number']}
        faultText={number.trim() === '' ? 'Ghi số biên lai.' : 'Số biên lai gồm 1–8 chữ số.'}
        numeric
      />
      <div className={styles.pair}>
        <LabelledField
          label="Mẫu số"
          value={formSymbol}
          onChange={setFormSymbol}
          fault={faults['receipt.formSymbol']}
        />
        <LabelledField label="Ký hiệu" value={symbol} onChange={setSymbol} fault={faults['receipt.symbol']} />
        <LabelledField
          label="Mã tra cứu"
          value={lookupCode}
          onChange={setLookupCode}
          fault={faults['receipt.lookupCode']}
        />
        <LabelledField
          label="Ngày lập"
          value={day}
          onChange={setDay}
          fault={faults['receipt.issuedOn']}
          numeric
        />
      </div>
    </FormDialog>
  );
}
