import Dialog from '@mui/material/Dialog';
import { useState } from 'react';
import type { SessionWithCode } from '../../../shared/views.ts';
import { Mark } from '../../components/Mark.tsx';
import { useSession } from '../../session.tsx';
import { LockScreen } from './LockScreen.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import styles from './SignIn.module.css';
import { SignIn } from './SignIn.tsx';
import { useEnter } from './use-enter.ts';

/** Over the whole window, and every dialog of it, while it is locked or nobody is signed in. A sample has none. */
export function Gate() {
  const { person, isLocked, office, now } = useSession();
  const enter = useEnter();
  const [isChanging, setIsChanging] = useState(false);
  const [coded, setCoded] = useState<SessionWithCode | null>(null);
  const word = coded ? 'Mã khôi phục' : isLocked && !isChanging ? 'Màn hình đang khóa' : 'Đăng nhập';
  return (
    <Dialog
      open
      fullScreen
      transitionDuration={0}
      slotProps={{ paper: { className: styles.gate ?? '', 'aria-label': word } }}
    >
      <header className={styles.head}>
        <Mark />
        <b>{office.unit}</b>
        <span>{office.counterName}</span>
      </header>
      {coded ? (
        <RecoveryCode
          code={coded.recoveryCode}
          unit={office.unit}
          day={now.slice(0, 10)}
          onDone={() => enter(coded)}
        />
      ) : person !== null && isLocked && !isChanging ? (
        <LockScreen onOther={() => setIsChanging(true)} />
      ) : (
        <SignIn onCode={setCoded} onBack={isLocked ? () => setIsChanging(false) : undefined} />
      )}
    </Dialog>
  );
}
