import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Figure.module.css';
import { Shape, type Tone } from './StatusMark.tsx';

interface FigureProps {
  count: string;
  /** Meaning of the number; without one it stays in ink with `icon`. */
  tone?: Tone;
  icon?: ReactNode;
  word: string;
  /** One line that says the worst of it: "lâu nhất 7 giờ 35". */
  sub: string;
  /** The list that holds exactly these cases. */
  to: string;
}

interface FigureStripProps {
  label: string;
  children: ReactNode;
  /** Under a hairline, inside the same card. */
  foot?: ReactNode;
}

/** A strip of figures with hairlines between them. */
export function FigureStrip({ label, children, foot }: FigureStripProps) {
  return (
    <section className={styles.card} aria-label={label}>
      <div className={styles.strip}>{children}</div>
      {foot}
    </section>
  );
}

/** A number that opens its cases. */
export function Figure({ count, tone, icon, word, sub, to }: FigureProps) {
  return (
    <Link className={`${styles.figure}`} to={to}>
      <span className={styles.count}>{count}</span>
      <span className={styles.words}>
        <span className={styles.word} data-tone={tone}>
          {tone ? <Shape tone={tone} /> : icon}
          {word}
        </span>
        <span className={styles.sub}>{sub}</span>
      </span>
    </Link>
  );
}
