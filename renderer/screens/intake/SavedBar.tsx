import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import type { PrintJobRow } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { PaperAnswer } from '../../components/PaperAnswer.tsx';
import { asksForPaper, isUnderWay } from '../../components/print-states.ts';
import { paperQuestion, stateWords } from '../../components/print-words.ts';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useSlipMark } from '../../components/use-slip-mark.ts';
import { useSession } from '../../session.tsx';
import styles from './Intake.module.css';
import { useCatalogue } from './use-procedure.ts';
import type { Saved } from './use-reception.ts';

/** What was just received, how its paper fares, and what may follow. */
export function SavedBar(props: {
  saved: Saved;
  onSamePerson: () => void;
  onCopy: () => void;
  onPreview: () => void;
}) {
  const { saved, onSamePerson, onCopy, onPreview } = props;
  const { result, values, registering } = saved;
  const rows = useCatalogue();
  const procedure = rows.find((row) => row.code === values.procedureCode)?.shortName;
  return (
    <QuietBar
      actions={
        <>
          <PrintState jobIds={result.jobIds} onPreview={onPreview} />
          <Button
            variant="text"
            component={RouterLink}
            to={`/ho-so/${result.id}/sua`}
            startIcon={<EditOutlined />}
          >
            Sửa
          </Button>
          <Button variant="text" onClick={onCopy} startIcon={<ContentCopyOutlined />}>
            Sao chép
          </Button>
          <Button variant="text" onClick={onSamePerson} startIcon={<PersonAddAltOutlined />}>
            Thêm hồ sơ cho người này
          </Button>
        </>
      }
    >
      <span className={styles.saved}>
        {savedWords(registering)} Mã hồ sơ{' '}
        <Link component={RouterLink} to={`/ho-so/${result.id}`}>
          <b>{result.caseCode}</b>
        </Link>
        <span className={`${styles.savedWho} cut`}>
          {values.applicant.name} · {procedure}
        </span>
      </span>
    </QuietBar>
  );
}

function savedWords(registering: Saved['registering']): string {
  if (registering === null) return 'Đã tiếp nhận.';
  const { decision } = registering;
  if (decision === null) return 'Đã đăng ký, chờ tiếp nhận.';
  return decision.kind === 'reject' ? 'Đã từ chối tiếp nhận.' : 'Đã ghi, chờ bổ sung.';
}

/** True states only: what was made, sent, seen or failed. */
function PrintState({ jobIds, onPreview }: { jobIds: readonly number[]; onPreview: () => void }) {
  const trpc = useTRPC();
  const { platform } = useSession();
  const { say, pending, error } = useSlipMark();
  const asked = useQuery({
    ...trpc.slips.jobs.queryOptions({ ids: [...jobIds] }),
    enabled: jobIds.length > 0,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 700 : false),
  });
  const jobs = asked.data ?? [];
  if (jobIds.length === 0) return null;
  if (error !== null || jobs.some((job) => job.state === 'failed')) {
    return (
      <>
        <span className={styles.printTag} data-tone="due">
          <PrintOutlined />
          {error === null ? 'chưa in được, hồ sơ đã lưu' : 'chưa ghi được, xem lại từng phiếu'}
        </span>
        <Button size="small" onClick={onPreview}>
          In lại hoặc bỏ qua
        </Button>
      </>
    );
  }
  const inQuestion = jobs.filter(asksForPaper).map(({ id }) => id);
  const isWaiting = platform === 'browser' && jobs.some((job) => job.state === 'ready');
  return (
    <>
      <span className={styles.printTag}>
        <PrintOutlined />
        {printWords(jobs, jobIds.length, platform)}
      </span>
      {inQuestion.length > 0 && !jobs.some(isUnderWay) && (
        <>
          <span className={styles.question}>{paperQuestion}</span>
          <PaperAnswer
            disabled={pending}
            onOut={() => void say(inQuestion, { state: 'confirmed' })}
            // Of several, some may be out: each is asked for by itself.
            job={inQuestion.length > 1 ? undefined : jobs.find(asksForPaper)}
            onNotOut={(mark) => (inQuestion.length > 1 ? onPreview() : void say(inQuestion, mark))}
          />
        </>
      )}
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
  const inDoubt = jobs.find(({ state }) => state === 'unknown');
  if (inDoubt) return stateWords(inDoubt);
  if (count('sent') > 0 && count('sent', 'confirmed', 'skipped') === total)
    return `đã gửi máy in ${count('sent', 'confirmed')}/${total}`;
  if (platform === 'electron') return `đang in ${count('sent', 'confirmed')}/${total}`;
  if (count('queued') > 0 || jobs.length === 0) return `đang tạo phiếu ${count('ready')}/${total}`;
  if (count('ready') > 0) return `chờ in qua trình duyệt ${count('ready')}/${total}`;
  return `đã in ${count('confirmed')}/${total}`;
}
