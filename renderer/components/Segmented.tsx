import { type ReactNode, useId } from 'react';
import styles from './Segmented.module.css';

interface SegmentedProps<Value extends string> {
  /** What is chosen here, for screen readers; shown elsewhere if at all. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: ReactNode; disabled?: boolean }[];
  onChange: (value: Value) => void;
  /** Segments of equal width over the whole line. */
  wide?: boolean;
}

/** One of a few, all in sight. Real radio buttons underneath: arrows move, Tab leaves. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
  wide,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label={label} data-wide={wide || undefined}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
