import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import type { RefObject } from 'react';
import { useKeys } from '../keys.ts';
import { Cap, Keycap } from './Keycap.tsx';

/** What closes a shown sheet: away, kept as a file, printed by the main key. */
export function SheetActs(props: {
  frame: RefObject<HTMLIFrameElement | null>;
  /** The sheet is in sight. */
  isShown: boolean;
  /** Where it may be kept as a file too. */
  file?: { path: string; fileName: string } | undefined;
  onClose: () => void;
}) {
  const { frame, isShown, file, onClose } = props;
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys(isShown ? { primary: print } : {}, { inDialog: true });
  return (
    <DialogActions>
      <Button variant="text" endIcon={<Cap>Esc</Cap>} onClick={onClose}>
        Đóng
      </Button>
      {file && (
        <Button component="a" href={file.path} download={file.fileName}>
          Lưu PDF
        </Button>
      )}
      <Button
        variant="contained"
        color="primary"
        autoFocus
        disabled={!isShown}
        endIcon={<Keycap name="primary" />}
        onClick={print}
      >
        In
      </Button>
    </DialogActions>
  );
}
