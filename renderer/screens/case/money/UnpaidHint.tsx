import Button from '@mui/material/Button';
import { formatMoney } from '../../../../shared/format.ts';
import styles from './Money.module.css';
import type { Owed } from './use-owed.ts';

/** Before a result goes out: what is still to be paid; once it was taken, that it stays so whatever becomes of the result. */
export function UnpaidHint({ owed, isRefused }: { owed: Owed; isRefused: boolean }) {
  const { owedVnd, takes, isShown, taken, take, pending } = owed;
  if (owedVnd === 0) {
    if (taken === '') return null;
    return (
      <p className={styles.hint} data-done role="status">
        {isRefused ? `${taken}: khoản này đã ghi và giữ nguyên. Kết quả chưa trả.` : taken}
      </p>
    );
  }
  return (
    <div className={styles.hint} role="status">
      <p>
        Chưa thu <b>{formatMoney(owedVnd)}</b>
        {isShown && ', đã hiện QR, chưa thấy tiền'}
      </p>
      {takes && (
        <div className={styles.acts} data-enter="skip">
          <Button size="small" disabled={pending} onClick={() => void take('transfer')}>
            Đã thấy chuyển khoản
          </Button>
        </div>
      )}
    </div>
  );
}
