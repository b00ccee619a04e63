import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import type { CurrentShift, OpenShift } from '../../../shared/views-shift.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useKeys } from '../../keys.ts';
import { CashCount } from './CashCount.tsx';
import { Ledger } from './Ledger.tsx';
import { ShownCodes } from './Papers.tsx';
import styles from './Shift.module.css';
import { useClosing } from './use-closing.ts';
import { WitnessField } from './WitnessField.tsx';

/** Enter goes down the notes, over the change money and on to the two names; Ctrl+Enter closes. What is typed outlives every refusal. */
export function CloseShift(props: {
  current: CurrentShift;
  shift: OpenShift;
  /** Of somebody who left it open: whoever sits here closes it for him, and says why. */
  onLeave?: () => void;
  onClosed: (jobId: number) => void;
}) {
  const { current, shift, onLeave, onClosed } = props;
  const isOther = onLeave !== undefined;
  const closing = useClosing(shift, onClosed);
  const { values, set, faults, asksReason, pending, error, submit } = closing;
  useKeys({ primary: submit });
  const form = useRef<HTMLFormElement>(null);
  // A refusal names a field: the keyboard goes there.
  useEffect(() => {
    if (error !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return (
    <form
      ref={form}
      className={styles.columns}
      noValidate
      onKeyDown={enterMovesOn}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CashCount shift={shift} closing={closing} />
      <Ledger shift={shift} current={current} isOther={isOther} />
      <div className={styles.side}>
        <ShownCodes shown={current.shown} />
        <Panel title={isOther ? `Chốt thay ${shift.cashier}` : 'Chốt ca'}>
          <div className={styles.closeForm}>
            {asksReason && (
              <LabelledField
                label="Lý do chênh lệch"
                value={values.reason}
                fault={faults.reason}
                onChange={(reason) => set({ reason })}
              />
            )}
            {isOther ? (
              <LabelledField
                label="Lý do chốt thay"
                value={values.absence}
                fault={faults.absence}
                onChange={(absence) => set({ absence })}
              />
            ) : (
              <WitnessField
                value={values.witness}
                fault={faults.witness}
                onChange={(witness) => set({ witness })}
              />
            )}
            <LabelledField label="Ghi chú" value={values.note} onChange={(note) => set({ note })} />
            {error !== null && <ErrorNotice error={error} />}
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={pending}
              endIcon={<Keycap name="primary" />}
              aria-keyshortcuts="Control+Enter"
            >
              Chốt ca và in
            </Button>
            {onLeave && (
              <Button variant="text" onClick={onLeave}>
                Để sau
              </Button>
            )}
          </div>
        </Panel>
      </div>
    </form>
  );
}
