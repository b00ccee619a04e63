import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { LeaderPage, MonthBar } from '../../../shared/views-leader.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { CasesLink } from './CasesLink.tsx';
import styles from './Leader.module.css';
import chartStyles from './MonthChart.module.css';
import { BarSwatch, MonthChart } from './MonthChart.tsx';
import tableStyles from './Table.module.css';

const parts = [
  { part: 'early', set: 'receivedEarly', words: 'Trước hạn' },
  { part: 'onTime', set: 'receivedOnTime', words: 'Đúng hạn' },
  { part: 'late', set: 'receivedLate', words: 'Quá hạn' },
  { part: 'noDeadline', set: 'receivedNoDeadline', words: 'Không hạn' },
  { part: 'unsettled', set: 'receivedUnsettled', words: 'Chưa xong' },
] as const;

/** What came in each month and what became of it until the end of the period, as bars or as the table of the same numbers. */
export function MonthPanel({ months }: Pick<LeaderPage, 'months'>) {
  const [shown, show] = useState<'chart' | 'table'>('chart');
  const received = months.reduce((sum, month) => sum + month.received, 0);
  return (
    <Panel
      title="Tiếp nhận theo tháng"
      note={`${formatInteger(received)} hồ sơ`}
      actions={
        <span className={styles.onScreen}>
          <Segmented
            label="Cách xem"
            value={shown}
            options={[
              { value: 'chart', label: 'Biểu đồ' },
              { value: 'table', label: 'Bảng' },
            ]}
            onChange={show}
          />
        </span>
      }
      flush
    >
      {received === 0 ? (
        <EmptyState title="Kỳ này chưa tiếp nhận hồ sơ nào">
          Mỗi tháng một cột: trước hạn, đúng hạn, quá hạn.
        </EmptyState>
      ) : shown === 'table' ? (
        <MonthTable months={months} />
      ) : (
        <div className={chartStyles.chart}>
          <ul className={chartStyles.legend}>
            {parts.map(({ part, words }) => (
              <li key={part}>
                <BarSwatch part={part} />
                {words}
              </li>
            ))}
          </ul>
          <MonthChart months={months} />
        </div>
      )}
    </Panel>
  );
}

function MonthTable({ months }: { months: readonly MonthBar[] }) {
  return (
    <table className={tableStyles.table}>
      <caption className="hidden">Hồ sơ tiếp nhận theo tháng</caption>
      <thead>
        <tr>
          <th scope="col">Tháng</th>
          <th scope="col">Tiếp nhận</th>
          {parts.map(({ part, words }) => (
            <th key={part} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month) => (
          <tr key={month.from}>
            <th scope="row">
              {Number(month.from.slice(5, 7))}/{month.from.slice(0, 4)}
            </th>
            <td>
              <CasesLink set="received" count={month.received} period={month}>
                {formatInteger(month.received)}
              </CasesLink>
            </td>
            {parts.map(({ part, set }) => (
              <td key={part}>
                <CasesLink set={set} count={month[part]} period={month}>
                  {formatInteger(month[part])}
                </CasesLink>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
