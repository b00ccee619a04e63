import type { ReactNode } from 'react';
import styles from './TickChip.module.css';

/** A checkbox drawn as a chip: several may be on. */
export function TickChip(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  const { checked, onChange, children } = props;
  return (
    <label className={styles.chip}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {checked && (
          <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
            <path d="m3 8.500 3.200 3.200L13 4.800" />
          </svg>
        )}
        {children}
      </span>
    </label>
  );
}
