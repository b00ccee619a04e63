import { formatInteger } from '../../../shared/domain/ratio.ts';
import styles from './MoneyInput.module.css';

const mostDigits = 9;

/** An amount of đồng, grouped as it is typed. */
export function MoneyInput(props: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  onBlur?: () => void;
  onEscape?: () => void;
}) {
  const { label, value, onChange, onBlur, onEscape } = props;
  return (
    <span className={styles.money}>
      <input
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        value={formatInteger(value)}
        onChange={({ target }) => onChange(Number(target.value.replaceAll(/\D/g, '').slice(0, mostDigits)))}
        onFocus={({ target }) => target.select()}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || onEscape === undefined) return;
          event.preventDefault();
          onEscape();
        }}
      />
      đ
    </span>
  );
}
