import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect } from 'react';
import encryption from './Encryption.module.css';
import styles from './Settings.module.css';

/** The part of the settings says what came of it. */
function beginAnew(): void {
  window.history.replaceState(null, '', '/cai-dat#ma-hoa');
  window.location.reload();
}

/** The counter closes its register, changes how it lies on the disk and opens it again; then the window begins anew. */
export function ReopeningDialog({ title, atNextStart }: { title: string; atNextStart: boolean }) {
  useEffect(() => {
    if (atNextStart) return;
    // The answer came before the counter closed: a moment later it is closed, and then open again.
    let hasClosed = false;
    const timer = setInterval(async () => {
      const reply = await fetch('/healthz').catch(() => null);
      // Where it could not open, the page of ways out is there instead.
      const isAnswered = reply?.headers.get('content-type')?.includes('json') ?? false;
      if (!isAnswered) hasClosed = true;
      else if (hasClosed || !reply?.ok) beginAnew();
    }, 400);
    const latest = setTimeout(() => {
      hasClosed = true;
    }, 5000);
    return () => {
      clearInterval(timer);
      clearTimeout(latest);
    };
  }, [atNextStart]);
  return (
    <Dialog open maxWidth="xs" aria-labelledby="reopening-title">
      <DialogTitle id="reopening-title">{title}</DialogTitle>
      <DialogContent className={encryption.reopening}>
        <p role="status" className={styles.why}>
          {atNextStart
            ? 'Đóng Một Cửa rồi mở lại: sổ được đổi trước khi mở. Tắt máy giữa chừng thì sổ vẫn như trước.'
            : 'Quầy đóng sổ, đổi rồi kiểm từng trang trước khi thay, và mở lại. Sổ lớn mất vài phút. Mất điện giữa chừng thì sổ vẫn như trước.'}
        </p>
        {!atNextStart && <LinearProgress aria-label="Đang đổi và mở lại" />}
      </DialogContent>
    </Dialog>
  );
}
