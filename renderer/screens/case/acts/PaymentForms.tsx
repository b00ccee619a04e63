import { useState } from 'react';
import { formatMoney } from '../../../../shared/format.ts';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import styles from '../../../components/FormDialog.module.css';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { MoneyField } from './MoneyField.tsx';
import { NoteField } from './NoteField.tsx';

const pausings = { catalogue: null, yes: true, no: false } as const;

/** A duty that the citizen has to pay elsewhere; whether the clock stands still is the procedure's to say. */
export function RequestPaymentForm({ frame, faults }: ActFormProps) {
  const [amountVnd, setAmount] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [pauses, setPauses] = useState<keyof typeof pausings>('catalogue');
  return (
    <ActFrame frame={frame} input={{ kind: 'requestPayment', amountVnd, note, pauses: pausings[pauses] }}>
      <ReasonField
        label="Nghĩa vụ phải thực hiện"
        value={note}
        onChange={setNote}
        phrases={reasonPhrases.requestPayment}
        fault={faults.note}
      />
      <MoneyField label="Số tiền, nếu biết" value={amountVnd} onChange={setAmount} fault={faults.amountVnd} />
      <div>
        <p className={styles.label}>Thời gian chờ nộp tiền</p>
        <Segmented
          label="Thời gian chờ nộp tiền"
          wide
          value={pauses}
          options={[
            { value: 'catalogue', label: 'Theo thủ tục' },
            { value: 'yes', label: 'Không tính' },
            { value: 'no', label: 'Vẫn tính' },
          ]}
          onChange={setPauses}
        />
      </div>
    </ActFrame>
  );
}

/** It is paid: the case goes on, from the date that follows. */
export function ConfirmPaymentForm({ detail, hints, frame }: ActFormProps) {
  const { payments, dueAt } = detail.state;
  const duty = payments.at(-1);
  const [note, setNote] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'confirmPayment', note }}>
      <DateLines>
        {duty && (
          <DateNote>
            {duty.note}
            {duty.amountVnd !== null && `, ${formatMoney(duty.amountVnd)}`}
          </DateNote>
        )}
        {dueAt !== hints.newDueAt && <DateLine label="Ngày hẹn trước" at={dueAt} />}
        <DateLine label="Hẹn trả kết quả" at={hints.newDueAt ?? null} />
        <DateNote>
          {duty?.pauses ? 'Thời gian chờ không tính vào thời hạn.' : 'Thời gian chờ vẫn tính vào thời hạn.'}
        </DateNote>
      </DateLines>
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}
