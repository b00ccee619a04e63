import Button from '@mui/material/Button';
import type { Ticket } from '../../../shared/domain/queue.ts';
import { formatHour } from '../../../shared/format.ts';
import type { QueueView } from '../../../shared/views-queue.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Queue.module.css';
import type { useQueueActs } from './use-queue-acts.ts';

/** Whom the desks serve, and who waits. */
export function LinePanel({ queue, acts }: { queue: QueueView; acts: ReturnType<typeof useQueueActs> }) {
  const { serving, elsewhere, line, groups, priorities, calls } = queue;
  const now = [...(serving ? [serving] : []), ...elsewhere];
  const nameOf = (all: readonly { code: string; name: string }[], code: string) =>
    all.find((each) => each.code === code)?.name ?? code;
  const rows = [...now, ...line];
  if (rows.length === 0) {
    return (
      <Panel title="Đang chờ">
        <EmptyState title="Chưa có ai chờ">
          Số lấy ở màn hình người dân hiện ở đây theo thứ tự sẽ gọi.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title="Đang chờ" note="theo thứ tự sẽ gọi" flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Số</th>
            {groups.length > 0 && <th scope="col">Hàng</th>}
            <th scope="col">Ưu tiên</th>
            <th scope="col">Lấy lúc</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">
              <span className="hidden">Việc</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((ticket) => (
            <tr key={ticket.id}>
              <td className={styles.number}>{ticket.number}</td>
              {groups.length > 0 && <td>{nameOf(groups, ticket.grouping)}</td>}
              <td>{ticket.priority === '' ? '' : nameOf(priorities, ticket.priority)}</td>
              <td>{formatHour(ticket.takenAt)}</td>
              <td>
                <TicketState ticket={ticket} calls={calls} />
              </td>
              <td className={styles.acts}>
                {ticket.state !== 'called' && (
                  <Button
                    size="small"
                    variant="text"
                    disabled={acts.pending}
                    aria-label={`Số ${ticket.number} đã về`}
                    onClick={() => void acts.left(ticket.id)}
                  >
                    Đã về
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function TicketState({ ticket, calls }: { ticket: Ticket; calls: number }) {
  const { state, desk, absences, backAfter } = ticket;
  if (state === 'called') return <StatusMark tone="ready">{`đang ở ${desk ?? 'quầy'}`}</StatusMark>;
  if (state === 'waiting') return <>chờ</>;
  const left = backAfter - calls;
  return (
    <StatusMark tone="wait">
      {`vắng ${absences} lần, ${left > 0 ? `gọi lại sau ${left} số` : 'gọi lại ngay'}`}
    </StatusMark>
  );
}
