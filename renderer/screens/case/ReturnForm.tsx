import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { type ReturnChannel, returnChannels } from '../../../shared/domain/intake.ts';
import { idNumberSchema, personNameSchema } from '../../../shared/domain/person.ts';
import { actLabels, returnChannelLabels } from '../../../shared/labels.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { fieldSentence } from '../../error-sentences.ts';
import styles from './ActBar.module.css';
import type { ActFormProps } from './ActDialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { NoteField } from './NoteField.tsx';

/** Who takes the result, with which paper, by which way. */
export function ReturnForm({ detail, pending, error, onAct, onClose }: ActFormProps) {
  const { applicant, submitter, returnChannel } = detail.state;
  const likely = submitter?.name ?? (applicant.kind === 'citizen' ? applicant.name : '');
  const [name, setName] = useState(likely);
  const [idNumber, setIdNumber] = useState('');
  const [via, setVia] = useState<ReturnChannel>(returnChannel);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const parsedName = personNameSchema.safeParse(name);
  const parsedId =
    idNumber.trim() === '' ? ({ success: true, data: null } as const) : idNumberSchema.safeParse(idNumber);
  const submit = () => {
    setTried(true);
    if (!parsedName.success || !parsedId.success) return;
    onAct({ kind: 'return', recipient: { name: parsedName.data, idNumber: parsedId.data }, via, note });
  };
  return (
    <FormDialog
      title={actLabels.return}
      word={actLabels.return}
      pending={pending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Người nhận kết quả"
        value={name}
        error={tried && !parsedName.success}
        helperText={
          tried && !parsedName.success && fieldSentence(name.trim() === '' ? 'required' : 'personName')
        }
        onChange={({ target }) => setName(target.value)}
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
      />
      <TextField
        label="Số giấy tờ người nhận"
        value={idNumber}
        error={tried && !parsedId.success}
        helperText={tried && !parsedId.success && fieldSentence('idNumber')}
        onChange={({ target }) => setIdNumber(target.value)}
        slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off' } }}
      />
      <div>
        <p className={styles.label}>Trả qua</p>
        <Segmented
          label="Trả qua"
          wide
          value={via}
          options={returnChannels.map((value) => ({ value, label: returnChannelLabels[value] }))}
          onChange={setVia}
        />
      </div>
      <NoteField value={note} onChange={setNote} />
    </FormDialog>
  );
}
