import { useState } from 'react';
import { formatShortTime } from '../../../../shared/format.ts';
import { actorWord } from '../../../../shared/labels.ts';
import { eventWord } from '../../../case-words.ts';
import { DateLines, DateNote } from '../../../components/DateLines.tsx';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

/** Takes back the last act; the book keeps both. */
export function UndoForm({ detail, frame, faults }: ActFormProps) {
  const { lastAct } = detail.state;
  const [reason, setReason] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'undo', reason }}>
      {lastAct && (
        <DateLines>
          <DateNote>
            Hoàn tác <b>{eventWord(lastAct.kind)}</b>, {actorWord(lastAct.by)} ghi{' '}
            {formatShortTime(lastAct.at)}. Hồ sơ trở lại như trước việc đó; nhật ký giữ cả hai.
          </DateNote>
        </DateLines>
      )}
      <ReasonField
        label="Lý do, không bắt buộc"
        value={reason}
        onChange={setReason}
        phrases={reasonPhrases.undo}
        fault={faults.reason}
      />
    </ActFrame>
  );
}
