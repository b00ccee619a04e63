import { Mark } from '../../components/Mark.tsx';
import styles from './Frame.module.css';

/** The empty frame, shown while the session is read. */
export function FrameSkeleton() {
  return (
    <div className={styles.frame} aria-busy="true">
      <div className={styles.brand}>
        <Mark />
      </div>
      <div className={styles.top} />
      <div className={styles.rail} />
      <main className={styles.main} />
    </div>
  );
}
