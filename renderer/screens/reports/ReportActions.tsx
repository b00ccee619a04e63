import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { ReportQuestion } from '../../../shared/views-report.ts';
import { useTRPC } from '../../api.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { useKeys } from '../../keys.ts';
import { ReportPaper } from './ReportPaper.tsx';
import styles from './Reports.module.css';

/** Workbook and paper of the report; while a long one is made it says how far it is, and it can be ended. */
export function ReportActions(props: { question: ReportQuestion; title: string; disabled: boolean }) {
  const { question, title, disabled } = props;
  const trpc = useTRPC();
  const workbook = useMutation(trpc.reports.export.mutationOptions());
  const cancel = useMutation(trpc.reports.cancel.mutationOptions());
  const [run, setRun] = useState('');
  const [isPrinting, setPrinting] = useState(false);
  useKeys({ print: () => !disabled && setPrinting(true) });
  const exportIt = () => {
    const named = crypto.randomUUID();
    setRun(named);
    return workbook.mutateAsync({ ...question, run: named });
  };
  return (
    <div className={styles.actions}>
      {workbook.isPending && <Progress run={run} onCancel={() => cancel.mutate({ run })} />}
      <Button
        size="small"
        startIcon={<PrintOutlined />}
        title="F8"
        aria-keyshortcuts="F8"
        disabled={disabled}
        onClick={() => setPrinting(true)}
      >
        In, lưu PDF
      </Button>
      <ExportButton disabled={disabled} make={exportIt} />
      {isPrinting && <ReportPaper question={question} title={title} onClose={() => setPrinting(false)} />}
    </div>
  );
}

function Progress({ run, onCancel }: { run: string; onCancel: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.reports.progress.queryOptions({ run }), refetchInterval: 300 });
  if (!data) return null;
  return (
    <>
      <span role="status">
        {data.total === null
          ? 'Đang đếm hồ sơ'
          : `${formatInteger(data.done)}/${formatInteger(data.total)} dòng`}
      </span>
      <Button size="small" onClick={onCancel}>
        Dừng
      </Button>
    </>
  );
}
