import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Link } from 'react-router';
import { faultMarks } from '../../../shared/backup-words.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { outboxPath } from '../../list-state.ts';
import { useLine } from '../../live.ts';
import { type OpenSession, useOfficeNow, useSession } from '../../session.tsx';
import styles from './TopBar.module.css';

/** Small truths: the line to the counter, the last backup, the printer. */
export function Truths({ connected }: { connected: boolean }) {
  const session = useSession();
  const now = useOfficeNow();
  const { unsure } = useLine();
  // While the line is cut its words need the room; good news is then only said to screen readers.
  const quiet = connected ? styles.long : 'hidden';
  return (
    <>
      <span role="status" className={styles.truth}>
        {!connected && (
          <StatusMark tone="due" strong>
            {unsure > 0 ? 'Mất kết nối, đang hỏi lại việc vừa gửi' : 'Mất kết nối, đang nối lại'}
          </StatusMark>
        )}
      </span>
      <Backup session={session} now={now} quiet={quiet} />
      <Printer session={session} quiet={quiet} />
    </>
  );
}

interface TruthProps {
  session: OpenSession;
  /** The class of words that are good news. */
  quiet: string | undefined;
}

/** Old news after this long, while the counter is open. */
const freshMinutes = 24 * 60;

function Backup({ session, now, quiet }: TruthProps & { now: string }) {
  const { lastAt, fault, isRunning } = session.backup;
  const minutes =
    lastAt === null
      ? null
      : Math.max(0, Math.floor((Date.parse(`${now}:59+07:00`) - Date.parse(lastAt)) / 60_000));
  const agoOrNever = minutes === null ? 'Chưa có bản sao lưu' : `Sao lưu ${agoWords(minutes)}`;
  const words = isRunning ? 'Đang sao lưu' : fault === null ? agoOrNever : faultMarks[fault];
  const isBad = fault !== null || (minutes !== null && minutes > freshMinutes);
  return (
    <Link className={styles.truth} to="/sao-luu" aria-label={`Sao lưu: ${words}`}>
      {minutes === null || isBad ? <CloudOffOutlined /> : <CloudDoneOutlined />}
      {isBad && !isRunning ? (
        <StatusMark tone={fault === null ? 'due' : 'late'} strong={fault !== null}>
          {words}
        </StatusMark>
      ) : (
        <span className={quiet}>{words}</span>
      )}
    </Link>
  );
}

function Printer({ session, quiet }: TruthProps) {
  const { failedPrints, unprinted, platform, printers } = session;
  const isQuiet = unprinted === 0;
  const quietWords =
    platform === 'browser'
      ? 'In qua trình duyệt'
      : printers.length === 0
        ? 'Chưa có máy in'
        : 'Máy in sẵn sàng';
  const waiting = unprinted - failedPrints;
  const waitingWords =
    failedPrints === 0
      ? `${unprinted} phiếu chưa in`
      : waiting > 0
        ? `${failedPrints} cần xử lý, ${waiting} chờ in`
        : `${failedPrints} phiếu cần xử lý`;
  const words = isQuiet ? quietWords : waitingWords;
  return (
    <Link className={styles.truth} to={outboxPath} aria-label={`Hàng in: ${words}`}>
      <PrintOutlined />
      {isQuiet ? (
        <span className={quiet}>{words}</span>
      ) : (
        <StatusMark tone={failedPrints > 0 ? 'due' : 'wait'} strong>
          {words}
        </StatusMark>
      )}
    </Link>
  );
}

/** "vừa xong", "8 phút trước", "3 giờ trước", "2 ngày trước". */
function agoWords(minutes: number): string {
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút trước`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} giờ trước`;
  return `${Math.floor(minutes / (24 * 60))} ngày trước`;
}
