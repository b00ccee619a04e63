import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import styles from './RestoreBar.module.css';

/** What came of a restore, above every page until a manager has acknowledged its entry of the journal. */
export function RestoreBar(props: { label: string; seq: number; head: string; children: ReactNode }) {
  const { label, seq, head, children } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayManage = useMayManage();
  const acknowledge = useMutation(
    trpc.backups.acknowledge.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.session.pathKey() }),
    }),
  );
  return (
    <section className={styles.bar} role="status" aria-label={label}>
      <div className={styles.words}>
        <StatusMark tone="due" strong>
          {head}
        </StatusMark>{' '}
        {children}
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
