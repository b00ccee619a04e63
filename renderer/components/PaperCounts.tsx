import { type KeyboardEvent, type ReactNode, useState } from 'react';
import styles from './FormDialog.module.css';
import { Stepper } from './Stepper.tsx';

export interface Counts {
  originals: number;
  certifiedCopies: number;
  photocopies: number;
}

/** The heads over the three counts of each line. */
export function PaperCountsHead() {
  return (
    <div className={styles.rowsHead} aria-hidden="true">
      <span>Giấy tờ</span>
      <span>bản chính</span>
      <span>chứng thực</span>
      <span>bản sao</span>
    </div>
  );
}

/** Originals, certified copies and plain copies of one paper, each a small count. */
export function PaperCounts<Value extends Counts>(props: {
  name: string;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { name, value, onChange } = props;
  return (
    <>
      <Stepper
        label={`bản chính ${name}`}
        value={value.originals}
        onChange={(originals) => onChange({ ...value, originals })}
      />
      <Stepper
        label={`chứng thực ${name}`}
        value={value.certifiedCopies}
        onChange={(certifiedCopies) => onChange({ ...value, certifiedCopies })}
      />
      <Stepper
        label={`bản sao ${name}`}
        value={value.photocopies}
        onChange={(photocopies) => onChange({ ...value, photocopies })}
      />
    </>
  );
}

/** The last line of a list of papers: a name that the list does not know, then Enter or leaving the field. */
export function FreePaperRow({ onAdd }: { onAdd: (name: string) => void }): ReactNode {
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd(name.trim());
    setName('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || name.trim() === '' || event.ctrlKey) return;
    event.preventDefault();
    add();
  };
  return (
    <li className={styles.freeRow}>
      <input
        className={styles.free}
        value={name}
        maxLength={300}
        placeholder="Giấy tờ khác, Enter để ghi"
        aria-label="Thêm giấy tờ khác"
        onChange={({ target }) => setName(target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </li>
  );
}
