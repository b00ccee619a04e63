import type { ReactNode } from 'react';
import styles from './Rows.module.css';

interface RowProps {
  children: ReactNode;
  /** Second line, quiet. */
  sub?: ReactNode;
  /** At the right. */
  side?: ReactNode;
  /** Something here needs a hand. */
  warns?: boolean;
}

/** One line of a panel: what, a quiet line under it, and its state at the right. */
export function Row({ children, sub, side, warns = false }: RowProps) {
  return (
    <li className={styles.row} data-warns={warns || undefined}>
      <div className={styles.what}>
        {children}
        {sub && <small>{sub}</small>}
      </div>
      {side && <div className={styles.side}>{side}</div>}
    </li>
  );
}
