import { type SyntheticEvent, useEffect, useState } from 'react';
import type { WrongCode } from '../../shared/damage-view.ts';
import styles from './Damage.module.css';

/** The code of a locked register. A wrong one waits longer each time, and the page counts that down. */
export function CodeEntry(props: {
  wrong: WrongCode | null;
  isGoing: boolean;
  onCode: (code: string) => void;
}) {
  const { wrong, isGoing, onCode } = props;
  const [code, setCode] = useState('');
  const seconds = useCountdown(wrong);
  const isWhole = code.replaceAll(/[\s\-–—_.]/g, '').length >= 20;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isWhole && seconds === 0 && !isGoing) onCode(code);
  };
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
          onChange={(event) => setCode(event.target.value)}
        />
        <button type="submit" className={styles.primary} disabled={!isWhole || seconds > 0 || isGoing}>
          {isGoing ? 'Đang mở…' : seconds > 0 ? `Chờ ${seconds} giây` : 'Mở sổ'}
        </button>
      </div>
      <p id="code-said" aria-live="polite">
        {wrong === null ? (
          'Chữ hoa, chữ thường, dấu nối gõ thế nào cũng được; O và 0, I và 1 cũng vậy.'
        ) : (
          <span className={styles.said}>
            {wrong.fault === 'wrongCode'
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
