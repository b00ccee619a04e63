import styles from './Lookup.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Twelve keys as on a telephone. */
export function Pad(props: {
  isOff: boolean;
  isReady: boolean;
  onDigit: (digit: string) => void;
  onRemove: () => void;
  onEnter: () => void;
}) {
  const { isOff, isReady, onDigit, onRemove, onEnter } = props;
  return (
    <fieldset className={styles.pad} disabled={isOff}>
      <legend className="hidden">Bàn phím số</legend>
      {digits.map((digit) => (
        <button key={digit} type="button" onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" className={styles.word} onClick={onRemove} disabled={!isReady}>
        Xóa
      </button>
      <button type="button" onClick={() => onDigit('0')}>
        0
      </button>
      <button type="button" className={styles.enter} onClick={onEnter} disabled={!isReady}>
        Tra cứu
      </button>
    </fieldset>
  );
}
