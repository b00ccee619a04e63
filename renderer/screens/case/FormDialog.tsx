import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { useKeys } from '../../keys.ts';
import styles from './ActBar.module.css';

interface FormDialogProps {
  title: string;
  /** The word on the button that does it. */
  word: string;
  pending: boolean;
  error?: unknown;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A small form in a dialog: Ctrl+Enter does it, Esc leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { title, word, pending, error = null, disabled = false, onSubmit, onClose, children } = props;
  const id = useId();
  const submit = () => {
    if (!pending && !disabled) onSubmit();
  };
  useKeys({ primary: submit }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <form
          id={`${id}-form`}
          className={styles.form}
          ref={focusFirst}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {children}
          {error !== null && <ErrorNotice error={error} />}
        </form>
      </DialogContent>
      <DialogActions>
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Thôi
        </Button>
        <Button
          type="submit"
          form={`${id}-form`}
          variant="contained"
          color="primary"
          disabled={pending || disabled}
          endIcon={<Keycap name="primary" />}
        >
          {word}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** The keyboard begins at the chosen segment or the first field, not at the edge of the dialog. */
function focusFirst(form: HTMLFormElement | null): void {
  const fields = [
    ...(form?.querySelectorAll<HTMLElement>('input:not([aria-hidden]), select, [role="combobox"]') ?? []),
  ];
  const chosen = fields.find((field) => field.matches('input[type="radio"]:checked'));
  (fields[0]?.matches('input[type="radio"]') ? chosen : fields[0])?.focus();
}
