import Button from '@mui/material/Button';
import { Link, useLocation } from 'react-router';
import { formatFullTime } from '../../../shared/format.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './RestoreBar.module.css';

const restorePath = '/sao-luu/khoi-phuc';

/** What works now stands in for a damaged register; above every page until that one is back, with the way there. */
export function EmergencyBar() {
  const { emergencyAt, person, isRemote } = useSession();
  const { pathname } = useLocation();
  if (emergencyAt === null) return null;
  const mayRestore = person?.roles.includes('administrator') && !isRemote;
  return (
    <section className={styles.bar} role="status" aria-label="Đang dùng sổ tạm">
      <div className={styles.words}>
        <StatusMark tone="due" strong>
          Đang dùng sổ tạm, mở lúc {formatFullTime(emergencyAt)}.
        </StatusMark>{' '}
        <span>Hồ sơ cũ chưa tra được; hồ sơ nhận ở đây mang dải số riêng, sau đưa vào sổ chính.</span>{' '}
        <span>
          {mayRestore
            ? 'Về sổ chính: khôi phục từ bản của sổ chính, rồi mở Sao lưu, mục Sổ tạm khi hỏng, bấm Đưa vào sổ.'
            : 'Quản trị về sổ chính ở máy giữ sổ: Sao lưu → Khôi phục.'}
        </span>
      </div>
      {mayRestore && pathname !== restorePath && (
        <Button component={Link} to={restorePath} size="small">
          Khôi phục
        </Button>
      )}
    </section>
  );
}
