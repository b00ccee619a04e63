import { useState } from 'react';
import { ReasonField } from '../../../components/ReasonField.tsx';
import { reasonPhrases } from '../../../reason-phrases.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

/** The citizen came and went without an act. */
export function VisitForm({ frame, faults }: ActFormProps) {
  const [purpose, setPurpose] = useState('');
  return (
    <ActFrame frame={frame} input={{ kind: 'visit', purpose }}>
      <ReasonField
        label="Đến để làm gì"
        value={purpose}
        onChange={setPurpose}
        phrases={reasonPhrases.visit}
        fault={faults.purpose}
      />
    </ActFrame>
  );
}
