import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { isTypedBack } from '../../shared/domain/account.ts';
import { formatDay } from '../../shared/format.ts';
import { useKeys } from '../keys.ts';
import styles from './CodeSheet.module.css';
import { Keycap } from './Keycap.tsx';
import { SecretField } from './SecretField.tsx';
import { ShownCode } from './ShownCode.tsx';

/** A sealed code, shown this once: what is printed and goes into the envelope. `code` is null while it is being made. */
export function CodeSheet(props: {
  name: string;
  unit: string;
  day: string;
  code: string | null;
  children: ReactNode;
}) {
  const { name, unit, day, code, children } = props;
  useKeys(code === null ? {} : { print: () => window.print() }, { inDialog: true });
  return (
    <section className={styles.sheet} aria-label={name}>
      <h3 className={styles.printed}>
        {name}, {unit}
      </h3>
      <ShownCode name={name} code={code} />
      {children}
      <p className={styles.printed}>
        Lập ngày {formatDay(day)}. Người mở phong bì ghi tên, ngày và lý do: ………………………
      </p>
      <Button
        className={styles.print}
        data-enter="skip"
        disabled={code === null}
        endIcon={<Keycap name="print" />}
        onClick={() => window.print()}
      >
        In mã
      </Button>
    </section>
  );
}

/** The proof that the code is on paper. Without `code` the counter compares, and says itself what is wrong. */
export function CodeProof(props: {
  code?: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}) {
  const { code, value, onChange, autoFocus = false } = props;
  const isWrong = code !== undefined && value.trim().length >= 5 && !isTypedBack(value, code);
  return (
    <SecretField
      label="Gõ lại năm chữ cuối của mã, nhìn từ giấy"
      value={value}
      onChange={onChange}
      hint={isWrong ? 'Chưa khớp với mã ở trên. So lại tờ giấy.' : 'Để chắc chắn mã đã nằm trên giấy.'}
      shown
      autoFocus={autoFocus}
    />
  );
}
