import Skeleton from '@mui/material/Skeleton';
import { Delayed } from '../../components/Delayed.tsx';
import styles from './CasePage.module.css';

export function CaseSkeleton() {
  return (
    <Delayed>
      <div className={styles.page}>
        <Skeleton height={56} />
        <div className={styles.columns}>
          <Skeleton height="100%" />
          <Skeleton height="100%" />
        </div>
      </div>
    </Delayed>
  );
}
