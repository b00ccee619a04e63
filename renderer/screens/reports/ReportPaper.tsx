import Dialog from '@mui/material/Dialog';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ReportQuestion } from '../../../shared/views-report.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import preview from '../../components/PrintPreview.module.css';
import { SheetActs } from '../../components/SheetActs.tsx';

/** The report on paper: made, shown, printed or saved. */
export function ReportPaper(props: { question: ReportQuestion; title: string; onClose: () => void }) {
  const { question, title, onClose } = props;
  const trpc = useTRPC();
  const frame = useRef<HTMLIFrameElement>(null);
  const { mutate, data: file, error } = useMutation(trpc.reports.print.mutationOptions());
  const asked = useRef(question);
  useEffect(() => mutate(asked.current), [mutate]);
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
      <SheetActs frame={frame} isShown={file !== undefined} file={file} onClose={onClose} />
    </Dialog>
  );
}
