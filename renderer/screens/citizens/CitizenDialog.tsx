import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { useKeys } from '../../keys.ts';
import styles from './Citizens.module.css';

/** A question about a person: Ctrl+Enter does it, Esc leaves it. */
export function CitizenDialog(props: {
  title: string;
  /** The word on the button that does it. */
  word: string;
  disabled: boolean;
  onSubmit: () => void;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const { title, word, disabled, onSubmit, onClose, wide = false, children } = props;
  const id = useId();
  useKeys({ primary: () => !disabled && onSubmit() }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth={wide ? 'md' : 'sm'} fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent className={styles.dialog}>{children}</DialogContent>
      <DialogActions>
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Thôi
        </Button>
        <Button
          variant="contained"
          color="primary"
          disabled={disabled}
          endIcon={<Keycap name="primary" />}
          onClick={onSubmit}
        >
          {word}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
