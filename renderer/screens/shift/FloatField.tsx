import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { describeError } from '../../error-sentences.ts';
import { MoneyInput } from './MoneyInput.tsx';

/** Change money at the start: written on leaving the field; Esc brings back what stood there. */
export function FloatField({ floatVnd }: { floatVnd: number }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [typed, setTyped] = useState<number | null>(null);
  const save = useMutation(
    trpc.shifts.open.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.shifts.pathKey() }),
      onSuccess: () => setTyped(null),
    }),
  );
  return (
    <>
      <MoneyInput
        label="Tiền lẻ đầu ca"
        value={typed ?? floatVnd}
        onChange={setTyped}
        onBlur={() => {
          if (typed !== null && typed !== floatVnd) save.mutate({ floatVnd: typed });
        }}
        onEscape={() => setTyped(null)}
      />
      {save.isError && (
        <small role="alert">
          {describeError(save.error).sentence} Đang ghi {formatInteger(floatVnd)} đ.
        </small>
      )}
    </>
  );
}
