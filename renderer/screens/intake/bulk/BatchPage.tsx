import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { formsOfBatch, type ListForm } from '../../../../shared/domain/batch.ts';
import { formatInteger } from '../../../../shared/domain/ratio.ts';
import { formatFullTime, formatShortTime } from '../../../../shared/format.ts';
import { slipLabels, statusLabels } from '../../../../shared/labels.ts';
import type { BatchDetail } from '../../../../shared/views-counter.ts';
import { useTRPC } from '../../../api.ts';
import { caseTone } from '../../../case-words.ts';
import { ErrorNotice, ErrorState } from '../../../components/ErrorNotice.tsx';
import { Keycap } from '../../../components/Keycap.tsx';
import { Page } from '../../../components/Page.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { SlipQueue } from '../../../components/SlipQueue.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { useOnce } from '../../../components/use-once.ts';
import { useKeys } from '../../../keys.ts';
import { useOfficeNow, useSession } from '../../../session.tsx';
import { NoSuchPage } from '../../frame/NoSuchPage.tsx';
import styles from './Bulk.module.css';

/** A list that went from hand to hand: its cases as they are now, and its paper. */
export function BatchPage() {
  const trpc = useTRPC();
  const id = Number(useParams().id);
  const isId = Number.isSafeInteger(id) && id > 0;
  const batch = useQuery({ ...trpc.batches.get.queryOptions({ id }), enabled: isId });
  if (!isId) return <NoSuchPage />;
  if (batch.isError) return <ErrorState error={batch.error} onRetry={() => void batch.refetch()} />;
  return batch.data ? <BatchBody key={id} batch={batch.data} /> : null;
}

function BatchBody({ batch }: { batch: BatchDetail }) {
  const now = useOfficeNow();
  const navigate = useNavigate();
  const print = usePrintBatch(batch);
  const [minutes, ...others] = formsOfBatch[batch.kind];
  useKeys({ print: () => minutes && print.run(minutes), back: () => void navigate('/bien-ban') });
  return (
    <Page
      title={batch.title}
      sub={`${formatInteger(batch.rows.length)} hồ sơ, ${batch.personName} lập ${formatFullTime(batch.at)}`}
      actions={
        <>
          <Button component={Link} to="/bien-ban" variant="text">
            Các biên bản
          </Button>
          {others.map((form) => (
            <Button
              key={form}
              startIcon={<PrintOutlined />}
              disabled={print.pending}
              onClick={() => print.run(form)}
            >
              {printWord(batch, form)} {slipLabels[form].toLowerCase()}
            </Button>
          ))}
          {minutes && (
            <Button
              variant="contained"
              color="primary"
              startIcon={<PrintOutlined />}
              endIcon={<Keycap name="print" />}
              disabled={print.pending}
              onClick={() => print.run(minutes)}
            >
              {printWord(batch, minutes)} biên bản
            </Button>
          )}
        </>
      }
    >
      {print.error !== null && <ErrorNotice error={print.error} />}
      <Panel flush fill>
        {batch.notes !== '' && <p className={styles.notes}>{batch.notes}</p>}
        <table className={styles.cases}>
          <thead>
            <tr>
              <th scope="col">STT</th>
              <th scope="col">Mã hồ sơ</th>
              <th scope="col">Chủ hồ sơ</th>
              <th scope="col">Thủ tục</th>
              <th scope="col">Hẹn trả</th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Đang giữ</th>
            </tr>
          </thead>
          <tbody>
            {batch.rows.map((row, index) => (
              <tr key={row.id}>
                <td>{index + 1}</td>
                <td>
                  <MuiLink component={Link} to={`/ho-so/${row.id}`}>
                    {row.caseCode}
                  </MuiLink>
                </td>
                <td>{row.applicantName}</td>
                <td>{row.procedureShortName}</td>
                <td>{row.dueAt ? formatShortTime(row.dueAt) : 'không hẹn'}</td>
                <td>
                  <StatusMark tone={caseTone(row, now)}>{statusLabels[row.status]}</StatusMark>
                </td>
                <td>{row.holder.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {print.shown.length > 0 && <SlipQueue jobIds={print.shown} onClose={print.close} />}
    </Page>
  );
}

/** "In" the first time, "In lại" once it was on the print list. */
function printWord({ prints }: BatchDetail, form: ListForm): string {
  return prints.some((job) => job.form === form) ? 'In lại' : 'In';
}

/** Puts the paper on the print list; a browser shows it for its own dialog, and what the list just made too. */
function usePrintBatch({ id }: BatchDetail) {
  const trpc = useTRPC();
  const { platform } = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const { mutateAsync } = useMutation(trpc.slips.printBatch.mutationOptions());
  const [shown, setShown] = useState<number[]>([]);
  const [error, setError] = useState<unknown>(null);
  const made = jobIdsOf(location.state).join();
  useEffect(() => {
    if (made === '') return;
    // A reload must not open the papers again.
    void navigate('.', { replace: true, state: null });
    if (platform === 'browser') setShown(made.split(',').map(Number));
  }, [made, navigate, platform]);
  const { run, pending } = useOnce(async (form: ListForm) => {
    setError(null);
    try {
      const jobs = await mutateAsync({ batchId: id, forms: [form] });
      if (platform === 'browser') setShown(jobs.map((job) => job.id));
    } catch (refusal) {
      setError(refusal);
    }
  });
  return { run: (form: ListForm) => void run(form), pending, error, shown, close: () => setShown([]) };
}

function jobIdsOf(state: unknown): number[] {
  if (typeof state !== 'object' || state === null || !('jobIds' in state)) return [];
  return Array.isArray(state.jobIds) ? state.jobIds.filter((id) => typeof id === 'number') : [];
}
