import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

interface PanelProps {
  title?: string;
  /** Quiet words after the title: a count, an order. */
  note?: ReactNode;
  /** Buttons and links at the right of the head. */
  actions?: ReactNode;
  children: ReactNode;
  /** Rows run to the hairline instead of standing 16 px inside it. */
  flush?: boolean;
  /** Takes the height that is left and scrolls inside. */
  fill?: boolean;
}

/** A card: hairline, head with title, note and actions, body. */
export function Panel({ title, note, actions, children, flush = false, fill = false }: PanelProps) {
  const id = useId();
  return (
    <section className={styles.panel} data-fill={fill || undefined} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {note && <span className={styles.note}>{note}</span>}
          <span className="grow" />
          {actions}
        </div>
      )}
      <div className={styles.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
