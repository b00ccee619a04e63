import Button from '@mui/material/Button';
import { describeError, isRefusal, readingSentence } from '../error-sentences.ts';
import { EmptyState } from './EmptyState.tsx';
import styles from './ErrorNotice.module.css';
import { Shape } from './StatusMark.tsx';

/** What went wrong and what to do, in one line above or below the thing that failed. Announced when it appears. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { code, sentence } = describeError(error);
  // Somebody else, or this form's first send, was quicker: worth a look, nothing is broken.
  const tone = code === 'stale' || code === 'formAlreadyUsed' ? 'due' : 'late';
  return (
    <div className={styles.notice} data-tone={tone} role="alert" ref={showInDialog}>
      <Shape tone={tone} />
      <span className="grow">{sentence}</span>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </div>
  );
}

/** At the end of a long form it would stand below what is in sight. */
function showInDialog(notice: HTMLElement | null): void {
  if (notice?.closest('[role="dialog"]')) notice.scrollIntoView({ block: 'nearest' });
}

/** The same in the place of a list or page that could not be read; what was refused is not asked again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { code } = describeError(error);
  const canRetry = onRetry && !isRefusal(error);
  return (
    <div role="alert" className={styles.state}>
      <EmptyState
        icon={<Shape tone="late" />}
        title={code === 'notFound' ? 'Không có ở đây' : 'Chưa đọc được dữ liệu'}
        action={canRetry && <Button onClick={onRetry}>Thử lại</Button>}
      >
        {readingSentence(error)}
      </EmptyState>
    </div>
  );
}
