import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';

/** Days agreed on with the citizen: two at most, or as a signed agreement says. */
export function AgreeExtraForm({ detail, hints, frame, faults }: ActFormProps) {
  const [days, setDays] = useState('2');
  const [signedAgreement, setSigned] = useState(false);
  const [note, setNote] = useState('');
  const next = hints.proposals?.find(({ workingDays }) => workingDays === Number(days));
  return (
    <ActFrame frame={frame} input={{ kind: 'agreeExtra', workingDays: Number(days), signedAgreement, note }}>
      <LabelledField
        label="Thêm bao nhiêu ngày làm việc"
        value={days}
        numeric
        onChange={(text) => setDays(text.replaceAll(/\D/g, '').slice(0, 2))}
        fault={faults.workingDays}
        faultText={
          Number(days) > 2 && !signedAgreement
            ? 'Quá 2 ngày phải có văn bản thỏa thuận.'
            : 'Từ 1 đến 60 ngày.'
        }
      />
      <FormControlLabel
        control={<Checkbox checked={signedAgreement} onChange={({ target }) => setSigned(target.checked)} />}
        label="Có văn bản thỏa thuận với người nộp"
      />
      <NoteField value={note} onChange={setNote} />
      <DateLines>
        <DateLine label="Ngày hẹn đang có" at={detail.state.dueAt} />
        {next !== undefined && <DateLine label="Ngày hẹn mới" at={next.dueAt} />}
        <DateNote>Không quá 2 ngày làm việc, hoặc theo văn bản thỏa thuận (NĐ 23/2015 Điều 7, 21).</DateNote>
      </DateLines>
    </ActFrame>
  );
}
