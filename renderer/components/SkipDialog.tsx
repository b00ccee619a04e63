import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useKeys } from '../keys.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Cap, Keycap } from './Keycap.tsx';
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

/** A slip that is not printed leaves the list only with a reason: a usual one, or one in the clerk's words. */
export function SkipDialog({ count, pending, error, onSkip, onClose }: SkipDialogProps) {
  const [choice, setChoice] = useState('notNeeded');
  const [words, setWords] = useState('');
  const reason = choice === other ? words.trim() : choice;
  const submit = () => {
    if (!pending && reason !== '') onSkip(reason);
  };
  useKeys({ primary: submit }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} aria-labelledby="skip-title">
      <DialogTitle id="skip-title">{count > 1 ? `Bỏ qua ${count} phiếu` : 'Bỏ qua phiếu này'}</DialogTitle>
      <DialogContent>
        <form
          id="skip-form"
          className={styles.form}
          ref={focusChosen}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <p>Hồ sơ không đổi. Phiếu rời hàng in, lý do ghi vào nhật ký.</p>
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
          {error !== null && <ErrorNotice error={error} />}
        </form>
      </DialogContent>
      <DialogActions>
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Thôi
        </Button>
        <Button
          type="submit"
          form="skip-form"
          variant="contained"
          color="primary"
          disabled={pending || reason === ''}
          endIcon={<Keycap name="primary" />}
        >
          Bỏ qua
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Arrows move between the reasons at once. */
function focusChosen(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLInputElement>('input[type="radio"]:checked')?.focus();
}
