import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Link } from 'react-router';
import { StatusMark } from '../../components/StatusMark.tsx';
import { outboxPath } from '../../list-state.ts';
import { type OpenSession, useOfficeNow, useSession } from '../../session.tsx';
import styles from './TopBar.module.css';

/** Small truths: the line to the counter, the last backup, the printer. */
export function Truths({ connected }: { connected: boolean }) {
  const session = useSession();
  const now = useOfficeNow();
  return (
    <>
      <span role="status" className={styles.truth}>
        {!connected && (
          <StatusMark tone="due" strong>
            Mất kết nối, đang nối lại
          </StatusMark>
        )}
      </span>
      <Backup lastBackupAt={session.lastBackupAt} now={now} />
      <Printer session={session} />
    </>
  );
}

function Backup({ lastBackupAt, now }: { lastBackupAt: string | null; now: string }) {
  if (lastBackupAt === null) {
    return (
      <span className={styles.truth}>
        <CloudOffOutlined />
        <span className={styles.long}>Chưa có bản sao lưu</span>
      </span>
    );
  }
  const minutes = Math.max(
    0,
    Math.floor((Date.parse(`${now}:59+07:00`) - Date.parse(lastBackupAt)) / 60_000),
  );
  const words = `Sao lưu ${agoWords(minutes)}`;
  return (
    <span className={styles.truth}>
      <CloudDoneOutlined />
      {minutes > 24 * 60 ? (
        <StatusMark tone="due">{words}</StatusMark>
      ) : (
        <span className={styles.long}>{words}</span>
      )}
    </span>
  );
}

function Printer({ session }: { session: OpenSession }) {
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
        <span className={styles.long}>{words}</span>
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
