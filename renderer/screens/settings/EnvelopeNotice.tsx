import { useQuery } from '@tanstack/react-query';
import { formatShortTime } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Settings.module.css';

/** The sealed code spoke for a second person: whoever stood by has read it. */
export function EnvelopeNotice() {
  const { data } = useQuery(useTRPC().accounts.envelope.queryOptions());
  if (!data?.openedAt) return null;
  return (
    <p className={styles.envelope}>
      <StatusMark tone="due" strong>
        Phong bì đã mở
      </StatusMark>{' '}
      Mã khôi phục được dùng lúc {formatShortTime(data.openedAt)} để xác nhận thay người thứ hai. Mã ấy vẫn
      còn hiệu lực: bấm Mã khôi phục mới, in ra, niêm phong lại.
    </p>
  );
}
