import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { describeError } from '../error-sentences.ts';
import { useKeys } from '../keys.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { enterMovesOn } from './enter-moves-on.ts';
import styles from './FormDialog.module.css';
import { Cap, Keycap } from './Keycap.tsx';

interface FormDialogProps {
  title: string;
  /** The word on the button that does it. */
  word: string;
  pending: boolean;
  error?: unknown;
  disabled?: boolean;
  /** Another way out of the question, beside the button that does it. */
  second?: { word: string; onPress: () => void } | undefined;
  /** For rows with counts; for a table. */
  wide?: boolean | 'table';
  /** What it shows is shown once: only the button leaves it. */
  isOnce?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A small form in a dialog: Enter goes to the next field, Ctrl+Enter does it or goes to what is wrong, Esc leaves it. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    word,
    pending,
    error = null,
    disabled = false,
    second,
    wide = false,
    isOnce = false,
  } = props;
  const { onSubmit, onClose } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const submit = () => {
    if (pending || disabled) return;
    onSubmit();
    // Once the faults are drawn.
    requestAnimationFrame(() => focusFault(form.current));
  };
  useEffect(() => {
    if (error !== null) focusFault(form.current);
  }, [error]);
  // A dialog is drawn into its place only after the first effects: its form comes by itself.
  const hold = useCallback((node: HTMLFormElement | null) => {
    form.current = node;
    focusFirst(node);
  }, []);
  useKeys({ primary: submit }, { inDialog: true });
  return (
    <Dialog
      open
      onClose={isOnce ? undefined : onClose}
      maxWidth={wide === 'table' ? 'md' : wide ? 'sm' : 'xs'}
      aria-labelledby={id}
      slotProps={{
        paper: { onKeyDown: enterMovesOn },
        // Where a click beside it does not leave it, the cursor stays in its field.
        ...(isOnce && { container: { onMouseDown: stayInside } }),
      }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent>
        <form
          id={`${id}-form`}
          className={styles.form}
          ref={hold}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {props.children}
          {error !== null && (
            <div className={isOneField(error) ? styles.byField : undefined}>
              <ErrorNotice error={error} />
            </div>
          )}
        </form>
      </DialogContent>
      <DialogActions>
        {!isOnce && (
          <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
            Thôi
          </Button>
        )}
        {second && (
          <Button disabled={pending} onClick={second.onPress}>
            {second.word}
          </Button>
        )}
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

function stayInside(event: MouseEvent): void {
  if (event.target === event.currentTarget) event.preventDefault();
}

const fieldsOfAForm =
  'input:not([aria-hidden]), textarea:not([aria-hidden]), select, [role="combobox"], [data-enter="next"]';

/** The keyboard begins at the chosen segment or the first field, not at the edge of the dialog. */
function focusFirst(form: HTMLFormElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>(fieldsOfAForm) ?? [])].filter(
    (field) => field.closest('[data-enter="skip"]') === null,
  );
  const chosen = fields.find((field) => field.matches('input[type="radio"]:checked'));
  const isChoice = fields[0]?.matches('input[type="radio"]') && chosen !== undefined;
  const first = isChoice ? chosen : fields[0];
  const foot = form?.closest('[role="dialog"]')?.querySelector<HTMLElement>('button[type="submit"]');
  (first ?? foot)?.focus();
}

/** What is wrong stands under the one field that it is about. */
function isOneField(error: unknown): boolean {
  const { code, fields } = describeError(error);
  return code === 'invalidInput' && Object.keys(fields).length === 1;
}

/** The first field that says what is wrong with it. */
function focusFault(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input[aria-invalid="true"], textarea[aria-invalid="true"]')?.focus();
}
