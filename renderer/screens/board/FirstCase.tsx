import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import styles from './Board.module.css';

/** A new register: the next act, and what will stand here after it. */
export function FirstCase() {
  return (
    <div className={styles.first}>
      <EmptyState
        icon={<NoteAddOutlined fontSize="large" />}
        title="Sổ mới, chưa có hồ sơ nào"
        action={
          <Button
            component={Link}
            to="/tiep-nhan"
            variant="contained"
            color="primary"
            endIcon={<Keycap name="receive" />}
          >
            Tiếp nhận hồ sơ đầu tiên
          </Button>
        }
      >
        Sau lần tiếp nhận đầu, trang này xếp việc theo thời gian làm việc còn lại: quá hạn, đến hạn hôm nay,
        chờ bổ sung, sẵn sàng trả và chưa in.
      </EmptyState>
    </div>
  );
}
