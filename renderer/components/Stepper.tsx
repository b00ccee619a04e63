import AddOutlined from '@mui/icons-material/AddOutlined';
import RemoveOutlined from '@mui/icons-material/RemoveOutlined';
import type { KeyboardEvent } from 'react';
import styles from './Stepper.module.css';

const most = 999;

/** A small count: digits replace it, arrows and + − change it, buttons are for the mouse. */
export function Stepper(props: { label: string; value: number; onChange: (value: number) => void }) {
  const { label, value, onChange } = props;
  const set = (next: number) => onChange(Math.min(Math.max(next, 0), most));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(value + step);
  };
  return (
    <div className={styles.stepper} data-zero={value === 0 || undefined} data-enter="skip">
      <button type="button" tabIndex={-1} aria-label={`Bớt ${label}`} onClick={() => set(value - 1)}>
        <RemoveOutlined />
      </button>
      <input
        role="spinbutton"
        inputMode="numeric"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={most}
        value={value}
        onChange={(event) => set(Number(event.target.value.replaceAll(/\D/g, '').slice(-3)))}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
      />
      <button type="button" tabIndex={-1} aria-label={`Thêm ${label}`} onClick={() => set(value + 1)}>
        <AddOutlined />
      </button>
    </div>
  );
}

const steps: Record<string, number> = { ArrowUp: 1, '+': 1, ArrowDown: -1, '-': -1 };
