import Button from '@mui/material/Button';
import { type SyntheticEvent, useState } from 'react';
import { api } from '../../api.ts';
import { SecretField } from '../../components/SecretField.tsx';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './SignIn.module.css';
import { TryNotice } from './TryNotice.tsx';
import { useEnter } from './use-enter.ts';

/** Nobody was at the window: the same person opens it again and finds all as it was, or somebody else comes. */
export function LockScreen({ onOther }: { onOther: () => void }) {
  const { person, hasPin } = useSession();
  const enter = useEnter();
  const [isByPin, setIsByPin] = useState(hasPin);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [refused, setRefused] = useState('');
  const byPin = isByPin && hasPin;
  const open = useOnce(async (typed: string) => {
    if (typed === '') return;
    setError(null);
    try {
      enter(await api.session.unlock.mutate(byPin ? { pin: typed } : { password: typed }));
    } catch (refusal) {
      setSecret('');
      setRefused(typed);
      setError(refusal);
      const { code } = describeError(refusal);
      if (code === 'pinSpent') setIsByPin(false);
      if (code === 'notSeated') enter(await api.session.current.query());
    }
  });
  useKeys({ primary: () => void open.run(secret) }, { inDialog: true });
  return (
    <form
      className={styles.card}
      data-narrow
      noValidate
      aria-labelledby="lock-title"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void open.run(secret);
      }}
    >
      <div className={styles.fields}>
        <h1 id="lock-title" className={styles.title}>
          {person?.name}
        </h1>
        <p className={styles.why}>Màn hình đang khóa. Phần đang gõ còn nguyên.</p>
        <SecretField
          key={byPin ? 'pin' : 'password'}
          label={byPin ? 'Mã PIN' : 'Mật khẩu'}
          value={secret}
          pin={byPin}
          onChange={(text) => {
            setSecret(text);
            // The sixth digit opens.
            if (byPin && text.length === 6) void open.run(text);
          }}
          autoFocus
        />
        {error !== null && (
          <TryNotice
            error={error}
            typed={refused}
            where="Mã khôi phục: bấm Người khác vào, rồi Dùng mã khôi phục."
          />
        )}
        <div className={styles.actions}>
          <Button variant="text" onClick={onOther}>
            Người khác vào
          </Button>
          {byPin && (
            <Button variant="text" onClick={() => setIsByPin(false)}>
              Dùng mật khẩu
            </Button>
          )}
          <span className="grow" />
          <Button type="submit" variant="contained" color="primary" disabled={open.pending}>
            Mở khóa
          </Button>
        </div>
      </div>
    </form>
  );
}
