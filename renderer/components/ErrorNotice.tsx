import Button from '@mui/material/Button';
import { describeError } from '../error-sentences.ts';
import { EmptyState } from './EmptyState.tsx';
import styles from './ErrorNotice.module.css';
import { Shape } from './StatusMark.tsx';

/** What went wrong and what to do, in one line above or below the thing that failed. Announced when it appears. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className={styles.notice} role="alert">
      <Shape tone="late" />
      <span className="grow">{describeError(error).sentence}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </div>
  );
}

/** The same in the place of a list or page that could not be read. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div role="alert" className={styles.state}>
      <EmptyState
        icon={<Shape tone="late" />}
        title="Chưa đọc được dữ liệu"
        action={onRetry && <Button onClick={onRetry}>Thử lại</Button>}
      >
        {describeError(error).sentence}
      </EmptyState>
    </div>
  );
}
