import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import preview from '../../components/PrintPreview.module.css';
import { useKeys } from '../../keys.ts';

/** How another machine comes in, on one sheet: shown and printed. */
export function LanSheet({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const frame = useRef<HTMLIFrameElement>(null);
  const { mutate, data, error } = useMutation(trpc.lan.sheet.mutationOptions());
  useEffect(() => mutate(), [mutate]);
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys({ primary: () => data && print() }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="lan-sheet" className={preview.dialog ?? ''}>
      <div className={preview.head}>
        <h2 id="lan-sheet">Tờ hướng dẫn nối máy</h2>
      </div>
      {error !== null && <ErrorNotice error={error} onRetry={() => mutate()} />}
      <div className={preview.paper}>
        {data ? (
          <iframe ref={frame} src={`${data.path}#toolbar=0&view=FitH`} title="Tờ hướng dẫn nối máy" />
        ) : (
          error === null && <p role="status">Đang tạo tờ hướng dẫn</p>
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
