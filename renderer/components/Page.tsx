import { type ReactNode, useEffect } from 'react';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** Quiet words after the title. */
  sub?: ReactNode;
  /** Tabs or segments that belong to the title. */
  tabs?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The page scrolls as a whole instead of inside its panels. */
  scroll?: boolean;
}

/** A screen inside the frame: head with the one `h1`, then content that takes the height that is left. */
export function Page({ title, sub, tabs, actions, children, scroll = false }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Một Cửa`;
  }, [title]);
  return (
    <div className={styles.page} data-scroll={scroll || undefined}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {tabs}
        {sub && <span className={styles.sub}>{sub}</span>}
        <span className="grow" />
        {actions}
      </div>
      {children}
    </div>
  );
}
