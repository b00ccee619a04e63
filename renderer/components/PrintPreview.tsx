import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { formNames } from '../../shared/domain/forms.ts';
import { slipLabels } from '../../shared/labels.ts';
import type { PrintJobRow } from '../../shared/views.ts';
import { useTRPC } from '../api.ts';
import { useKeys } from '../keys.ts';
import { useOfficeNow, useSession } from '../session.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Keycap } from './Keycap.tsx';
import { NotOut } from './NotOut.tsx';
import { PaperFrame, PaperSkeleton } from './PaperFrame.tsx';
import styles from './PrintPreview.module.css';
import { asksForPaper, isSettled, isStuck, isSuperseded, isUnderWay } from './print-states.ts';
import { copyWords, paperQuestion, printSentence, stateTone, stateWords } from './print-words.ts';
import { Segmented } from './Segmented.tsx';
import { SkipDialog } from './SkipDialog.tsx';
import { StatusMark } from './StatusMark.tsx';
import { type Mark, useSlipMark } from './use-slip-mark.ts';

/**
 * The stored slips, one tab each. In a browser it prints them, in the desktop app they print by themselves; on both it
 * asks whether the paper came out, which no printer tells.
 */
export function PrintPreview({ jobIds, onClose }: { jobIds: readonly number[]; onClose: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery({
    ...trpc.slips.jobs.queryOptions({ ids: [...jobIds] }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 500 : false),
  });
  const [chosen, setChosen] = useState<number | null>(null);
  const jobs = (asked.data ?? []).toSorted((a, b) => formNames.indexOf(a.form) - formNames.indexOf(b.form));
  const job = jobs.find((candidate) => candidate.id === chosen) ?? jobs.find(isOpen) ?? jobs[0];
  const title = job ? titleOf(job, jobs.length === 1) : 'Phiếu của hồ sơ';
  /** After a slip that is settled: the next one that is not. */
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
        <h2 id="print-preview" title={title}>
          {title}
        </h2>
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
      {job ? (
        <Slip
          key={`${job.id}-${job.state === 'queued'}`}
          job={job}
          onDone={() => goOn(job)}
          onClose={onClose}
        />
      ) : (
        !asked.isError && (
          <div className={styles.paper}>
            <PaperSkeleton making={making} />
          </div>
        )
      )}
    </Dialog>
  );
}

const making = 'Đang tạo phiếu';

/** Whose papers; the only one also by its name, which otherwise stands on its tab. */
function titleOf({ caseCount, title, form }: PrintJobRow, isAlone: boolean): string {
  if (caseCount === 0) return title;
  return isAlone ? `Phiếu của ${title}: ${slipLabels[form]}` : `Phiếu của ${title}`;
}

function isOpen(job: PrintJobRow): boolean {
  return !isSettled(job);
}

function Slip({ job, onDone, onClose }: { job: PrintJobRow; onDone: () => void; onClose: () => void }) {
  const { platform } = useSession();
  const now = useOfficeNow();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isSkipping, setSkipping] = useState(false);
  const { say, pending, error } = useSlipMark();
  const isBrowser = platform === 'browser';
  const waits = job.state === 'ready' || job.state === 'failed';
  // The stored sheets are printed as they are, unless one of them is out or may be.
  const canPrint = isBrowser && job.path !== null && waits && !job.mayBeOut;
  const isAsking = asksForPaper(job);
  // Written down first: a window that is closed over the dialog must not leave a slip that looks unprinted.
  const print = () =>
    void say([job.id], { state: 'opened' }, () => {
      frame.current?.contentWindow?.focus();
      frame.current?.contentWindow?.print();
    });
  const settle = (mark: Mark) => void say([job.id], mark, onDone);
  const change = (mark: Mark) => void say([job.id], mark);
  const retry = () => change({ state: 'retry' });
  const printOnce = canPrint
    ? print
    : waits || (job.state === 'skipped' && !isSuperseded(job))
      ? retry
      : undefined;
  const confirm = () => settle({ state: 'confirmed' });
  const primary = isAsking ? confirm : printOnce;
  useKeys(isSkipping ? {} : { primary: () => !pending && primary?.() }, { inDialog: true });
  return (
    <>
      <div className={styles.paper}>
        {job.path ? (
          <PaperFrame ref={frame} path={job.path} title={slipLabels[job.form]} making={making} />
        ) : job.state === 'failed' ? (
          <p role="status">{printSentence(job)}</p>
        ) : (
          <PaperSkeleton making={making} />
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {isSkipping && (
        <SkipDialog
          count={1}
          pending={pending}
          error={error}
          onSkip={(reason) => settle({ state: 'skipped', reason })}
          onClose={() => setSkipping(false)}
        />
      )}
      <DialogActions>
        <State job={job} />
        {isOpen(job) && !isAsking && job.state !== 'printing' && (
          // Away from where "Chưa ra" stood: a second click must not take the slip off the list.
          <Button disabled={pending} onClick={() => setSkipping(true)}>
            Không in phiếu này
          </Button>
        )}
        <span className="grow" />
        {isAsking ? (
          <>
            <span className={styles.question}>{paperQuestion}</span>
            {asksForPaper(job) && <Button onClick={onClose}>Để sau</Button>}
            <NotOut job={job} disabled={pending} onSay={change} />
            <Button variant="contained" color="primary" autoFocus disabled={pending} onClick={confirm}>
              Đã ra <Keycap name="primary" />
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{isOpen(job) ? 'Để sau' : 'Đóng'}</Button>
            {isStuck(job, now) && (
              <Button disabled={pending} onClick={retry}>
                Làm lại
              </Button>
            )}
            {printOnce && (
              <Button variant="contained" color="primary" autoFocus disabled={pending} onClick={printOnce}>
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
  const words = [stateWords(job), copyWords(job)].filter((part) => part !== '');
  return <StatusMark tone={stateTone(job)}>{words.join(', ')}</StatusMark>;
}
