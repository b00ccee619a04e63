import { useState } from 'react';
import { type Outcome, outcomes } from '../../../../shared/domain/case-flow.ts';
import { outcomeLabels } from '../../../../shared/labels.ts';
import styles from '../../../components/FormDialog.module.css';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';

/** With a result, or refused: the case ends at this minute. */
export function ResolveForm({ frame, faults }: ActFormProps) {
  const [outcome, setOutcome] = useState<Outcome>('granted');
  const [result, setResult] = useState({ kind: '', number: '', abstract: '' });
  const [note, setNote] = useState('');
  const isEmpty = Object.values(result).every((text) => text.trim() === '');
  const isRefused = outcome === 'refused';
  return (
    <ActFrame
      frame={frame}
      input={{ kind: 'resolve', outcome, result: isEmpty ? null : result, note }}
      usual={isRefused ? ['refusalNotice'] : []}
    >
      <div>
        <p className={styles.label}>Kết quả</p>
        <Segmented
          label="Kết quả"
          wide
          value={outcome}
          options={outcomes.map((value) => ({ value, label: outcomeLabels[value] }))}
          onChange={setOutcome}
        />
      </div>
      <div className={styles.pair}>
        <LabelledField
          label="Loại kết quả"
          value={result.kind}
          onChange={(kind) => setResult({ ...result, kind })}
          fault={faults['result.kind']}
          placeholder={isRefused ? 'Thông báo' : 'Trích lục, giấy xác nhận'}
        />
        <LabelledField
          label="Số"
          value={result.number}
          onChange={(number) => setResult({ ...result, number })}
          fault={faults['result.number']}
          placeholder="12/TLKS"
        />
      </div>
      <LabelledField
        label="Trích yếu"
        value={result.abstract}
        onChange={(abstract) => setResult({ ...result, abstract })}
        fault={faults['result.abstract']}
      />
      <NoteField label={isRefused ? 'Lý do từ chối' : undefined} value={note} onChange={setNote} />
    </ActFrame>
  );
}
