import { useQuery } from '@tanstack/react-query';
import { formatDay, formatShortTime } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Settings.module.css';

/** What became of the sealed code: it spoke for a second person, was made by one alone, or opened somebody's account. */
export function EnvelopeNotice() {
  const { data } = useQuery(useTRPC().accounts.envelope.queryOptions());
  if (!data) return null;
  const { openedAt, madeAlone, recovered } = data;
  return (
    <>
      {openedAt !== null && (
        <p className={styles.envelope}>
          <StatusMark tone="due" strong>
            Phong bì đã mở
          </StatusMark>{' '}
          Mã khôi phục được dùng lúc {formatShortTime(openedAt)} để xác nhận thay người thứ hai. Mã ấy vẫn còn
          hiệu lực: bấm Mã khôi phục mới, in ra, niêm phong lại.
        </p>
      )}
      {madeAlone !== null && (
        <p className={styles.envelope}>
          <StatusMark tone="due" strong>
            Mã khôi phục chưa dùng được
          </StatusMark>{' '}
          {madeAlone.by} làm mã này lúc {formatShortTime(madeAlone.at)} chỉ bằng mật khẩu của mình, mã cũ đã
          hết dùng. Mã mới dùng được từ {formatDay(madeAlone.holdsFrom)}. Không phải người ấy làm: đổi mật
          khẩu ngay, rồi làm mã mới.
        </p>
      )}
      {recovered.map(({ name, at, until }) => (
        <p key={name} className={styles.envelope}>
          <StatusMark tone="due" strong>
            Vào lại bằng mã khôi phục
          </StatusMark>{' '}
          {name} đặt mật khẩu mới lúc {formatShortTime(at)} bằng mã trong phong bì. Đến {formatDay(until)}{' '}
          chưa cùng ai làm việc cần hai người, nếu còn hai người quản lý khác. Không phải người ấy làm: xem
          nhật ký, báo lãnh đạo.
        </p>
      ))}
    </>
  );
}
