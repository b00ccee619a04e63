import { useState } from 'react';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

/** Something must be verified: the procedure's longer limit takes the place of the usual one. */
export function OpenVerificationForm({ detail, hints, frame, faults }: ActFormProps) {
  const [reason, setReason] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'openVerification', reason }}>
      <ReasonField
        label="Cần xác minh gì"
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.openVerification}
        fault={faults.reason}
      />
      <DateLines>
        <DateLine label="Ngày hẹn đang có" at={detail.state.dueAt} />
        <DateLine label="Ngày hẹn mới" at={hints.newDueAt ?? null} />
        <DateNote>Thời hạn có xác minh thay cho thời hạn thường, tính từ ngày tiếp nhận.</DateNote>
      </DateLines>
    </ActFrame>
  );
}
