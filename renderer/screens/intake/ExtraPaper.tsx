import { type KeyboardEvent, useState } from 'react';
import type { PaperValues } from './intake-values.ts';
import styles from './ProcedureColumn.module.css';

/** A paper that the list does not know: its name, and Enter or leaving the field. */
export function ExtraPaper({ onAdd }: { onAdd: (paper: PaperValues) => void }) {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd({
      id: crypto.randomUUID(),
      name: name.trim(),
      required: false,
      ticked: true,
      shown: false,
      originals: 1,
      copies: 0,
      copyKind: 'photo',
      pages: null,
      electronic: false,
    });
    setName('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || name.trim() === '' || event.ctrlKey) return;
    event.preventDefault();
    add();
  };
  return (
    <li className={styles.extraPaper}>
      <input
        value={name}
        maxLength={300}
        placeholder="Thêm giấy tờ khác, Enter để ghi"
        aria-label="Thêm giấy tờ khác"
        onChange={(event) => setName(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </li>
  );
}
