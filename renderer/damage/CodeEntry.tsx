import { type SyntheticEvent, useEffect, useState } from 'react';
import type { WrongCode } from '../../shared/damage-view.ts';
import styles from './Damage.module.css';

/**
 * The code of a locked register. A wrong one waits longer each time; the page counts that down, and then sends what was
 * entered meanwhile.
 */
export function CodeEntry(props: {
  wrong: WrongCode | null;
  isGoing: boolean;
  onCode: (code: string) => void;
}) {
  const { wrong, isGoing, onCode } = props;
  const [code, setCode] = useState('');
  const seconds = useCountdown(wrong);
  const isWhole = code.replaceAll(/[\s\-–—_.]/g, '').length >= 20;
  /** Entered while the wait ran. */
  const [isEntered, setIsEntered] = useState(false);
  /** The answer that another code was typed after. */
  const [passed, setPassed] = useState<WrongCode | null>(null);
  const said = wrong === passed ? null : wrong;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // The same code again is as wrong as before.
    if (isWhole && !isGoing && said?.fault !== 'wrongCode') setIsEntered(true);
  };
  useEffect(() => {
    if (!isEntered || seconds > 0 || isGoing) return;
    setIsEntered(false);
    onCode(code);
  }, [isEntered, seconds, isGoing, code, onCode]);
  return (
    <form className={styles.codeEntry} onSubmit={submit}>
      <label htmlFor="code">Mã của sổ</label>
      <div className={styles.codeRow}>
        <input
          id="code"
          value={code}
          // biome-ignore lint/a11y/noAutofocus: the page asks for nothing else.
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
          maxLength={60}
          aria-describedby="code-said"
          onChange={(event) => {
            setCode(event.target.value);
            setIsEntered(false);
            setPassed(wrong);
          }}
        />
        <button type="submit" className={styles.primary} disabled={!isWhole || isGoing || isEntered}>
          {isGoing ? 'Đang mở…' : seconds > 0 ? `Chờ ${seconds} giây` : 'Mở sổ'}
        </button>
      </div>
      <p id="code-said" aria-live="polite">
        {isEntered && seconds > 0 ? (
          'Hết giờ chờ, máy thử mã này.'
        ) : said === null ? (
          'Chữ hoa, chữ thường, dấu nối gõ thế nào cũng được; O và 0, I và 1 cũng vậy.'
        ) : (
          <span className={styles.said}>
            {said.fault === 'wrongCode'
              ? 'Mã này không mở được sổ. Sổ không hỏng và chưa đổi gì; lấy phong bì ghi Mã của sổ, không phải Mã khôi phục hay Mã mở bản sao lưu, xem từng nhóm rồi gõ lại.'
              : 'Vừa gõ sai, chờ hết giờ rồi gõ lại.'}
          </span>
        )}
      </p>
    </form>
  );
}

/** Seconds until the next try, from the moment of the answer on. */
function useCountdown(wrong: WrongCode | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const until = Date.now() + (wrong?.seconds ?? 0) * 1000;
    const tick = () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [wrong]);
  return seconds;
}
