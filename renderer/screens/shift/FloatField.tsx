import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatMoney } from '../../../shared/format.ts';
import type { OpenShift } from '../../../shared/views-shift.ts';
import { useTRPC } from '../../api.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { describeError } from '../../error-sentences.ts';
import { MoneyInput } from './MoneyInput.tsx';
import styles from './Shift.module.css';

/**
 * Change money at the start: written on leaving the field, or with its reason once cash has moved; Esc brings back what stood
 * there.
 */
export function FloatField(props: { shift: OpenShift; lastFloatVnd: number }) {
  const { shift, lastFloatVnd } = props;
  const { floatVnd, hasCash } = shift;
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
  // A shift that the first payment opened by itself knows of no change money: the last one's is proposed.
  const isProposed = floatVnd === 0 && typed === null && lastFloatVnd > 0;
  const propose = () => {
    if (!hasCash) return save.mutate({ floatVnd: lastFloatVnd, reason: '' });
    setTyped(lastFloatVnd);
    setReason('Ghi tiền lẻ như ca trước');
  };
  /** Enter writes the change and walks on; without a reason it stays. Esc leaves the sum as it was. */
  const answer = (event: KeyboardEvent<HTMLElement>) => {
    const isEnter = event.key === 'Enter' && !event.ctrlKey && event.target instanceof HTMLInputElement;
    if (isEnter && reason.trim() !== '') return write();
    if (event.key === 'Escape') setTyped(null);
    else if (!isEnter) return;
    event.preventDefault();
    event.stopPropagation();
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
      {isProposed && (
        <Button size="small" variant="text" disabled={save.isPending} onClick={propose}>
          Như ca trước: {formatMoney(lastFloatVnd)}
        </Button>
      )}
      {hasCash && isChanged && (
        // biome-ignore lint/a11y/noStaticElementInteractions: its field takes the keys.
        <div className={styles.floatReason} onKeyDown={answer}>
          <LabelledField
            label="Lý do sửa tiền lẻ"
            value={reason}
            onChange={setReason}
            // Proposed with the sum: Enter writes it.
            autoFocus={reason !== ''}
          />
          <Button size="small" disabled={save.isPending || reason.trim() === ''} onClick={write}>
            Ghi
          </Button>
        </div>
      )}
      {save.isError && (
        <small role="alert">
          {describeError(save.error).sentence} Đang ghi {formatInteger(floatVnd)} đ.
        </small>
      )}
    </>
  );
}
