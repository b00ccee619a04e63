import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { useOnce } from '../../components/use-once.ts';
import styles from './National.module.css';

/** The code that the national system gave, attached to the case; then the next case. */
export function AttachCode(props: {
  id: number;
  version: number;
  nationalCode: string | null;
  onAttached: () => void;
}) {
  const { id, version, nationalCode, onAttached } = props;
  const trpc = useTRPC();
  const attach = useMutation(trpc.national.attachCode.mutationOptions());
  const [code, setCode] = useState('');
  const submit = useOnce(async () => {
    await attach.mutateAsync({ id, version, nationalCode: code }).then(onAttached, () => undefined);
  });
  if (nationalCode !== null) {
    return (
      <p className={styles.attached}>
        Đã gắn mã quốc gia <b>{nationalCode}</b>
      </p>
    );
  }
  return (
    <form
      className={styles.attach}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        if (code.trim() !== '') void submit.run();
      }}
    >
      <LabelledField label="Mã hồ sơ quốc gia" value={code} onChange={setCode} />
      <Button type="submit" disabled={code.trim() === '' || submit.pending}>
        Gắn mã
      </Button>
      {attach.error && <ErrorNotice error={attach.error} />}
    </form>
  );
}
