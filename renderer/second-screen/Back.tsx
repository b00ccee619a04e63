import styles from './Screen.module.css';

/** Back to the greeting, in the corner where every page of the screen has it. */
export function Back({ onBack, label = 'Về đầu' }: { onBack: () => void; label?: string }) {
  return (
    <button type="button" className={styles.back} onClick={onBack}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M15 4 7 12l8 8" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      {label}
    </button>
  );
}
