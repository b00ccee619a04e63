import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Outcome, outcomes } from '../../../../shared/domain/case-flow.ts';
import { outcomeLabels } from '../../../../shared/labels.ts';
import { useTRPC } from '../../../api.ts';
import styles from '../../../components/FormDialog.module.css';
import { LabelledField } from '../../../components/LabelledField.tsx';
import { SaidTicks } from '../../../components/SaidTicks.tsx';
import { Segmented } from '../../../components/Segmented.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { NoteField } from './NoteField.tsx';
import { usualResult } from './usual-result.ts';

/** With a result, or refused: the case ends at this minute. The catalogue tells which paper is usually given. */
export function ResolveForm({ detail, frame, faults }: ActFormProps) {
  const trpc = useTRPC();
  const { code } = detail.state.procedure;
  const procedure = useQuery({ ...trpc.catalogue.get.queryOptions({ code }), retry: false });
  const [outcome, setOutcome] = useState<Outcome>('granted');
  const [typed, setResult] = useState<{ kind: string | null; number: string; abstract: string }>({
    kind: null,
    number: '',
    abstract: '',
  });
  const [isElectronic, setIsElectronic] = useState<boolean | null>(null);
  const [note, setNote] = useState('');
  const isRefused = outcome === 'refused';
  const usualKind = isRefused ? '' : usualResult(procedure.data?.procedure.result ?? '');
  const result = { ...typed, kind: typed.kind ?? usualKind };
  const isEmpty = Object.values(result).every((text) => text.trim() === '');
  return (
    <ActFrame
      frame={frame}
      input={{
        kind: 'resolve',
        outcome,
        result: isEmpty ? null : result,
        ...(!isRefused && isElectronic !== null && { electronicResult: isElectronic }),
        note,
      }}
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
          onChange={(kind) => setResult({ ...typed, kind })}
          fault={faults['result.kind']}
          placeholder={isRefused ? 'Thông báo' : 'Trích lục, giấy xác nhận'}
        />
        <LabelledField
          label="Số"
          value={result.number}
          onChange={(number) => setResult({ ...typed, number })}
          fault={faults['result.number']}
          placeholder="12/TLKS"
        />
      </div>
      <LabelledField
        label="Trích yếu"
        value={result.abstract}
        onChange={(abstract) => setResult({ ...typed, abstract })}
        fault={faults['result.abstract']}
      />
      {!isRefused && (
        <div>
          <SaidTicks
            value={isElectronic}
            onChange={setIsElectronic}
            yes="Kết quả bản điện tử"
            no="Không có bản điện tử"
          />
        </div>
      )}
      <NoteField label={isRefused ? 'Lý do từ chối' : undefined} value={note} onChange={setNote} />
    </ActFrame>
  );
}
