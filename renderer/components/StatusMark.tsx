import type { ReactNode } from 'react';
import styles from './StatusMark.module.css';

/** The six meanings. Each has its own shape, colour and word; nothing rests on colour alone. */
export const tones = ['ok', 'due', 'late', 'wait', 'ready', 'done'] as const;
export type Tone = (typeof tones)[number];

const shapes: Record<Tone, ReactNode> = {
  ok: <circle cx="6" cy="6" r="4.6" />,
  due: <path d="M6 1 11.4 10.6H.6z" />,
  late: <rect x="1.4" y="1.4" width="9.2" height="9.2" rx="1" />,
  wait: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8z" />
    </>
  ),
  ready: <path d="M6 .4 11.6 6 6 11.6.4 6z" />,
  done: <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** The shape alone, for a row whose word stands elsewhere. */
export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={styles.shape} data-tone={tone} viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}

interface StatusMarkProps {
  tone: Tone;
  children: ReactNode;
  /** Tinted ground, only where the mark stands alone. */
  pill?: boolean;
  strong?: boolean;
}

/** Shape, colour and word of a state. */
export function StatusMark({ tone, children, pill = false, strong = false }: StatusMarkProps) {
  return (
    <span
      className={styles.mark}
      data-tone={tone}
      data-pill={pill || undefined}
      data-strong={strong || undefined}
    >
      <Shape tone={tone} />
      {children}
    </span>
  );
}
