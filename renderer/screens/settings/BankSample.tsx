import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Bank } from '../../../shared/domain/fee-rule.ts';
import { formatMoney } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useDebounced } from '../../components/use-debounced.ts';
import { QrCode } from '../../second-screen/QrCode.tsx';
import styles from './BankSample.module.css';

/** The code of a thousand đồng to this account, to be tried before anybody pays with it. */
export function BankSample({ account, isSaved }: { account: Bank | null; isSaved: boolean }) {
  const trpc = useTRPC();
  const [bin = '', number = ''] = useDebounced(account ? `${account.bin} ${account.account}` : '').split(' ');
  const { data } = useQuery({
    ...trpc.setup.bankSample.queryOptions({ bin, account: number }),
    enabled: number !== '',
    placeholderData: keepPreviousData,
  });
  if (account === null) return <p className={styles.empty}>Ghi đủ tài khoản thì mã thử hiện ở đây.</p>;
  return (
    <div className={styles.sample}>
      <div className={styles.qr}>{data && <QrCode qr={data.qr} label="Mã chuyển thử 1.000 đ" />}</div>
      <div className={styles.words}>
        <span>
          Ngân hàng: <b>{account.bankName}</b>
        </span>
        <span>
          Số tài khoản: <b>{account.account}</b>
        </span>
        <span>
          Chủ tài khoản: <b>{account.holder}</b>
        </span>
        <span>Số tiền: {formatMoney(data?.amountVnd ?? 0)}</span>
        <span>Nội dung: {data?.purpose}</span>
      </div>
      <div className={styles.warning}>
        {!isSaved && <StatusMark tone="due">Chuyển thử 1.000 đ trước</StatusMark>}
        <p>
          {isSaved
            ? 'Tài khoản này đang dùng. Muốn chắc, quét mã và xem tiền có vào đúng tài khoản.'
            : 'Quét mã này, thấy tiền vào đúng tài khoản rồi hãy lưu.'}
        </p>
      </div>
    </div>
  );
}
