import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { slipLabels } from '../../shared/labels.ts';
import { useTRPC } from '../api.ts';
import { useKeys } from '../keys.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Keycap } from './Keycap.tsx';
import styles from './PrintPreview.module.css';

/** What a procedure asks for, on paper, for somebody who has filed nothing yet: it goes onto no print list. */
export function GuidanceSheet({ procedureCode, onClose }: { procedureCode: string; onClose: () => void }) {
  const trpc = useTRPC();
  const frame = useRef<HTMLIFrameElement>(null);
  const sheet = useQuery({ ...trpc.forms.guidance.queryOptions({ procedureCode }), gcTime: 0 });
  const path = sheet.data?.path;
  const print = () => {
    if (path === undefined) return;
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys({ primary: print }, { inDialog: true });
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="guidance" className={styles.dialog ?? ''}>
      <div className={styles.head}>
        <h2 id="guidance">{slipLabels.guidanceSheet}</h2>
      </div>
      {sheet.isError && <ErrorNotice error={sheet.error} onRetry={() => void sheet.refetch()} />}
      <div className={styles.paper}>
        {path ? (
          <iframe ref={frame} src={`${path}#toolbar=0&view=FitH`} title={slipLabels.guidanceSheet} />
        ) : (
          <p role="status">Đang tạo phiếu</p>
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Đóng</Button>
        <Button variant="contained" color="primary" autoFocus disabled={path === undefined} onClick={print}>
          In <Keycap name="primary" />
        </Button>
      </DialogActions>
    </Dialog>
  );
}
