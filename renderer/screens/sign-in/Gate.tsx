import Dialog from '@mui/material/Dialog';
import { useState } from 'react';
import { Mark } from '../../components/Mark.tsx';
import { useSession } from '../../session.tsx';
import { LockScreen } from './LockScreen.tsx';
import styles from './SignIn.module.css';
import { SignIn } from './SignIn.tsx';
import { useDeviceName } from './use-device-name.ts';

/** Over the whole window, and every dialog of it, while it is locked or nobody is signed in. A sample has none. */
export function Gate() {
  const { person, isLocked, office } = useSession();
  const [isChanging, setIsChanging] = useState(false);
  const deviceName = useDeviceName();
  const word = isLocked && !isChanging ? 'Màn hình đang khóa' : 'Đăng nhập';
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
        <span>{deviceName ?? office.counterName}</span>
      </header>
      {person !== null && isLocked && !isChanging ? (
        <LockScreen onOther={() => setIsChanging(true)} />
      ) : (
        <SignIn onBack={isLocked ? () => setIsChanging(false) : undefined} />
      )}
    </Dialog>
  );
}
