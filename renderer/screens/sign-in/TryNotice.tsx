import { useEffect, useState } from 'react';
import { AppError } from '../../../shared/errors.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { describeError } from '../../error-sentences.ts';
import styles from './SignIn.module.css';

/**
 * Why a secret was refused; once its wait is over the sentence says that it may be typed again.
 * @param props `typed`: what was refused as a password; `where` a recovery code is taken instead.
 */
export function TryNotice(props: { error: unknown; typed?: string; where?: string }) {
  const { error, typed = '', where = '' } = props;
  const { code, data } = describeError(error);
  const seconds = typeof data?.seconds === 'number' ? data.seconds : 0;
  const [over, setOver] = useState<unknown>(null);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => setOver(error), seconds * 1000);
    return () => clearTimeout(timer);
  }, [error, seconds]);
  const shown = over === error && code !== null ? new AppError(code, { ...data, seconds: 0 }) : error;
  return (
    <>
      <ErrorNotice error={shown} />
      {code === 'wrongPassword' && sealedCode.test(typed.trim()) && (
        <p className={styles.why}>
          Mã 20 chữ và số trong phong bì không phải mật khẩu. {where} Mã của sổ, Mã mở bản sao lưu không dùng
          để đăng nhập.
        </p>
      )}
    </>
  );
}

/** Four groups of five, as the sheets of sealed codes are printed. */
const sealedCode = /^(?:[0-9a-z]{5}[\s-]?){4}$/i;
