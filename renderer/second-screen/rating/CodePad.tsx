import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { parseRatingCode } from '../../../shared/domain/rating-code.ts';
import { Back } from '../Back.tsx';
import styles from '../CodeEntry.module.css';
import { Keypad } from '../Keypad.tsx';

const length = 9;

/** 482719036 → 4827-1903-6, as far as it is typed. */
const shown = (typed: string): string =>
  [typed.slice(0, 4), typed.slice(4, 8), typed.slice(8)].filter((part) => part !== '').join('-');

/** The nine digits of the slip, touched or typed; the ninth opens it by itself. */
export function CodePad(props: {
  fault: string;
  onCode: (code: string) => void;
  /** Null where there is nothing before it. */
  onBack: (() => void) | null;
}) {
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
  const touch = (next: string) => {
    take(next);
    field.current?.focus();
  };
  const enter = () => {
    take(typed);
    setIsWrong(parseRatingCode(typed) === undefined);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    enter();
  };
  const words = isWrong ? 'Mã chưa đúng. Xem lại 9 số ở mục Đánh giá trên phiếu.' : fault;
  return (
    <main className={styles.main}>
      <form className={styles.words} onSubmit={submit}>
        {onBack && <Back onBack={onBack} />}
        <h1 className={styles.title}>Đánh giá</h1>
        <p className={styles.how}>Gõ mã in trên phiếu, 9 số ở mục Đánh giá.</p>
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
      <Keypad
        enterWord="Mở"
        isReady={typed !== ''}
        onDigit={(digit) => touch(typed.length === length ? digit : typed + digit)}
        onRemove={() => touch(typed.slice(0, -1))}
        onEnter={enter}
      />
    </main>
  );
}
