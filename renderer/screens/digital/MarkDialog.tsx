import { useState } from 'react';
import { assistanceLevelLabels, markCheckLabels } from '../../../shared/digital-words.ts';
import {
  type AssistanceLevel,
  assistanceLevels,
  type MarkCheck,
  markChecks,
} from '../../../shared/domain/digital.ts';
import type { CardCriterion } from '../../../shared/views-digital.ts';
import { DayField } from '../../components/DayField.tsx';
import { FormDialog } from '../../components/FormDialog.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Digital.module.css';
import type { Deeds } from './use-deeds.ts';

/** A criterion that was reached another day, or with help. */
export function MarkDialog(props: { criterion: CardCriterion; deeds: Deeds; onClose: () => void }) {
  const { criterion, deeds, onClose } = props;
  const today = useOfficeNow().slice(0, 10);
  const [check, setCheck] = useState<MarkCheck>('seen');
  const [level, setLevel] = useState<AssistanceLevel>('guided');
  const [on, setOn] = useState<string | undefined>(today);
  const isPast = on !== undefined && on <= today;
  return (
    <FormDialog
      title={`Ghi đạt ${criterion.label}`}
      word="Ghi đạt"
      wide
      pending={deeds.pending}
      disabled={!isPast}
      onSubmit={() => {
        onClose();
        void deeds.mark({ criterion: criterion.id, check, level, ...(on && { on }) });
      }}
      onClose={onClose}
    >
      <div className={styles.field}>
        <span>Đã kiểm bằng cách</span>
        <Segmented
          label="Đã kiểm bằng cách"
          value={check}
          options={markChecks.map((value) => ({ value, label: markCheckLabels[value] }))}
          onChange={setCheck}
        />
      </div>
      <div className={styles.field}>
        <span>Mức giúp</span>
        <Segmented
          label="Mức giúp"
          value={level}
          options={assistanceLevels.map((value) => ({ value, label: assistanceLevelLabels[value] }))}
          onChange={setLevel}
        />
      </div>
      <DayField label="Đạt từ ngày" day={on} onChange={setOn} />
      {on !== undefined && !isPast && <p role="alert">Ngày đạt không sau hôm nay.</p>}
    </FormDialog>
  );
}
