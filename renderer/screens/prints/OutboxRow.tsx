import { formatDayMonthPadded, formatHour } from '../../../shared/format.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import {
  copyWords,
  faultWords,
  printSentence,
  printStateLabels,
  stateTone,
  stateWords,
} from '../../components/print-words.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Outbox.module.css';

interface OutboxRowProps {
  id: string;
  job: PrintJobRow;
  /** A second line says why, and what to do. */
  hasReason: boolean;
  isActive: boolean;
  isTicked: boolean;
  onPick: () => void;
  onTick: () => void;
  onExtend: () => void;
  onOpen: () => void;
}

/** State, form, whose, which printer, since when. */
export function OutboxRow(props: OutboxRowProps) {
  const { id, job, hasReason, isActive, isTicked, onPick, onTick, onExtend, onOpen } = props;
  const now = useOfficeNow();
  const copies = copyWords(job);
  const whose = job.applicantName ?? (job.caseCount === 0 ? '' : `${job.caseCount} hồ sơ`);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list takes the keyboard
    <div
      id={id}
      role="option"
      aria-selected={isTicked}
      className={styles.row}
      data-active={isActive || undefined}
      data-tall={hasReason || undefined}
      onClick={(event) => (event.shiftKey ? onExtend() : event.ctrlKey ? onTick() : onPick())}
      onDoubleClick={onOpen}
    >
      <span
        className={styles.tick}
        data-on={isTicked || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onTick();
        }}
      >
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          {isTicked && <path d="m3.500 8.500 3 3L12.500 5" />}
        </svg>
      </span>
      <StatusMark tone={stateTone(job)} strong={hasReason}>
        {job.state === 'unknown' ? stateWords(job) : printStateLabels[job.state]}
      </StatusMark>
      <span className={styles.cut} title={slipLabels[job.form]}>
        <b>{slipLabels[job.form]}</b>
        {copies && <small> · {copies}</small>}
      </span>
      <span className={styles.code} title={job.title}>
        {job.title}
      </span>
      <span className={styles.cut} title={whose}>
        {whose}
      </span>
      <Printer job={job} />
      <span className={styles.since}>từ {sinceWords(job.changedAt, now)}</span>
      {hasReason && <small className={styles.reason}>{printSentence(job)}</small>}
    </div>
  );
}

/** The printer; for a slip that is not printed, why not. */
function Printer({ job }: { job: PrintJobRow }) {
  const { platform } = useSession();
  const usual = platform === 'browser' ? 'hộp thoại in' : 'máy in mặc định';
  const words = job.state === 'skipped' ? faultWords(job.fault) : (job.printer ?? usual);
  return (
    <span className={styles.printer} title={words}>
      {words}
    </span>
  );
}

/** "09:05" today, "23/04 09:05" before. */
function sinceWords(at: string, now: string): string {
  return at.slice(0, 10) === now.slice(0, 10)
    ? formatHour(at)
    : `${formatDayMonthPadded(at)} ${formatHour(at)}`;
}
