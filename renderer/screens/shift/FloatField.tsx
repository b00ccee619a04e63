import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { OpenShift } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { describeError } from '../../error-sentences.ts';
import { MoneyInput } from './MoneyInput.tsx';

/**
 * Change money at the start: written on leaving the field, or with its reason once cash has moved; Esc brings back what stood
 * there.
 */
export function FloatField({ shift: { floatVnd, hasCash } }: { shift: OpenShift }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [typed, setTyped] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const save = useMutation(
    trpc.shifts.open.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.shifts.pathKey() }),
      onSuccess: () => {
        setTyped(null);
        setReason('');
      },
    }),
  );
  const isChanged = typed !== null && typed !== floatVnd;
  const write = () => {
    if (isChanged) save.mutate({ floatVnd: typed, reason });
  };
  return (
    <>
      <MoneyInput
        label="Tiền lẻ đầu ca"
        value={typed ?? floatVnd}
        onChange={setTyped}
        onBlur={() => {
          if (!hasCash) write();
        }}
        onEscape={() => setTyped(null)}
      />
      {hasCash && isChanged && (
        <>
          <LabelledField label="Lý do sửa tiền lẻ" value={reason} onChange={setReason} />
          <Button size="small" disabled={save.isPending || reason.trim() === ''} onClick={write}>
            Ghi
          </Button>
        </>
      )}
      {save.isError && (
        <small role="alert">
          {describeError(save.error).sentence} Đang ghi {formatInteger(floatVnd)} đ.
        </small>
      )}
    </>
  );
}
