import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import type { CaseSetName, StatisticsScope } from '../../../shared/domain/statistics.ts';
import type { StatisticsRow, TableSplit } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { CasesLink, useShown } from './CasesLink.tsx';
import styles from './Leader.module.css';
import tableStyles from './Table.module.css';

const splits: readonly { value: TableSplit; label: string }[] = [
  { value: 'procedure', label: 'Thủ tục' },
  { value: 'field', label: 'Lĩnh vực' },
  { value: 'holder', label: 'Người giữ' },
  { value: 'point', label: 'Điểm' },
  { value: 'channel', label: 'Kênh' },
];

type Counts = Omit<StatisticsRow, 'key' | 'label'>;
const columns: readonly { count: keyof Counts; set: CaseSetName; head: string }[] = [
  { count: 'received', set: 'received', head: 'Nhận' },
  { count: 'online', set: 'receivedOnline', head: 'Trực tuyến' },
  { count: 'settled', set: 'settled', head: 'Đã giải quyết' },
  { count: 'early', set: 'settledEarly', head: 'Trước hạn' },
  { count: 'onTime', set: 'settledOnTime', head: 'Đúng hạn' },
  { count: 'late', set: 'settledLate', head: 'Quá hạn' },
  { count: 'noDeadline', set: 'settledNoDeadline', head: 'Không hạn' },
  { count: 'sameDay', set: 'settledSameDay', head: 'Trong ngày' },
  { count: 'open', set: 'open', head: 'Đang làm' },
  { count: 'openLate', set: 'openLate', head: 'Đang quá hạn' },
];

/** The same figures by what they are made of, with their sum; each opens its cases. */
export function SplitPanel({ split, onSplit }: { split: TableSplit; onSplit: (split: TableSplit) => void }) {
  const trpc = useTRPC();
  const { period, scope } = useShown();
  const table = useQuery({
    ...trpc.statistics.table.queryOptions({ period, scope, by: split }),
    placeholderData: keepPreviousData,
  });
  const { data } = table;
  return (
    <Panel
      title="Chi tiết"
      note="So sánh theo ngày; kết quả đã có là mốc kết thúc"
      actions={
        <span className={styles.onScreen}>
          <Segmented label="Chia theo" value={split} options={splits} onChange={onSplit} />
        </span>
      }
      flush
    >
      {data === undefined ? (
        table.isError && <ErrorState error={table.error} onRetry={() => void table.refetch()} />
      ) : data.rows.length === 0 ? (
        <EmptyState title="Kỳ này chưa có số liệu">Mỗi dòng là một phần của các con số ở trên.</EmptyState>
      ) : (
        <div className={tableStyles.wide}>
          <table className={tableStyles.table}>
            <caption className="hidden">Số liệu chia theo {nameOf(data.by).toLowerCase()}</caption>
            <thead>
              <tr>
                <th scope="col">{nameOf(data.by)}</th>
                {columns.map(({ count, head }) => (
                  <th key={count} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col">Trước, đúng hạn</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Row key={row.key} name={row.label} counts={row} scope={scopeOf(data.by, row.key)} />
              ))}
            </tbody>
            <tfoot>
              <Row name="Cộng" counts={data.total} scope={{}} />
            </tfoot>
          </table>
        </div>
      )}
    </Panel>
  );
}

const nameOf = (by: TableSplit): string => splits.find(({ value }) => value === by)?.label ?? '';

function Row({ name, counts, scope }: { name: string; counts: Counts; scope: StatisticsScope | null }) {
  const withDeadline = counts.early + counts.onTime + counts.late;
  const share = percentHundredths(counts.early + counts.onTime, withDeadline);
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      {columns.map(({ count, set }) => {
        const isBad = (count === 'late' || count === 'openLate') && counts[count] > 0;
        return (
          <td key={count} data-bad={isBad || undefined} data-none={counts[count] === 0 || undefined}>
            {isBad && <Shape tone="late" />}
            {scope === null ? (
              formatInteger(counts[count])
            ) : (
              <CasesLink set={set} count={counts[count]} scope={scope}>
                {formatInteger(counts[count])}
              </CasesLink>
            )}
          </td>
        );
      })}
      <td>
        {formatInteger(counts.early + counts.onTime)}/{formatInteger(withDeadline)}
        {share !== null && <b> {formatPercent(share)}</b>}
      </td>
    </tr>
  );
}

/** Null where no list can be made of the row: what nobody holds. */
function scopeOf(by: TableSplit, key: string): StatisticsScope | null {
  switch (by) {
    case 'procedure':
      return { procedureCode: key };
    case 'field':
      return { field: key };
    case 'point':
      return { point: key };
    case 'channel':
      return key === 'direct' || key === 'online' || key === 'postal' ? { channel: key } : null;
    case 'holder': {
      const holderId = Number(key);
      return Number.isInteger(holderId) && holderId > 0 ? { holderId } : null;
    }
  }
}
