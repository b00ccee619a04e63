import { useQuery } from '@tanstack/react-query';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatHour, formatMoney } from '../../../shared/format.ts';
import type { ShiftRow } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './ClosedShifts.module.css';
import { differenceTone } from './difference-words.ts';

/** Closings, the last first, also those that were opened again; a line opens its frozen sheet. */
export function ClosedShifts(props: {
  /** Whose: everybody's, or one's own alone. */
  seesAll: boolean;
  onOpen: (id: number, number: number) => void;
}) {
  const { seesAll, onOpen } = props;
  const list = useQuery(useTRPC().shifts.list.queryOptions());
  if (list.data === undefined) return null;
  return (
    <Panel title="Ca đã chốt" note={noteOf(list.data, seesAll)} flush>
      {list.data.length > 0 && (
        <table className={styles.closed}>
          <thead>
            <tr>
              <th scope="col">Ngày</th>
              <th scope="col">Giờ</th>
              <th scope="col">Người thu</th>
              <th scope="col">Thu − hoàn</th>
              <th scope="col">Tiền mặt đếm được</th>
              <th scope="col">Chênh lệch</th>
            </tr>
          </thead>
          <tbody>
            {list.data.map(
              ({
                id,
                number,
                isReopened,
                cashier,
                openedAt,
                closedAt,
                countedVnd,
                differenceVnd,
                ...money
              }) => (
                <tr key={`${id}.${number}`}>
                  <td>
                    <button type="button" onClick={() => onOpen(id, number)}>
                      {formatDay(closedAt)}
                    </button>
                  </td>
                  <td>
                    {hoursWords(openedAt, closedAt)}
                    {(isReopened || number > 1) && (
                      <small>
                        lần {number}
                        {isReopened && ', đã mở lại'}
                      </small>
                    )}
                  </td>
                  <td>{cashier}</td>
                  <td>{netWords(money)}</td>
                  <td>{formatMoney(countedVnd)}</td>
                  <td>
                    <StatusMark tone={differenceTone(differenceVnd)}>
                      {differenceVnd === 0 ? 'khớp' : formatMoney(differenceVnd)}
                    </StatusMark>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** "55.000 − 5.000 = 50.000 đ"; the sum alone where nothing went back. */
function netWords({ takenVnd, returnedVnd }: Pick<ShiftRow, 'takenVnd' | 'returnedVnd'>): string {
  const net = formatMoney(takenVnd - returnedVnd);
  return returnedVnd === 0 ? net : `${formatInteger(takenVnd)} − ${formatInteger(returnedVnd)} = ${net}`;
}

/** "07:31 – 17:02"; with its day where the shift began on another. */
function hoursWords(openedAt: string, closedAt: string): string {
  const isOneDay = openedAt.slice(0, 10) === closedAt.slice(0, 10);
  return `${formatHour(openedAt)}${isOneDay ? '' : ` ${formatDay(openedAt)}`} – ${formatHour(closedAt)}`;
}

function noteOf(rows: readonly ShiftRow[], seesAll: boolean): string | undefined {
  if (seesAll) return rows.length === 0 ? 'chưa có ca nào' : undefined;
  return rows.length === 0 ? 'bạn chưa chốt ca nào; ca của người khác lãnh đạo xem' : 'của bạn';
}
