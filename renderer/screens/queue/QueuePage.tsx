import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { estimateWords } from '../../../shared/queue-words.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { BusyHoursPanel } from './BusyHoursPanel.tsx';
import { LinePanel } from './LinePanel.tsx';
import styles from './Queue.module.css';
import { TakeDialog } from './TakeDialog.tsx';
import { useQueueActs } from './use-queue-acts.ts';

/** Hàng đợi: everybody who waits in the order of the calls to come, and when it is busy. */
export function QueuePage() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const state = useQuery(trpc.queue.state.queryOptions());
  const acts = useQueueActs();
  const [isTaking, setTaking] = useState(false);
  const queue = state.data;
  return (
    <Page
      title="Hàng đợi"
      sub={
        queue?.isOn &&
        `${queue.line.length} người chờ, ${estimateWords(queue.estimate)} · hôm nay đã phục vụ ${queue.served}, đã về ${queue.left}`
      }
      actions={queue?.isOn && <Button onClick={() => setTaking(true)}>Lấy số giúp người dân</Button>}
      scroll
    >
      {state.isError && <ErrorState error={state.error} onRetry={() => void state.refetch()} />}
      {acts.error !== null && <ErrorNotice error={acts.error} />}
      <div className={styles.columns}>
        {queue &&
          (queue.isOn ? (
            <LinePanel queue={queue} acts={acts} />
          ) : (
            <EmptyState
              title="Hàng đợi đang tắt"
              action={
                mayManage && (
                  <Button component={Link} to="/cai-dat">
                    Mở Cài đặt
                  </Button>
                )
              }
            >
              Bật ở Cài đặt, mục Hàng đợi; khi đó người dân lấy số tại màn hình của họ.
            </EmptyState>
          ))}
        <BusyHoursPanel />
      </div>
      {isTaking && queue && <TakeDialog queue={queue} onClose={() => setTaking(false)} />}
    </Page>
  );
}
