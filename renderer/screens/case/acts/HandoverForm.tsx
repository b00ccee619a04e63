import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { roleLabels } from '../../../../shared/labels.ts';
import { DateLine, DateLines, DateNote } from '../../../components/DateLines.tsx';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { useOfficeNow, useSession } from '../../../session.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';

/** To whom the dossier goes; officers first, never to whoever has it. */
export function HandoverForm({ detail, hints, frame, faults }: ActFormProps) {
  const { people, person } = useSession();
  const now = useOfficeNow();
  const takers = people
    .filter(
      ({ id, roles }) =>
        id !== detail.state.holder.id && roles.some((role) => role === 'officer' || role === 'clerk'),
    )
    .toSorted((a, b) => Number(b.roles.includes('officer')) - Number(a.roles.includes('officer')));
  const [toPersonId, setTo] = useState(takers[0]?.id ?? person?.id ?? 0);
  const [agency, setAgency] = useState('');
  const [note, setNote] = useState('');
  const { latestAt } = hints;
  return (
    <ActFrame
      frame={frame}
      input={{ kind: 'handover', toPersonId, agency, note }}
      also={['handoverSlip', 'controlSlip']}
      disabled={takers.length === 0}
    >
      <TextField
        select
        label="Người nhận hồ sơ"
        value={takers.length > 0 ? toPersonId : ''}
        error={faults.toPersonId !== undefined}
        helperText={takers.length === 0 && 'Chưa có ai khác để nhận. Thêm người trong Cài đặt.'}
        onChange={({ target }) => setTo(Number(target.value))}
        slotProps={{ select: { native: true } }}
      >
        {takers.map(({ id, name, title, roles }) => (
          <option key={id} value={id}>
            {`${name}, ${title || roles.map((role) => roleLabels[role].toLowerCase()).join(', ')}`}
          </option>
        ))}
      </TextField>
      <LabelledField
        label="Gửi cơ quan ngoài, nếu có"
        value={agency}
        onChange={setAgency}
        fault={faults.agency}
        hint="Người nhận trên vẫn theo dõi hồ sơ"
      />
      <NoteField value={note} onChange={setNote} />
      {latestAt !== undefined && (
        <DateLines>
          <DateLine label="Chuyển chậm nhất" at={latestAt} />
          {now > latestAt && <DateNote>Đã quá giờ chuyển (NĐ 118/2025 Điều 18.2).</DateNote>}
        </DateLines>
      )}
    </ActFrame>
  );
}

/** Back to the counter, from an agency outside or a colleague. */
export function TakeBackForm({ detail, frame }: ActFormProps) {
  const { agency, holder } = detail.state;
  const [note, setNote] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'takeBack', note }}>
      <DateLines>
        <DateNote>
          Nhận lại từ {agency ?? (holder.name || 'người đang giữ')}; người ngồi quầy giữ hồ sơ từ lúc này.
        </DateNote>
      </DateLines>
      <NoteField value={note} onChange={setNote} />
    </ActFrame>
  );
}
