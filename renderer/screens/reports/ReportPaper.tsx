import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportQuestion } from '../../../shared/views-report.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import preview from '../../components/PrintPreview.module.css';
import { useKeys } from '../../keys.ts';

/** The report on paper: made, shown, printed or saved. */
export function ReportPaper(props: { question: ReportQuestion; title: string; onClose: () => void }) {
  const { question, title, onClose } = props;
  const trpc = useTRPC();
  const frame = useRef<HTMLIFrameElement>(null);
  const { mutate, data: file, error } = useMutation(trpc.reports.print.mutationOptions());
  const asked = useRef(question);
  useEffect(() => mutate(asked.current), [mutate]);
  const print = () => {
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
  };
  useKeys({ primary: () => file && print() }, { inDialog: true });
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="lg"
      fullWidth
      aria-labelledby="report-paper"
      className={preview.dialog ?? ''}
    >
      <div className={preview.head}>
        <h2 id="report-paper">{title}</h2>
      </div>
      {error !== null && <ErrorNotice error={error} />}
      <div className={preview.paper}>
        {file ? (
          <iframe ref={frame} src={`${file.path}#navpanes=0&view=FitH`} title={file.fileName} />
        ) : (
          error === null && <p role="status">Đang dựng báo cáo, quầy vẫn làm việc</p>
        )}
      </div>
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
          disabled={!file}
          endIcon={<Keycap name="primary" />}
          onClick={print}
        >
          In
        </Button>
      </DialogActions>
    </Dialog>
  );
}
