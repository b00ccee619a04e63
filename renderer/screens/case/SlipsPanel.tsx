import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { slipForms } from '../../../shared/domain/intake.ts';
import { formatDayMonthPadded, formatHour } from '../../../shared/format.ts';
import { printFaultLabels, printStateLabels, slipLabels } from '../../../shared/labels.ts';
import type { PrintJobRow } from '../../../shared/views.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { OtherPrinter } from './OtherPrinter.tsx';
import { Row } from './Rows.tsx';
import { usePrinting } from './use-printing.ts';

/** Each form with the state of its last print; a failed one keeps its two ways out in sight. */
export function SlipsPanel({ caseId, prints }: { caseId: number; prints: PrintJobRow[] }) {
  const printing = usePrinting(caseId);
  const last = slipForms.flatMap((form) => {
    const job = prints.filter((print) => print.form === form).sort((a, b) => b.id - a.id)[0];
    return job ? [job] : [];
  });
  return (
    <Panel title="Phiếu" note={last.length === 0 ? 'chưa in phiếu nào' : undefined} flush>
      {printing.error !== null && <ErrorNotice error={printing.error} />}
      <ul>
        {last.map((job) => (
          <SlipRow key={job.id} job={job} printing={printing} />
        ))}
      </ul>
    </Panel>
  );
}

function SlipRow({ job, printing }: { job: PrintJobRow; printing: ReturnType<typeof usePrinting> }) {
  const { id, form, state, reprint, path, fault, createdAt } = job;
  const sub = [
    reprint > 0 && `in lại lần ${reprint}`,
    state === 'failed' &&
      `${fault ? (printFaultLabels[fault] ?? fault) : 'máy in không trả lời'}, phiếu đã lưu`,
  ].filter((part) => part !== false);
  const time = `${formatDayMonthPadded(createdAt)} ${formatHour(createdAt)}`;
  return (
    <Row
      warns={state === 'failed'}
      sub={sub.join(' · ')}
      side={
        state === 'failed' ? (
          <>
            <Button size="small" disabled={printing.pending} onClick={() => void printing.retry(id, null)}>
              In lại
            </Button>
            <OtherPrinter
              disabled={printing.pending}
              onChoose={(printer) => void printing.retry(id, printer)}
            />
          </>
        ) : (
          <span>
            {printStateLabels[state]} {state === 'queued' ? '' : time}
          </span>
        )
      }
    >
      {path ? (
        <Link href={path} target="_blank" rel="noreferrer">
          {slipLabels[form]}
        </Link>
      ) : (
        slipLabels[form]
      )}
    </Row>
  );
}
