import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Kin, kins } from '../../../shared/domain/household.ts';
import { kinLabels } from '../../../shared/labels.ts';
import type { CitizenRow } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CitizenDialog } from './CitizenDialog.tsx';
import { PickCitizen } from './PickCitizen.tsx';

/** Links somebody of the register by hand. */
export function AddRelative({ person, onClose }: { person: CitizenRow; onClose: () => void }) {
  const trpc = useTRPC();
  const [relative, setRelative] = useState<CitizenRow | null>(null);
  const [kin, setKin] = useState<Kin>('child');
  const add = useMutation(trpc.citizens.addRelative.mutationOptions({ onSuccess: onClose }));
  return (
    <CitizenDialog
      title={`Thêm người vào hộ của ${person.name}`}
      word="Thêm"
      disabled={relative === null || add.isPending}
      onSubmit={() => relative && add.mutate({ id: person.id, relativeId: relative.id, kin })}
      onClose={onClose}
    >
      <PickCitizen label="Tìm người" exceptId={person.id} value={relative} onPick={setRelative} />
      <TextField
        select
        label={`Là gì của ${person.name}`}
        value={kin}
        onChange={(event) => setKin(event.target.value as Kin)}
        slotProps={{ select: { native: true } }}
      >
        {kins.map((one) => (
          <option key={one} value={one}>
            {kinLabels[one]}
          </option>
        ))}
      </TextField>
      {add.error && <ErrorNotice error={add.error} />}
    </CitizenDialog>
  );
}
