import { useQuery } from '@tanstack/react-query';
import type { BusyHours } from '../../../shared/domain/quiet-hours.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDayMonth } from '../../../shared/format.ts';
import { quietWords } from '../../../shared/queue-words.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Queue.module.css';

const weekdayHeads = ['', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** Giờ đông, giờ vắng: receptions at the counter an hour, by weekday, over the last eight weeks. */
export function BusyHoursPanel() {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.queue.busyHours.queryOptions());
  if (!data) return null;
  const { from, to, days, receptions, quiet, cells } = data;
  return (
    <Panel
      title="Giờ đông, giờ vắng"
      note={`hồ sơ nhận mỗi giờ, ${formatDayMonth(from)} – ${formatDayMonth(to)}`}
    >
      {receptions === 0 ? (
        <EmptyState title="Chưa có số liệu">Bảng có sau ngày đầu tiên nhận hồ sơ tại quầy.</EmptyState>
      ) : (
        <>
          <HeatTable busy={data} />
          {cells.some(({ isQuiet }) => isQuiet) && (
            <p className={styles.legend}>
              <span aria-hidden="true" /> Viền nét đứt: giờ vắng, trung bình không quá nửa giờ thường.
            </p>
          )}
          <p className={styles.basis}>
            {quiet.length > 0
              ? `${quiet.map(quietWords).join('. ')}. `
              : 'Chưa giờ nào vắng rõ và đều để báo cho người dân. '}
            Tính từ {formatInteger(receptions)} hồ sơ nhận trực tiếp trong {days} ngày làm việc.
          </p>
        </>
      )}
    </Panel>
  );
}

function HeatTable({ busy: { cells, hours, weekdays } }: { busy: BusyHours }) {
  const top = Math.max(1, ...cells.map(({ average }) => average));
  return (
    <table className={styles.heat}>
      <thead>
        <tr>
          <th scope="col">Giờ</th>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekdayHeads[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row">{hour}h</th>
            {weekdays.map((weekday) => {
              const cell = cells.find((each) => each.weekday === weekday && each.hour === hour);
              const share = (cell?.average ?? 0) / top;
              return (
                <td key={weekday} data-quiet={cell?.isQuiet || undefined}>
                  <span className={styles.heatBar} style={{ width: `${share * 100}%` }} aria-hidden="true" />
                  <span>{(cell?.average ?? 0).toFixed(1).replace('.', ',')}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
