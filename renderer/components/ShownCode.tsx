import styles from './ShownCode.module.css';

/** A code that is shown once: to be copied by hand, or chosen whole by one click. `code` is null while it is being made. */
export function ShownCode({ name, code }: { name: string; code: string | null }) {
  return (
    <output className={styles.code} aria-label={name} data-pending={code === null || undefined}>
      {code ?? 'Đang làm mã…'}
    </output>
  );
}
