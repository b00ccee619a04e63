import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { QuietBar } from '../../components/QuietBar.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './Settings.module.css';
import { StartCodeDialog } from './StartCodeDialog.tsx';

/** Somebody was just added, and gets in only with a start code: the step that comes next. */
export function AddedPerson(props: { person: { id: number; name: string }; onDone: () => void }) {
  const { person, onDone } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const give = useOnce(async () => {
    setError(null);
    try {
      setCode((await api.accounts.startCode.mutate({ personId: person.id })).code);
      void client.invalidateQueries({ queryKey: trpc.accounts.pathKey() });
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <div className={styles.left}>
      <QuietBar
        tone="done"
        actions={
          <Button variant="text" autoFocus disabled={give.pending} onClick={() => void give.run()}>
            Cấp mã
          </Button>
        }
      >
        Đã thêm {person.name}. Người này đăng nhập được khi có mã bắt đầu.
      </QuietBar>
      {error !== null && <ErrorNotice error={error} />}
      {code !== null && <StartCodeDialog name={person.name} code={code} onClose={onDone} />}
    </div>
  );
}
