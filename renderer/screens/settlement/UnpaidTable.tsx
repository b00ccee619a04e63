import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatMoney, formatPhone, formatShortTime } from '../../../shared/format.ts';
import { paymentMethodLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { Pager } from './Pager.tsx';
import styles from './Settlement.module.css';
import { usePages } from './use-pages.ts';

/** What citizens still owe, the oldest first, found by what the bank writes; a line opens its case, where it is taken. */
export function UnpaidTable() {
  const [text, setText] = useState('');
  return (
    <section className={styles.card} aria-label="Chưa thu">
      <div className={styles.find}>
        <TextField
          label="Nội dung chuyển khoản"
          placeholder="MC… trên sao kê ngân hàng"
          value={text}
          onChange={({ target }) => setText(target.value)}
          slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 200 } }}
        />
      </div>
      <UnpaidRows key={text} text={text} />
    </section>
  );
}

function UnpaidRows({ text }: { text: string }) {
  const trpc = useTRPC();
  const pages = usePages();
  const list = useQuery({
    ...trpc.settlement.unpaid.queryOptions({ after: pages.after, text }),
    placeholderData: keepPreviousData,
  });
  const page = list.data;
  return (
    <>
      {list.isError && page === undefined && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {page?.count === 0 && text !== '' && (
        <EmptyState title="Không khoản nào chưa thu có nội dung này">
          Khoản đã xác nhận nằm ở Sổ thu. Xóa ô tìm để thấy lại cả danh sách.
        </EmptyState>
      )}
      {page?.count === 0 && text === '' && (
        <EmptyState title="Không còn khoản nào chưa thu">
          Hồ sơ thu khi trả, chuyển khoản chưa thấy tiền hiện ở đây.
        </EmptyState>
      )}
      {page !== undefined && page.count > 0 && (
        <>
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">Từ</th>
                  <th scope="col">Chủ hồ sơ</th>
                  <th scope="col">Thủ tục</th>
                  <th scope="col">Điện thoại</th>
                  <th scope="col">Số tiền</th>
                  <th scope="col">Hình thức</th>
                  <th scope="col">Trạng thái</th>
                </tr>
              </thead>
              <tbody>
                {page.rows.map((row) => (
                  <tr key={row.id}>
                    <td>{formatShortTime(row.demandedAt)}</td>
                    <td>
                      <Link to={`/ho-so/${row.caseId}`}>
                        <b>{row.applicantName}</b>
                        <small>{row.caseCode}</small>
                      </Link>
                    </td>
                    <td className={styles.wrap}>{row.procedureShortName}</td>
                    <td>
                      {row.phone === null ? (
                        <span className={styles.quiet}>không ghi</span>
                      ) : (
                        formatPhone(row.phone)
                      )}
                    </td>
                    <td>{formatInteger(row.amountVnd)}</td>
                    <td>
                      {paymentMethodLabels[row.method]}
                      <small>{row.purpose}</small>
                    </td>
                    <td>
                      {row.status === 'qrShown' ? (
                        <StatusMark tone="wait">đã hiện QR, chưa thấy tiền</StatusMark>
                      ) : (
                        <StatusMark tone="done">chưa thu</StatusMark>
                      )}
                      {row.returnedAt !== null && (
                        <small>đã trả kết quả ngày {formatDay(row.returnedAt)}</small>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <footer className={styles.foot}>
            <b>{formatMoney(page.amountVnd)}</b>
            <span>{formatInteger(page.count)} khoản chưa thu</span>
            <span className="grow" />
            <Pager pages={pages} next={page.next} shown={page.rows.length} total={page.count} />
          </footer>
        </>
      )}
    </>
  );
}
