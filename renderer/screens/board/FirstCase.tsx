import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { useSession } from '../../session.tsx';
import { railPages } from '../frame/rail-pages.ts';
import styles from './Board.module.css';

const receptionPath = '/tiep-nhan';

/** A new register: the next act of whoever receives, and what will stand here after it. */
export function FirstCase() {
  const { person } = useSession();
  const isReceiver = railPages(person?.roles ?? []).some(({ to }) => to === receptionPath);
  return (
    <div className={styles.first}>
      <EmptyState
        icon={<NoteAddOutlined fontSize="large" />}
        title="Sổ mới, chưa có hồ sơ nào"
        action={
          isReceiver && (
            <Button
              component={Link}
              to={receptionPath}
              variant="contained"
              color="primary"
              endIcon={<Keycap name="receive" />}
            >
              Tiếp nhận hồ sơ đầu tiên
            </Button>
          )
        }
      >
        Sau lần tiếp nhận đầu, trang này xếp việc theo thời gian làm việc còn lại: quá hạn, đến hạn hôm nay,
        chờ bổ sung, sẵn sàng trả và chưa in.
      </EmptyState>
    </div>
  );
}
