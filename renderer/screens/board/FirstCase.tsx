import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ReceiveButton } from '../../components/ReceiveButton.tsx';
import { useSession } from '../../session.tsx';
import styles from './Board.module.css';

/** A new register: the next act of whoever receives, and what will stand here after it. */
export function FirstCase() {
  const isEmergency = useSession().emergencyAt !== null;
  return (
    <div className={styles.first}>
      <EmptyState
        icon={<NoteAddOutlined fontSize="large" />}
        title={isEmergency ? 'Sổ tạm, chưa nhận hồ sơ nào' : 'Sổ mới, chưa có hồ sơ nào'}
        action={<ReceiveButton words={isEmergency ? 'Tiếp nhận vào sổ tạm' : 'Tiếp nhận hồ sơ đầu tiên'} />}
      >
        Sau lần tiếp nhận đầu, trang này xếp việc theo thời gian làm việc còn lại: quá hạn, đến hạn hôm nay,
        chờ bổ sung, sẵn sàng trả và chưa in.
      </EmptyState>
    </div>
  );
}
