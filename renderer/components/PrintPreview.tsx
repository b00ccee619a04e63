import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { slipLabels } from '../../shared/labels.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { useTRPC } from '../api.ts';
import { useKeys } from '../keys.ts';
import { useSession } from '../session.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Keycap } from './Keycap.tsx';
import styles from './PrintPreview.module.css';
import { faultWords, stateWords } from './print-words.ts';
import { Segmented } from './Segmented.tsx';
import { StatusMark } from './StatusMark.tsx';

/**
 * The stored slips, one tab each. In a browser it prints them and asks whether the paper came out; in the desktop
 * app printing goes by itself and the dialog only shows the paper and its state.
 */
export function PrintPreview({ jobIds, onClose }: { jobIds: readonly number[]; onClose: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery({
    ...trpc.slips.jobs.queryOptions({ ids: [...jobIds] }),
    refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'queued') ? 500 : false),
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const jobs = asked.data ?? [];
  const job = jobs.find((candidate) => candidate.id === chosen) ?? jobs.find(isOpen) ?? jobs[0];
  const goOn = (done: PrintJobRow) => {
    const next = jobs.find((candidate) => candidate.id !== done.id && isOpen(candidate));
    if (next) setChosen(next.id);
    else onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      aria-labelledby="print-preview"
      className={styles.dialog ?? ''}
    >
      <div className={styles.head}>
        <h2 id="print-preview">Phiếu của {job?.caseCode ?? 'hồ sơ'}</h2>
        <span className="grow" />
        {jobs.length > 1 && job && (
          <Segmented
            label="Phiếu"
            value={String(job.id)}
            options={jobs.map((each) => ({ value: String(each.id), label: slipLabels[each.form] }))}
            onChange={(id) => setChosen(Number(id))}
          />
        )}
      </div>
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {job && (
        <Slip
          key={`${job.id}-${job.state === 'queued'}`}
          job={job}
          onDone={() => goOn(job)}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function isOpen(job: PrintJobRow): boolean {
  return job.state === 'queued' || job.state === 'ready' || job.state === 'failed';
}

function Slip({ job, onDone, onClose }: { job: PrintJobRow; onDone: () => void; onClose: () => void }) {
  const trpc = useTRPC();
  const { platform } = useSession();
  const frame = useRef<HTMLIFrameElement>(null);
  const [wasPrinted, setPrinted] = useState(false);
  const mark = useMutation(trpc.slips.mark.mutationOptions());
  const isBrowser = platform === 'browser';
  const print = () => {
    if (!job.path) return;
    frame.current?.contentWindow?.focus();
    frame.current?.contentWindow?.print();
    setPrinted(true);
  };
  const say = (state: 'confirmed' | 'failed' | 'skipped' | 'retry', reason = '') =>
    mark.mutate(
      { id: job.id, state, reason },
      {
        onSuccess: () => {
          setPrinted(false);
          if (state === 'confirmed' || state === 'skipped') onDone();
        },
      },
    );
  const isAsking = isBrowser && wasPrinted;
  const canPrint = isBrowser && job.path !== null;
  useKeys(
    { primary: isAsking ? () => say('confirmed') : canPrint ? print : () => undefined },
    { inDialog: true },
  );
  return (
    <>
      <div className={styles.paper}>
        {job.path ? (
          <iframe ref={frame} src={`${job.path}#toolbar=0&view=FitH`} title={slipLabels[job.form]} />
        ) : (
          <p role="status">{job.state === 'failed' ? faultWords(job.fault) : 'Đang tạo phiếu'}</p>
        )}
      </div>
      {mark.isError && <ErrorNotice error={mark.error} />}
      <DialogActions>
        <State job={job} />
        <span className="grow" />
        {isAsking ? (
          <>
            <span className={styles.question}>Giấy đã ra chưa?</span>
            <Button onClick={() => say('failed', 'notOut')}>Chưa ra</Button>
            <Button variant="contained" color="primary" autoFocus onClick={() => say('confirmed')}>
              Đã ra <Keycap name="primary" />
            </Button>
          </>
        ) : (
          <>
            {isOpen(job) && <Button onClick={() => say('skipped')}>Không in phiếu này</Button>}
            <Button onClick={onClose}>{isOpen(job) ? 'Để sau' : 'Đóng'}</Button>
            {job.state === 'failed' && !canPrint && <Button onClick={() => say('retry')}>In lại</Button>}
            {canPrint && (
              <Button variant="contained" color="primary" autoFocus onClick={print}>
                {job.state === 'failed' ? 'In lại' : 'In'} <Keycap name="primary" />
              </Button>
            )}
          </>
        )}
      </DialogActions>
    </>
  );
}

function State({ job }: { job: PrintJobRow }) {
  const tone = job.state === 'failed' ? 'due' : job.state === 'confirmed' ? 'ok' : 'done';
  const copies = job.copies > 1 ? `, ${job.copies} liên` : '';
  const reprint = job.reprint > 0 ? `, in lại lần ${job.reprint}` : '';
  return (
    <StatusMark tone={tone}>
      {stateWords(job)}
      {copies}
      {reprint}
    </StatusMark>
  );
}
