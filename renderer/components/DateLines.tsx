import type { ReactNode } from 'react';
import { formatDay, formatHour, weekdayName } from '../../shared/format.ts';
import styles from './FormDialog.module.css';

/** What an act will do to the dates, before it is done. */
export function DateLines({ children }: { children: ReactNode }) {
  return (
    <div className={styles.lines} role="status">
      {children}
    </div>
  );
}

/** "Ngày hẹn mới: 09:00 Thứ Hai, 28/04/2025". `at` is a day or an office time; null says that there is none. */
export function DateLine({ label, at }: { label: string; at: string | null }) {
  return (
    <p className={styles.line}>
      <span>{label}</span>
      <b>{at === null ? 'không hẹn ngày' : dateWords(at)}</b>
    </p>
  );
}

/** A quiet sentence under the dates: the rule and its article. */
export function DateNote({ children }: { children: ReactNode }) {
  return <p className={styles.said}>{children}</p>;
}

function dateWords(at: string): string {
  const day = `${weekdayName(at)}, ${formatDay(at)}`;
  return at.length > 10 ? `${formatHour(at)} ${day}` : day;
}
