import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useId, useRef } from 'react';
import { useKeys } from '../keys.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Cap, Keycap } from './Keycap.tsx';
import preview from './PrintPreview.module.css';

interface SheetDialogProps {
  title: string;
  /** While the sheet is drawn. */
  making: string;
  /** The sheet's PDF once it is there, or why it is not. */
  sheet: { data: { path: string } | undefined; error: unknown };
  onRetry: () => void;
  onClose: () => void;
}

/** A sheet that is no slip of a case: shown, and printed by the main key. */
export function SheetDialog({ title, making, sheet: { data, error }, onRetry, onClose }: SheetDialogProps) {
  const heading = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys({ primary: () => data && print() }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby={heading} className={preview.dialog ?? ''}>
      <div className={preview.head}>
        <h2 id={heading}>{title}</h2>
      </div>
      {error !== null && <ErrorNotice error={error} onRetry={onRetry} />}
      <div className={preview.paper}>
        {data ? (
          <iframe ref={frame} src={`${data.path}#toolbar=0&view=FitH`} title={title} />
        ) : (
          error === null && <p role="status">{making}</p>
        )}
      </div>
      <DialogActions>
        <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Đóng
        </Button>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={!data}
          endIcon={<Keycap name="primary" />}
          onClick={print}
        >
          In
        </Button>
      </DialogActions>
    </Dialog>
  );
}
