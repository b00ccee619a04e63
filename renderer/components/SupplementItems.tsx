import { useState } from 'react';
import type { SupplementItem } from '../../shared/domain/case-flow.ts';
import { fieldSentence } from '../error-sentences.ts';
import styles from './FormDialog.module.css';
import { FreePaperRow, PaperCounts, PaperCountsHead } from './PaperCounts.tsx';

interface SupplementItemsProps {
  /** What may be missing: the list of the procedure and the papers of the case. */
  candidates: readonly SupplementItem[];
  items: SupplementItem[];
  onChange: (items: SupplementItem[]) => void;
  fault?: string | undefined;
}

/** Everything that is missing or must be put right, at once: a tick, how many, and what is wrong with it. */
export function SupplementItems({ candidates, items, onChange, fault }: SupplementItemsProps) {
  const [free, setFree] = useState<SupplementItem[]>([]);
  const rows = [...candidates, ...free];
  const put = (item: SupplementItem) => onChange(items.map((one) => (one.name === item.name ? item : one)));
  const toggle = (row: SupplementItem, isOn: boolean) =>
    onChange(isOn ? [...items, row] : items.filter(({ name }) => name !== row.name));
  const add = (name: string) => {
    if (rows.some((row) => row.name === name)) return;
    const item = { name, originals: 1, certifiedCopies: 0, photocopies: 0, note: '' };
    setFree([...free, item]);
    onChange([...items, item]);
  };
  return (
    <div>
      <PaperCountsHead />
      <ul className={styles.rows}>
        {rows.map((row) => {
          const item = items.find(({ name }) => name === row.name);
          return (
            <li key={row.name}>
              <label className={styles.rowName}>
                <input
                  type="checkbox"
                  checked={item !== undefined}
                  onChange={({ target }) => toggle(row, target.checked)}
                />
                {row.name}
              </label>
              {item && (
                <input
                  className={styles.rowNote}
                  value={item.note}
                  maxLength={300}
                  placeholder="Thiếu hoặc sai chỗ nào"
                  aria-label={`Thiếu hoặc sai chỗ nào: ${row.name}`}
                  onChange={({ target }) => put({ ...item, note: target.value })}
                />
              )}
              {item && <PaperCounts name={row.name} value={item} onChange={put} />}
            </li>
          );
        })}
        <FreePaperRow onAdd={add} />
      </ul>
      {fault !== undefined && (
        <p className={styles.rowsFault} role="alert">
          {fault === 'tooSmall' ? 'Chọn ít nhất một giấy tờ cần bổ sung.' : fieldSentence(fault)}
        </p>
      )}
    </div>
  );
}
