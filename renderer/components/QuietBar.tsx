import type { ReactNode } from 'react';
import styles from './QuietBar.module.css';
import { Shape, type Tone } from './StatusMark.tsx';

interface QuietBarProps {
  tone?: Tone;
  children: ReactNode;
  /** What may follow: undo, once more, open. */
  actions?: ReactNode;
}

/** What was just done, at the foot of the page; announced, never in the way. */
export function QuietBar({ tone = 'ok', children, actions }: QuietBarProps) {
  return (
    <div className={styles.bar} role="status">
      <Shape tone={tone} />
      <span className={styles.words}>{children}</span>
      {actions}
    </div>
  );
}
