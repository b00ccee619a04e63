import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useKeys } from '../../keys.ts';
import { MoneyInput } from './MoneyInput.tsx';
import styles from './Shift.module.css';

/** Nothing to close: a shift begins with the change money, as last time unless told otherwise, or by itself with the first payment. */
export function OpenShift(props: {
  lastFloatVnd: number;
  /** What whoever sits here came for; else it stands at the foot of the page, without the key. */
  isMain: boolean;
}) {
  const { lastFloatVnd, isMain } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const [floatVnd, setFloatVnd] = useState(lastFloatVnd);
  const open = useMutation(
    trpc.shifts.open.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.shifts.pathKey() }),
    }),
  );
  useKeys(open.isPending || !isMain ? {} : { primary: () => open.mutate({ floatVnd }) });
  return (
    <Panel title="Chưa mở ca">
      <form
        className={styles.openForm}
        onKeyDown={enterMovesOn}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate({ floatVnd });
        }}
      >
        <p>
          Ca tự mở khi thu khoản đầu tiên. Có tiền lẻ trong ngăn thì ghi số tiền rồi mở ca, để cuối ngày đếm
          cho khớp.
        </p>
        <div className={styles.field}>
          <span aria-hidden="true">Tiền lẻ đầu ca</span>
          <MoneyInput label="Tiền lẻ đầu ca" value={floatVnd} onChange={setFloatVnd} />
          {lastFloatVnd > 0 && (
            <small className={styles.proposal}>Ca trước bắt đầu với {formatMoney(lastFloatVnd)}</small>
          )}
        </div>
        {open.isError && <ErrorNotice error={open.error} />}
        <Button
          type="submit"
          {...(isMain && { variant: 'contained', color: 'primary', endIcon: <Keycap name="primary" /> })}
          disabled={open.isPending}
        >
          Mở ca
        </Button>
      </form>
    </Panel>
  );
}
