import { useState } from 'react';
import { Mark } from '../components/Mark.tsx';
import styles from './Screen.module.css';
import { useAfter } from './use-after.ts';

/** Before the counter answers: it is being opened, or its first run is not done. The screen comes to life by itself. */
export function NotOpen() {
  const [isLate, setLate] = useState(false);
  useAfter(true, 1.5, () => setLate(true));
  return (
    <main className={styles.notOpen}>
      {isLate && (
        <>
          <Mark />
          <h1>Quầy chưa mở</h1>
          <p>Màn hình tự hiện khi quầy được thiết lập và mở trên máy của cán bộ.</p>
        </>
      )}
    </main>
  );
}
