import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import type { PrintJobRow } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useSession } from '../../session.tsx';
import styles from './Intake.module.css';
import { useCatalogue } from './use-procedure.ts';
import type { Saved } from './use-reception.ts';

/** What was just received, how its paper fares, and what may follow. */
export function SavedBar(props: { saved: Saved; onSamePerson: () => void; onPreview: () => void }) {
  const { saved, onSamePerson, onPreview } = props;
  const { result, values } = saved;
  const rows = useCatalogue();
  const procedure = rows.find((row) => row.code === values.procedureCode)?.shortName;
  return (
    <QuietBar
      actions={
        <>
          <PrintState jobIds={result.jobIds} onPreview={onPreview} />
          <Button variant="text" onClick={onSamePerson} startIcon={<PersonAddAltOutlined />}>
            Thêm hồ sơ cho người này
          </Button>
        </>
      }
    >
      Đã tiếp nhận. Mã hồ sơ{' '}
      <Link component={RouterLink} to={`/ho-so/${result.id}`}>
        <b>{result.caseCode}</b>
      </Link>
      <span className={styles.savedWho}>
        {values.applicant.name} · {procedure}
      </span>
    </QuietBar>
  );
}

/** True states only: what was made, sent, seen or failed. */
function PrintState({ jobIds, onPreview }: { jobIds: readonly number[]; onPreview: () => void }) {
  const trpc = useTRPC();
  const { platform } = useSession();
  const asked = useQuery({
    ...trpc.slips.jobs.queryOptions({ ids: [...jobIds] }),
    enabled: jobIds.length > 0,
    refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'queued') ? 700 : false),
  });
  const jobs = asked.data ?? [];
  if (jobIds.length === 0) return null;
  const failed = jobs.find((job) => job.state === 'failed');
  if (failed) {
    return (
      <>
        <span className={styles.printTag} data-tone="due">
          <PrintOutlined />
          chưa in được, hồ sơ đã lưu
        </span>
        <Button size="small" onClick={onPreview}>
          In lại hoặc bỏ qua
        </Button>
      </>
    );
  }
  const isWaiting = platform === 'browser' && jobs.some((job) => job.state === 'ready');
  return (
    <>
      <span className={styles.printTag}>
        <PrintOutlined />
        {printWords(jobs, jobIds.length, platform)}
      </span>
      {isWaiting && (
        <Button size="small" onClick={onPreview}>
          In
        </Button>
      )}
    </>
  );
}

function printWords(jobs: readonly PrintJobRow[], total: number, platform: 'electron' | 'browser'): string {
  const count = (...states: PrintJobRow['state'][]) =>
    jobs.filter((job) => states.includes(job.state)).length;
  if (count('confirmed') === total) return `đã in ${total}/${total}`;
  if (count('skipped') === total) return 'không in';
  if (platform === 'electron')
    return count('sent', 'confirmed') === total
      ? `đã gửi máy in ${total}/${total}`
      : `đang in ${count('sent', 'confirmed')}/${total}`;
  if (count('queued') > 0 || jobs.length === 0) return `đang tạo phiếu ${count('ready')}/${total}`;
  if (count('ready') > 0) return `chờ in qua trình duyệt ${count('ready')}/${total}`;
  return `đã in ${count('confirmed', 'sent')}/${total}`;
}
