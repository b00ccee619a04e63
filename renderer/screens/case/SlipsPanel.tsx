import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { type SlipForm, slipForms } from '../../../shared/domain/forms.ts';
import { formatDayMonthPadded, formatHour } from '../../../shared/format.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { OtherPrinter } from '../../components/OtherPrinter.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PaperAnswer } from '../../components/PaperAnswer.tsx';
import { asksForPaper, isStuck, isUnderWay } from '../../components/print-states.ts';
import {
  copyWords,
  paperQuestion,
  printSentence,
  stateTone,
  stateWords,
} from '../../components/print-words.ts';
import { useSlipMark } from '../../components/use-slip-mark.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Rows.module.css';
import { Row } from './Rows.tsx';

/** Each printed version of each form, the newest first; one that needs a hand keeps its ways out in sight. */
export function SlipsPanel({
  prints,
  onShow,
}: {
  prints: PrintJobRow[];
  onShow: (jobIds: number[]) => void;
}) {
  const marking = useSlipMark();
  const versions = slipForms.flatMap((form) => versionsOf(prints, form));
  return (
    <Panel title="Phiếu" note={versions.length === 0 ? 'chưa in phiếu nào' : undefined} flush>
      {marking.error !== null && <ErrorNotice error={marking.error} />}
      <ul>
        {versions.map((job) => (
          <SlipRow key={job.id} job={job} marking={marking} onShow={() => onShow([job.id])} />
        ))}
      </ul>
    </Panel>
  );
}

/** A reprint that was declined is no version; a form that was declined altogether is still told. */
function versionsOf(prints: readonly PrintJobRow[], form: SlipForm): PrintJobRow[] {
  const made = prints.filter((print) => print.form === form).toSorted((a, b) => b.id - a.id);
  const kept = made.filter(({ state }) => state !== 'skipped');
  return kept.length > 0 ? kept : made.slice(0, 1);
}

interface SlipRowProps {
  job: PrintJobRow;
  marking: ReturnType<typeof useSlipMark>;
  onShow: () => void;
}

function SlipRow({ job, marking, onShow }: SlipRowProps) {
  const { form, state } = job;
  const isPart = job.copiesOut.length > 0 && job.copiesOut.length < job.copies;
  const sub = [
    // The sentence of a failed one names the missing copy itself.
    state === 'failed'
      ? job.reprint > 0 && `in lại lần ${job.reprint}`
      : (job.reprint > 0 || isPart) && copyWords(job),
    state === 'failed' && printSentence(job),
    asksForPaper(job) && `${stateWords(job)} ${timeWords(job)}`,
  ].filter((part) => part !== false);
  return (
    <Row
      warns={stateTone(job) === 'due'}
      sub={
        <>
          {sub.join(' · ')}
          {asksForPaper(job) && <b className={styles.question}>{paperQuestion}</b>}
        </>
      }
      side={<SlipSide job={job} marking={marking} onShow={onShow} />}
    >
      <Link component="button" type="button" variant="inherit" onClick={onShow}>
        {slipLabels[form]}
      </Link>
    </Row>
  );
}

function SlipSide({ job, marking, onShow }: SlipRowProps) {
  const { id, state } = job;
  const { say, pending } = marking;
  const isBrowser = useSession().platform === 'browser';
  const now = useOfficeNow();
  if (asksForPaper(job)) {
    return (
      <PaperAnswer
        job={job}
        disabled={pending}
        onOut={() => void say([id], { state: 'confirmed' })}
        onNotOut={(mark) => void say([id], mark)}
      />
    );
  }
  if (state === 'failed' || state === 'ready') {
    const print = isBrowser ? onShow : () => void say([id], { state: 'retry' });
    return (
      <>
        {state === 'ready' && `${stateWords(job)} từ ${dayAndHour(job.createdAt)}`}
        <Button size="small" disabled={pending} onClick={print}>
          {state === 'failed' ? 'In lại' : 'In'}
        </Button>
        {!isBrowser && (
          <OtherPrinter
            small
            disabled={pending}
            onChoose={(printer) => void say([id], { state: 'retry', printer })}
          />
        )}
      </>
    );
  }
  if (isStuck(job, now)) {
    return (
      <>
        {stateWords(job)}
        <Button size="small" disabled={pending} onClick={() => void say([id], { state: 'retry' })}>
          Làm lại
        </Button>
      </>
    );
  }
  return isUnderWay(job) ? stateWords(job) : `${stateWords(job)} ${timeWords(job)}`;
}

/** When it came to its state. */
function timeWords({ changedAt }: PrintJobRow): string {
  return dayAndHour(changedAt);
}

function dayAndHour(at: string): string {
  return `${formatDayMonthPadded(at)} ${formatHour(at)}`;
}
