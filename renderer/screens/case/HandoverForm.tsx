import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { actLabels, roleLabels } from '../../../shared/labels.ts';
import { useSession } from '../../session.tsx';
import type { ActFormProps } from './ActDialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { NoteField } from './NoteField.tsx';

/** To whom the dossier goes; officers first, never to whoever has it. */
export function HandoverForm({ detail, pending, error, onAct, onClose }: ActFormProps) {
  const { people, person } = useSession();
  const takers = people
    .filter(
      ({ id, roles }) =>
        id !== detail.state.holder.id && roles.some((role) => role === 'officer' || role === 'clerk'),
    )
    .toSorted((a, b) => Number(b.roles.includes('officer')) - Number(a.roles.includes('officer')));
  const [toPersonId, setTo] = useState(takers[0]?.id ?? person?.id ?? 0);
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={actLabels.handover}
      word={actLabels.handover}
      pending={pending}
      error={error}
      disabled={takers.length === 0}
      onSubmit={() => onAct({ kind: 'handover', toPersonId, note })}
      onClose={onClose}
    >
      <TextField
        select
        label="Người nhận hồ sơ"
        value={takers.length > 0 ? toPersonId : ''}
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
      <NoteField value={note} onChange={setNote} />
    </FormDialog>
  );
}
