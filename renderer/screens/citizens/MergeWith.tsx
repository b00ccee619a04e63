import { useState } from 'react';
import type { CitizenRow } from '../../../shared/views-people.ts';
import { CitizenDialog } from './CitizenDialog.tsx';
import { MergePair } from './MergePair.tsx';
import { PickCitizen } from './PickCitizen.tsx';

/** Finds the second record of a person, then compares the two. */
export function MergeWith({ person, onClose }: { person: CitizenRow; onClose: () => void }) {
  const [other, setOther] = useState<CitizenRow | null>(null);
  const [isComparing, setComparing] = useState(false);
  if (other && isComparing) return <MergePair first={person} second={other} onClose={onClose} />;
  return (
    <CitizenDialog
      title={`Gộp hai lần ghi của ${person.name}`}
      word="So sánh"
      disabled={other === null}
      onSubmit={() => setComparing(true)}
      onClose={onClose}
    >
      <PickCitizen
        label="Lần ghi thứ hai của người này"
        exceptId={person.id}
        value={other}
        onPick={setOther}
      />
    </CitizenDialog>
  );
}
