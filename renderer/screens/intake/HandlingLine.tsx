import type { ReactNode } from 'react';
import styles from './AppointmentCard.module.css';

/** A label and its fields, one line of the handling card. */
export function HandlingLine({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span>{label}</span>
      {children}
    </div>
  );
}
