import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { estimateWords } from '../../../shared/queue-words.ts';
import type { QueueView, TakenTicket } from '../../../shared/views-queue.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './Queue.module.css';

/** A number for somebody who cannot use the screen. */
export function TakeDialog({ queue, onClose }: { queue: QueueView; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { groups, priorities } = queue;
  const [formKey] = useState(() => crypto.randomUUID());
  const [group, setGroup] = useState(groups[0]?.code ?? '');
  const [priority, setPriority] = useState('');
  const [taken, setTaken] = useState<TakenTicket | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync } = useMutation(trpc.queue.take.mutationOptions());
  const take = useOnce(async () => {
    setError(null);
    try {
      setTaken(await mutateAsync({ formKey, group, priority }));
    } catch (refusal) {
      setError(refusal);
    }
    await client.invalidateQueries({ queryKey: trpc.queue.pathKey() });
  });
  const choices = (all: readonly { code: string; name: string }[]) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <FormDialog
      title="Lấy số giúp người dân"
      word={taken ? 'Xong' : 'Lấy số'}
      wide
      pending={take.pending}
      error={error}
      onSubmit={taken ? onClose : () => void take.run()}
      onClose={onClose}
    >
      {taken ? (
        <p role="status" className={styles.taken}>
          <b>{taken.number}</b>
          <span>
            {taken.before === 0 ? 'Không có ai chờ trước' : `${taken.before} người chờ trước`},{' '}
            {estimateWords(taken.estimate)}.{' '}
            {taken.isPrinted ? 'Phiếu đang in.' : 'Báo số này cho người dân.'}
          </span>
        </p>
      ) : (
        <>
          {groups.length > 0 && (
            <Segmented label="Hàng" value={group} options={choices(groups)} onChange={setGroup} />
          )}
          <Segmented
            label="Ưu tiên"
            value={priority}
            options={[{ value: '', label: 'Thường' }, ...choices(priorities)]}
            onChange={setPriority}
          />
        </>
      )}
    </FormDialog>
  );
}
