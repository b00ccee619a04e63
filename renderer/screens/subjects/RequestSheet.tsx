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

/** The paper of a request: shown and printed. */
export function RequestSheet({ id, onClose }: { id: number; onClose: () => void }) {
  const trpc = useTRPC();
  const { mutate, data, error } = useMutation(trpc.subjects.sheet.mutationOptions());
  useEffect(() => mutate({ id }), [mutate, id]);
  return (
    <PaperDialog
      title="Giấy về yêu cầu dữ liệu"
      path={data?.path ?? null}
      error={error}
      onRetry={() => mutate({ id })}
      onClose={onClose}
    />
  );
}

/** A paper that is made when asked for, looked at and printed. */
export function PaperDialog(props: {
  title: string;
  /** Null while it is made. */
  path: string | null;
  error: unknown;
  onRetry: () => void;
  onClose: () => void;
}) {
  const { title, path, error, onRetry, onClose } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys({ primary: () => path && print() }, { inDialog: true });
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      aria-labelledby="subject-paper"
      className={preview.dialog ?? ''}
    >
      <div className={preview.head}>
        <h2 id="subject-paper">{title}</h2>
      </div>
      {error !== null && <ErrorNotice error={error} onRetry={onRetry} />}
      <div className={preview.paper}>
        {path !== null ? (
          <iframe ref={frame} src={`${path}#toolbar=0&view=FitH`} title={title} />
        ) : (
          error === null && <p role="status">Đang tạo giấy</p>
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
          disabled={path === null}
          endIcon={<Keycap name="primary" />}
          onClick={print}
        >
          In
        </Button>
      </DialogActions>
    </Dialog>
  );
}
