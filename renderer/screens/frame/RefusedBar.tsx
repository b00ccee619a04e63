import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatFullTime } from '../../../shared/format.ts';
import type { RefusedNotice } from '../../../shared/views-backup.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useSession } from '../../session.tsx';
import { refusedWords } from '../backup/backup-words.ts';
import styles from './RestoredBar.module.css';

/** A restore that two have signed for did not take place; above every page until a manager has acknowledged it. */
export function RefusedBar() {
  const { restoreRefused } = useSession();
  return restoreRefused === null ? null : <Bar notice={restoreRefused} />;
}

function Bar({ notice }: { notice: RefusedNotice }) {
  const { seq, at, copyAt, by, approver, why } = notice;
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayManage = useMayManage();
  const acknowledge = useMutation(
    trpc.backups.acknowledge.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.session.pathKey() }),
    }),
  );
  return (
    <section className={styles.bar} role="status" aria-label="Chưa khôi phục">
      <div className={styles.words}>
        <StatusMark tone="due" strong>
          Chưa khôi phục từ bản {formatFullTime(copyAt)}.
        </StatusMark>{' '}
        <span>{refusedWords(why)} Sổ đang dùng vẫn là sổ trước đó, còn nguyên.</span>{' '}
        {by !== null && (
          <span>
            {by} làm{approver !== null && `, ${approver} xác nhận`} lúc {formatFullTime(at)}.
          </span>
        )}{' '}
        <span>Vẫn cần thì quản trị làm lại ở Sao lưu → Khôi phục.</span>
        {acknowledge.error && <ErrorNotice error={acknowledge.error} />}
      </div>
      {mayManage && (
        <Button size="small" disabled={acknowledge.isPending} onClick={() => acknowledge.mutate({ seq })}>
          Đã biết, thôi nhắc
        </Button>
      )}
    </section>
  );
}
