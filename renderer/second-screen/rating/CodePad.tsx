import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { parseRatingCode } from '../../../shared/domain/rating-code.ts';
import { Back } from '../Back.tsx';
import styles from './CodePad.module.css';

const length = 9;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** 482719036 → 4827-1903-6, as far as it is typed. */
const shown = (typed: string): string =>
  [typed.slice(0, 4), typed.slice(4, 8), typed.slice(8)].filter((part) => part !== '').join('-');

/** The nine digits of the slip: touched, typed, or scanned with an Enter behind. */
export function CodePad(props: { fault: string; onCode: (code: string) => void; onBack: () => void }) {
  const { fault, onCode, onBack } = props;
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = (next: string) => {
    const nine = next.replaceAll(/\D/g, '').slice(-length);
    const code = parseRatingCode(nine);
    setTyped(nine);
    setIsWrong(nine.length === length && code === undefined);
    if (code !== undefined) onCode(code);
  };
  const touch = (digit: string) => {
    take(typed.length === length ? digit : typed + digit);
    field.current?.focus();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    take(typed);
    setIsWrong(parseRatingCode(typed) === undefined);
  };
  const words = isWrong ? 'Mã chưa đúng. Xem lại 9 số ở mục Đánh giá trên phiếu.' : fault;
  return (
    <main className={styles.main}>
      <form className={styles.typed} onSubmit={submit}>
        <Back onBack={onBack} />
        <h1>Nhập mã đánh giá</h1>
        <p className={styles.sub}>9 số ở mục Đánh giá trên phiếu. Có thể đưa mã vạch vào máy quét.</p>
        <input
          ref={field}
          className={styles.code}
          aria-label="Mã đánh giá, 9 số"
          aria-invalid={words !== ''}
          value={shown(typed)}
          placeholder="0000-0000-0"
          inputMode="none"
          autoComplete="off"
          onChange={({ target }) => take(target.value)}
        />
        <p className={styles.fault} role="alert">
          {words}
        </p>
      </form>
      <div className={styles.pad}>
        {digits.map((digit) => (
          <button key={digit} type="button" onClick={() => touch(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={styles.word} onClick={() => take('')}>
          Xóa hết
        </button>
        <button type="button" onClick={() => touch('0')}>
          0
        </button>
        <button type="button" className={styles.word} onClick={() => take(typed.slice(0, -1))}>
          Xóa
        </button>
      </div>
    </main>
  );
}
