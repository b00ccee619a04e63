import styles from './Steps.module.css';

/** The steps of something long, and at which one it is. */
export function Steps({ words, at }: { words: readonly string[]; at: number }) {
  return (
    <ol className={styles.steps} aria-label="Các bước">
      {words.map((word, index) => (
        <li key={word} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span>{index + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  );
}
