import Button, { type ButtonProps } from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { estimateWords } from '../../../shared/queue-words.ts';
import type { QueueView } from '../../../shared/views-queue.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { type KeyName, keys, useKeys } from '../../keys.ts';
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
  const callNext = () => void acts.callNext(serving?.id ?? null, group);
  useKeys({
    ...(mine.length > 0 && { callNext }),
    ...(serving && {
      callAgain: () => void acts.callAgain(serving.id),
      absent: () => void acts.absent(serving.id),
      served: () => void acts.served(serving.id),
    }),
  });
  return (
    <section className={styles.bar} aria-label="Gọi số">
      <Serving queue={queue} />
      <Link className={styles.waiting} to="/hang-doi">
        chờ <b>{mine.length}</b>
        {mine.length > 0 && <small>{estimateWords(estimate)}</small>}
      </Link>
      <span className="grow">{acts.error !== null && <ErrorNotice error={acts.error} />}</span>
      {groups.length > 1 && (
        <TextField
          select
          className={styles.group}
          value={group ?? ''}
          onChange={({ target }) => setGroup(target.value === '' ? undefined : target.value)}
          slotProps={{ select: { native: true }, htmlInput: { 'aria-label': 'Gọi từ hàng' } }}
        >
          <option value="">Mọi hàng</option>
          {groups.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </TextField>
      )}
      {serving && (
        <>
          <KeyedButton
            name="callAgain"
            disabled={acts.pending}
            onClick={() => void acts.callAgain(serving.id)}
          />
          <KeyedButton
            name="absent"
            disabled={acts.pending}
            title={
              serving.absences < 2 ? 'Về hàng, gọi lại sau 3 số nữa' : 'Đã gọi ba lần: số này coi như đã về'
            }
            onClick={() => void acts.absent(serving.id)}
          />
          <KeyedButton name="served" disabled={acts.pending} onClick={() => void acts.served(serving.id)} />
        </>
      )}
      <KeyedButton
        name="callNext"
        variant={serving ? 'outlined' : 'contained'}
        disabled={acts.pending || mine.length === 0}
        onClick={callNext}
      />
    </section>
  );
}

/** Whom this window serves, from which line and with which priority. */
function Serving({ queue: { serving, groups, priorities } }: { queue: QueueView }) {
  const about = [
    groups.find(({ code }) => code === serving?.grouping)?.name,
    priorities.find(({ code }) => code === serving?.priority)?.name,
  ].filter((name) => name !== undefined);
  return (
    <span className={styles.serving} role="status">
      {serving ? (
        <>
          Đang phục vụ <b>{serving.number}</b>
          {about.length > 0 && <small>{about.join(' · ')}</small>}
        </>
      ) : (
        'Chưa gọi ai'
      )}
    </span>
  );
}

/** A button named, and marked, by its key. */
function KeyedButton({ name, ...props }: { name: KeyName } & ButtonProps) {
  const { combos, words } = keys[name];
  return (
    <Button size="small" aria-keyshortcuts={combos[0]} endIcon={<Keycap name={name} />} {...props}>
      {words}
    </Button>
  );
}
