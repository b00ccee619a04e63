import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { estimateWords } from '../../../shared/queue-words.ts';
import type { QueueView } from '../../../shared/views-queue.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useSession } from '../../session.tsx';
import styles from './Queue.module.css';
import { useServedGroup } from './served-group.ts';
import { useQueueActs } from './use-queue-acts.ts';

const callers = ['clerk', 'officer', 'cashier', 'administrator'];

/** The queue in one line above every page, while it is on and whoever sits here calls numbers. */
export function QueueBar() {
  const trpc = useTRPC();
  const { person } = useSession();
  const mayCall = person?.roles.some((role) => callers.includes(role)) ?? false;
  const { data } = useQuery({
    ...trpc.queue.state.queryOptions(),
    enabled: mayCall,
    refetchInterval: 60_000,
  });
  return mayCall && data?.isOn ? <Bar queue={data} /> : null;
}

function Bar({ queue }: { queue: QueueView }) {
  const { serving, line, groups, estimate } = queue;
  const acts = useQueueActs();
  const [group, setGroup] = useServedGroup(groups);
  const mine = group === undefined ? line : line.filter(({ grouping }) => grouping === group);
  const priority = queue.priorities.find(({ code }) => code === serving?.priority)?.name;
  return (
    <section className={styles.bar} aria-label="Gọi số">
      <span className={styles.serving} role="status">
        {serving ? (
          <>
            Đang phục vụ <b>{serving.number}</b>
            {priority && <small>{priority}</small>}
          </>
        ) : (
          'Chưa gọi ai'
        )}
      </span>
      <Link className={styles.waiting} to="/hang-doi">
        chờ <b>{mine.length}</b>
        {mine.length > 0 && <small>{estimateWords(estimate)}</small>}
      </Link>
      <span className="grow">{acts.error !== null && <ErrorNotice error={acts.error} />}</span>
      {groups.length > 1 && (
        <select
          className={styles.group}
          aria-label="Gọi từ hàng"
          value={group ?? ''}
          onChange={(event) => setGroup(event.target.value === '' ? undefined : event.target.value)}
        >
          <option value="">Mọi hàng</option>
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      {serving && (
        <>
          <Button size="small" disabled={acts.pending} onClick={() => void acts.callAgain(serving.id)}>
            Gọi lại
          </Button>
          <Button
            size="small"
            disabled={acts.pending}
            title={
              serving.absences < 2 ? 'Về hàng, gọi lại sau 3 số nữa' : 'Đã gọi ba lần: số này coi như đã về'
            }
            onClick={() => void acts.absent(serving.id)}
          >
            Vắng
          </Button>
          <Button size="small" disabled={acts.pending} onClick={() => void acts.served(serving.id)}>
            Xong
          </Button>
        </>
      )}
      <Button
        size="small"
        variant={serving ? 'outlined' : 'contained'}
        disabled={acts.pending || mine.length === 0}
        onClick={() => void acts.callNext(serving?.id ?? null, group)}
      >
        Gọi tiếp
      </Button>
    </section>
  );
}
