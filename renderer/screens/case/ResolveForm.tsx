import { useState } from 'react';
import type { Outcome } from '../../../shared/domain/case-flow.ts';
import { actLabels, outcomeLabels } from '../../../shared/labels.ts';
import { Segmented } from '../../components/Segmented.tsx';
import styles from './ActBar.module.css';
import type { ActFormProps } from './ActDialog.tsx';
import { FormDialog } from './FormDialog.tsx';
import { NoteField } from './NoteField.tsx';

/** With a result, or refused: the case ends at this minute. */
export function ResolveForm({ pending, error, onAct, onClose }: ActFormProps) {
  const [outcome, setOutcome] = useState<Outcome>('granted');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={actLabels.resolve}
      word={actLabels.resolve}
      pending={pending}
      error={error}
      onSubmit={() => onAct({ kind: 'resolve', outcome, note })}
      onClose={onClose}
    >
      <div>
        <p className={styles.label}>Kết quả</p>
        <Segmented
          label="Kết quả"
          wide
          value={outcome}
          options={(['granted', 'refused'] as const).map((value) => ({ value, label: outcomeLabels[value] }))}
          onChange={setOutcome}
        />
      </div>
      <NoteField value={note} onChange={setNote} />
    </FormDialog>
  );
}
