import { useState } from 'react';
import { api } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOnce } from '../../components/use-once.ts';
import menu from '../frame/PersonMenu.module.css';
import { forgetPerson } from './last-person.ts';
import { OwnAccount } from './OwnAccount.tsx';
import styles from './SignIn.module.css';
import { useEnter } from './use-enter.ts';

/** Locking, leaving, and one's own password, in the menu of whoever sits here. */
export function SignInActs(props: {
  onDone: () => void;
  /** A dialog lies over the menu, or does no longer. */
  onAsk: (isAsking: boolean) => void;
}) {
  const { onDone, onAsk } = props;
  const enter = useEnter();
  const [error, setError] = useState<unknown>(null);
  const [isOpen, setIsOpen] = useState(false);
  const ask = (isAsking: boolean) => {
    setIsOpen(isAsking);
    onAsk(isAsking);
  };
  const [saved, setSaved] = useState<'pin' | 'password' | null>(null);
  const run = useOnce(async (act: 'lock' | 'signOut' | 'signOutEverywhere') => {
    setError(null);
    try {
      const session = await api.session[act].mutate();
      if (act === 'signOut') forgetPerson();
      onDone();
      enter(session);
    } catch (refusal) {
      setError(refusal);
    }
  });
  return (
    <div className={menu.links}>
      {error !== null && <ErrorNotice error={error} />}
      <button type="button" className={styles.wide} ref={focus} onClick={() => void run.run('lock')}>
        Khóa màn hình <Keycap name="lock" />
      </button>
      <button type="button" onClick={() => void run.run('signOut')}>
        Đổi người
      </button>
      <button type="button" onClick={() => ask(true)}>
        Mật khẩu, PIN
      </button>
      <button type="button" className={styles.wide} onClick={() => void run.run('signOutEverywhere')}>
        Đăng xuất ở mọi máy
      </button>
      {saved !== null && (
        <p className={menu.note} role="status">
          <StatusMark tone="ok">{savedWords[saved]}</StatusMark>
        </p>
      )}
      {isOpen && <OwnAccount onSaved={setSaved} onClose={() => ask(false)} />}
    </div>
  );
}

const savedWords = {
  pin: 'Đã đặt mã PIN',
  password: 'Đã đổi mật khẩu',
} as const;

/** The keyboard begins at the lock. */
const focus = (button: HTMLButtonElement | null): void => button?.focus();
