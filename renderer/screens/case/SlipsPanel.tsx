import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { slipForms } from '../../../shared/domain/intake.ts';
import { formatDayMonthPadded, formatHour } from '../../../shared/format.ts';
import { slipLabels } from '../../../shared/labels.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { faultWords, stateWords } from '../../components/print-words.ts';
import { useSession } from '../../session.tsx';
import { OtherPrinter } from './OtherPrinter.tsx';
import { Row } from './Rows.tsx';
import { useSlipRetry } from './use-slip-retry.ts';

/** Each form with the state of its last print; a failed one keeps its two ways out in sight. */
export function SlipsPanel({
  prints,
  onShow,
}: {
  prints: PrintJobRow[];
  onShow: (jobIds: number[]) => void;
}) {
  const retrying = useSlipRetry();
  const last = slipForms.flatMap((form) => {
    const job = prints.filter((print) => print.form === form).sort((a, b) => b.id - a.id)[0];
    return job ? [job] : [];
  });
  return (
    <Panel title="Phiếu" note={last.length === 0 ? 'chưa in phiếu nào' : undefined} flush>
      {retrying.error !== null && <ErrorNotice error={retrying.error} />}
      <ul>
        {last.map((job) => (
          <SlipRow key={job.id} job={job} retrying={retrying} onShow={() => onShow([job.id])} />
        ))}
      </ul>
    </Panel>
  );
}

interface SlipRowProps {
  job: PrintJobRow;
  retrying: ReturnType<typeof useSlipRetry>;
  onShow: () => void;
}

function SlipRow({ job, retrying, onShow }: SlipRowProps) {
  const { form, state, reprint, fault, printer } = job;
  const sub = [
    reprint > 0 && `in lại lần ${reprint}`,
    state === 'failed' && `${faultWords(fault, printer)}, phiếu đã lưu`,
  ].filter((part) => part !== false);
  return (
    <Row
      warns={state === 'failed'}
      sub={sub.join(' · ')}
      side={<SlipSide job={job} retrying={retrying} onShow={onShow} />}
    >
      <Link component="button" type="button" variant="inherit" onClick={onShow}>
        {slipLabels[form]}
      </Link>
    </Row>
  );
}

function SlipSide({ job, retrying, onShow }: SlipRowProps) {
  const { id, state, createdAt } = job;
  const isBrowser = useSession().platform === 'browser';
  if (state === 'failed' && !isBrowser) {
    return (
      <>
        <Button size="small" disabled={retrying.pending} onClick={() => void retrying.run(id, null)}>
          In lại
        </Button>
        <OtherPrinter disabled={retrying.pending} onChoose={(printer) => void retrying.run(id, printer)} />
      </>
    );
  }
  if (state === 'failed' || (state === 'ready' && isBrowser)) {
    return (
      <>
        {state === 'ready' && stateWords(job)}
        <Button size="small" onClick={onShow}>
          {state === 'failed' ? 'In lại' : 'In'}
        </Button>
      </>
    );
  }
  const time = state === 'queued' ? '' : ` ${formatDayMonthPadded(createdAt)} ${formatHour(createdAt)}`;
  return `${stateWords(job)}${time}`;
}
