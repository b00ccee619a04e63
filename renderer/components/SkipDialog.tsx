import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { FormDialog } from './FormDialog.tsx';
import { skipReasons } from './print-words.ts';
import { Segmented } from './Segmented.tsx';
import styles from './SkipDialog.module.css';

interface SkipDialogProps {
  /** How many slips. */
  count: number;
  pending: boolean;
  error: unknown;
  /** The reason as a code, or as it was written. */
  onSkip: (reason: string) => void;
  onClose: () => void;
}

const other = 'other';

/** A slip that is not printed leaves the list only with a reason: a usual one, or one in the clerk's words. None is chosen beforehand. */
export function SkipDialog({ count, pending, error, onSkip, onClose }: SkipDialogProps) {
  const [choice, setChoice] = useState('');
  const [words, setWords] = useState('');
  const reason = choice === other ? words.trim() : choice;
  return (
    <FormDialog
      title={count > 1 ? `Bỏ qua ${count} phiếu` : 'Bỏ qua phiếu này'}
      word="Bỏ qua"
      pending={pending}
      error={error}
      disabled={reason === ''}
      wide
      onSubmit={() => onSkip(reason)}
      onClose={onClose}
    >
      <p className={styles.words}>Hồ sơ không đổi. Phiếu rời hàng in, lý do ghi vào nhật ký.</p>
      <div className={styles.reasons}>
        <Segmented
          label="Lý do"
          value={choice}
          options={[
            ...Object.entries(skipReasons).map(([value, label]) => ({ value, label: capital(label) })),
            { value: other, label: 'Lý do khác' },
          ]}
          onChange={setChoice}
        />
      </div>
      {choice === other && (
        <TextField
          autoFocus
          fullWidth
          label="Lý do"
          value={words}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </FormDialog>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
