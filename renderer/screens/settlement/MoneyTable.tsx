import Button from '@mui/material/Button';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { shortPersonName } from '../../../shared/domain/text.ts';
import { formatMoney, formatShortTime } from '../../../shared/format.ts';
import { moveLabels, paymentMethodLabels } from '../../../shared/labels.ts';
import type { MoneyLine, Settlement } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { ExportButton } from '../../components/ExportButton.tsx';
import { conditionWords } from './condition-words.ts';
import { Pager } from './Pager.tsx';
import styles from './Settlement.module.css';
import { pathOf, type SettlementPlace } from './settlement-place.ts';
import { usePages } from './use-pages.ts';

/** The movements behind a number, the newest first; what went back is a line of its own. */
export function MoneyTable({ place, settlement }: { place: SettlementPlace; settlement: Settlement }) {
  const trpc = useTRPC();
  const { period, filter } = place;
  const pages = usePages();
  const list = useQuery({
    ...trpc.settlement.list.queryOptions({ period, filter, after: pages.after }),
    placeholderData: keepPreviousData,
  });
  const exporting = useMutation(trpc.settlement.exportList.mutationOptions());
  const conditions = conditionWords(filter, settlement);
  const page = list.data;
  return (
    <section className={styles.card} aria-label="Danh sách thu">
      {conditions.length > 0 && (
        <p className={styles.conditions}>
          <span className="cut">{conditions.join('; ')}</span>
          <Button size="small" variant="text" component={Link} to={pathOf({ ...place, filter: {} })}>
            Xem tất cả
          </Button>
        </p>
      )}
      {list.isError && page === undefined && (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      )}
      {page?.count === 0 && (
        <EmptyState title="Không có khoản thu nào">
          {conditions.length > 0 ? 'Bỏ điều kiện hoặc chọn kỳ khác.' : 'Khoản thu của kỳ này hiện ở đây.'}
        </EmptyState>
      )}
      {page !== undefined && page.count > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Phiếu thu</th>
                <th scope="col">Ngày, giờ</th>
                <th scope="col">Người nộp, hồ sơ</th>
                <th scope="col">Hình thức</th>
                <th scope="col">Số tiền</th>
                <th scope="col">Biên lai</th>
                <th scope="col">Người thu</th>
              </tr>
            </thead>
            <tbody>
              {page.rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {page !== undefined && (
        <footer className={styles.foot}>
          <b>{formatMoney(page.amountVnd)}</b>
          <span>
            {formatInteger(page.count)} dòng của {formatInteger(page.cases)} hồ sơ
          </span>
          <span className="grow" />
          <ExportButton
            disabled={page.count === 0}
            make={() => exporting.mutateAsync({ period, filter, conditions })}
          />
          <Pager pages={pages} next={page.next} shown={page.rows.length} total={page.count} />
        </footer>
      )}
    </section>
  );
}

function Line({ row }: { row: MoneyLine }) {
  const isTaken = row.kind === 'confirmed';
  const isVoided = isTaken && row.status === 'cancelled';
  return (
    <tr data-voided={isVoided || undefined}>
      <td>
        {row.noteNo || <span className={styles.quiet}>không lập</span>}
        {isVoided && <small>đã hủy</small>}
      </td>
      <td>{formatShortTime(row.at)}</td>
      <td>
        <Link to={`/ho-so/${row.caseId}`}>
          <b>{row.payer}</b>
          <small title={row.procedureShortName}>
            {row.caseCode} · {row.procedureShortName}
          </small>
        </Link>
      </td>
      <td>
        {paymentMethodLabels[row.method]}
        {!isTaken && <small>{moveLabels[row.kind].toLowerCase()}</small>}
      </td>
      <td>
        {formatInteger(row.amountVnd)}
        {!isTaken && <small>của {formatInteger(row.noteVnd)}</small>}
      </td>
      <td>{isTaken && !isVoided && (row.receiptNo || <span className={styles.quiet}>chưa ghi</span>)}</td>
      <td>{shortPersonName(row.personName)}</td>
    </tr>
  );
}
