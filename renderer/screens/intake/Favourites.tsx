import { useLayoutEffect, useRef } from 'react';
import type { CatalogueRow } from '../../../shared/views.ts';
import styles from './ProcedureColumn.module.css';

/** What is received most, on one line. What would need a second line is out of sight, and out of reach of the keyboard. */
export function Favourites(props: { rows: readonly CatalogueRow[]; onPick: (row: CatalogueRow) => void }) {
  const { rows, onPick } = props;
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return;
    const measure = () => {
      const chips = [...element.children].filter((child) => child instanceof HTMLElement);
      for (const chip of chips) chip.inert = chip.offsetTop > (chips[0]?.offsetTop ?? 0);
    };
    const observer = new ResizeObserver(measure);
    for (const chip of [element, ...element.children]) observer.observe(chip);
    return () => observer.disconnect();
  });
  return (
    <div ref={line} className={styles.favourites} data-enter="skip">
      {rows.map((row) => (
        <button key={row.code} type="button" className={styles.chip} onClick={() => onPick(row)}>
          {row.shortName}
        </button>
      ))}
    </div>
  );
}
