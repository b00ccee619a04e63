import styles from './Keypad.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Twelve keys as on a telephone, the same wherever a code is typed: below them the last digit back, 0, and `enterWord`. */
export function Keypad(props: {
  enterWord: string;
  isOff?: boolean;
  /** Something has been typed. */
  isReady: boolean;
  onDigit: (digit: string) => void;
  onRemove: () => void;
  onEnter: () => void;
}) {
  const { enterWord, isOff = false, isReady, onDigit, onRemove, onEnter } = props;
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
        {enterWord}
      </button>
    </fieldset>
  );
}
