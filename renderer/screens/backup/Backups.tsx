import Button from '@mui/material/Button';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { backupSentence, faultMarks } from '../../../shared/backup-words.ts';
import type { BackupsView } from '../../../shared/views-backup.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './Backups.module.css';
import { CheckPanel } from './CheckPanel.tsx';
import { CopiesPanel } from './CopiesPanel.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { PlacePanel } from './PlacePanel.tsx';

/** The copies of the register: whether there is a good one, where they lie, and the way back. */
export function Backups() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const isKeeper = useSession().person?.roles.includes('administrator') ?? false;
  const list = useQuery({ ...trpc.backups.list.queryOptions(), enabled: mayManage, refetchInterval: 60_000 });
  if (!mayManage)
    return (
      <Page title="Sao lưu">
        <p className={styles.quiet}>Quản trị và lãnh đạo xem và làm việc với bản sao lưu.</p>
      </Page>
    );
  return (
    <Page
      title="Sao lưu"
      sub="mỗi bản đã được đọc lại và kiểm trọn trước khi tính"
      actions={<WriteNow />}
      scroll
    >
      {list.data === undefined ? (
        list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <>
          <Standing view={list.data} />
          {isKeeper && <EmergencyPanel />}
          <PlacePanel view={list.data} isKeeper={isKeeper} />
          <CheckPanel />
          <CopiesPanel view={list.data} isKeeper={isKeeper} />
        </>
      )}
    </Page>
  );
}

function WriteNow() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const write = useMutation(
    trpc.backups.write.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.backups.pathKey() }),
    }),
  );
  useKeys(write.isPending ? {} : { primary: () => write.mutate() });
  return (
    <>
      {write.error && <ErrorNotice error={write.error} />}
      <Button
        variant="contained"
        color="primary"
        disabled={write.isPending}
        endIcon={<Keycap name="primary" />}
        onClick={() => write.mutate()}
      >
        {write.isPending ? 'Đang sao lưu…' : 'Sao lưu ngay'}
      </Button>
    </>
  );
}

/** One line that says whether the office could lose anything now. */
function Standing({ view }: { view: BackupsView }) {
  const { fault, isRunning, isChanged, copies } = view;
  const newest = copies.find(({ owner }) => owner === 'own');
  if (fault !== null)
    return (
      <div className={styles.standing} role="status">
        <StatusMark tone="late" strong>
          {faultMarks[fault]}
        </StatusMark>
        <span>{backupSentence(fault)}</span>
      </div>
    );
  return (
    <div className={styles.standing} role="status">
      <StatusMark tone={newest === undefined ? 'due' : isChanged ? 'wait' : 'ok'} strong>
        {isRunning
          ? 'Đang sao lưu'
          : newest === undefined
            ? 'Chưa có bản của sổ này trên máy này'
            : isChanged
              ? 'Có việc mới sau bản cuối'
              : 'Bản cuối đủ đến nay'}
      </StatusMark>
      <span>
        Tự sao lưu mỗi 15 phút khi có việc mới, khi chốt ca và khi đóng quầy. Giữ 3 bản của hôm nay, mỗi ngày
        một bản trong 14 ngày, mỗi tháng một bản trong 12 tháng.
      </span>
    </div>
  );
}
