import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { useSession } from '../../session.tsx';
import styles from './Backups.module.css';
import { RestoreSteps } from './RestoreSteps.tsx';

/** The way back, by somebody under stress: five steps, and nothing is touched before the last. */
export function Restore() {
  const trpc = useTRPC();
  const { person } = useSession();
  const isKeeper = person?.roles.includes('administrator') ?? false;
  const [isTaken, setTaken] = useState(false);
  const onTaken = useCallback(() => setTaken(true), []);
  const list = useQuery({ ...trpc.backups.list.queryOptions(), enabled: isKeeper, staleTime: 0 });
  return (
    <Page
      title="Khôi phục từ bản sao lưu"
      {...(!isTaken && { sub: 'sổ đang dùng giữ nguyên đến bước cuối' })}
      actions={
        !isTaken && (
          <Button component={Link} to="/sao-luu">
            Thôi, về Sao lưu
          </Button>
        )
      }
      scroll
    >
      {!isKeeper ? (
        <p className={styles.quiet}>Người quản trị làm việc này.</p>
      ) : list.data === undefined ? (
        list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <RestoreSteps copies={list.data.copies} place={list.data.place} onTaken={onTaken} />
      )}
    </Page>
  );
}
