import Skeleton from '@mui/material/Skeleton';
import { Delayed } from '../../components/Delayed.tsx';
import styles from './Board.module.css';

export function BoardSkeleton() {
  return (
    <Delayed>
      <Skeleton height={74} />
      <div className={styles.columns}>
        <Skeleton height="100%" />
        <Skeleton height="100%" />
      </div>
    </Delayed>
  );
}
