import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { type CaseListFilter, listPath } from '../../list-state.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Promises.module.css';

const periods = [
  { value: 'month', label: 'Tháng này' },
  { value: 'quarter', label: 'Quý này' },
  { value: 'year', label: 'Năm nay' },
] as const;
type Period = (typeof periods)[number]['value'];

/** "Hẹn và đi lại": promises kept, days saved, visits. Every number opens its cases. */
export function Promises() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const [period, setPeriod] = useState<Period>('month');
  const days = { from: firstDayOf(period, today), to: today };
  const asked = useQuery(trpc.promises.figures.queryOptions(days));
  const { data } = asked;
  const list = (filter: CaseListFilter) =>
    listPath({ view: 'all', filter: { receivedFrom: days.from, receivedTo: days.to, ...filter } });
  return (
    <Panel
      title="Hẹn và đi lại"
      note="hồ sơ nhận trong kỳ"
      actions={<Segmented label="Kỳ" value={period} options={periods} onChange={setPeriod} />}
    >
      {asked.isError && <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {data && (
        <dl className={styles.figures}>
          <div>
            <dt>Giữ lời hẹn trả trong ngày</dt>
            <dd>
              <Link to={list({ promise: 'kept' })}>{formatInteger(data.promises.kept)}</Link>
              {' / '}
              <Link to={list({ promise: 'judged' })}>{formatInteger(data.promises.judged)}</Link>
            </dd>
            <dd className={styles.words}>
              {data.promises.judged === 0
                ? 'Chưa có lời hẹn nào đến ngày.'
                : `${formatRatio(data.promises.kept, data.promises.judged)}${data.promises.open > 0 ? `; ${formatInteger(data.promises.open)} chưa hết ngày` : ''}.`}
            </dd>
          </div>
          <div>
            <dt>Ngày tiết kiệm cho người dân</dt>
            <dd>
              <Link to={list({ saved: true })}>{formatInteger(data.saved.days)} ngày</Link>
            </dd>
            <dd className={styles.words}>
              {formatInteger(data.saved.cases)} hồ sơ có hạn ngắn hơn quy định.
            </dd>
          </div>
          <div>
            <dt>Số lần đi lại mỗi hồ sơ</dt>
            <dd>
              <Link to={list({ status: 'returned' })}>{average(data.visits)}</Link>
            </dd>
            <dd className={styles.words}>
              {formatInteger(data.visits.visits)} lần / {formatInteger(data.visits.cases)} hồ sơ đã trả kết
              quả.
            </dd>
          </div>
        </dl>
      )}
    </Panel>
  );
}

/** "1,8": one decimal, rounded down; nothing without cases. */
function average({ visits, cases }: { visits: number; cases: number }): string {
  if (cases === 0) return 'chưa có';
  const tenths = Math.floor((visits * 10) / cases);
  return `${Math.floor(tenths / 10)},${tenths % 10}`;
}

function firstDayOf(period: Period, today: string): string {
  const year = today.slice(0, 4);
  if (period === 'year') return `${year}-01-01`;
  const month = Number(today.slice(5, 7));
  const first = period === 'quarter' ? month - ((month - 1) % 3) : month;
  return `${year}-${String(first).padStart(2, '0')}-01`;
}
