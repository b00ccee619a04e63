import Button from '@mui/material/Button';
import type { CurrentShift, OpenShift } from '../../../shared/views-shift.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useKeys } from '../../keys.ts';
import { CashCount } from './CashCount.tsx';
import { Ledger } from './Ledger.tsx';
import { Papers } from './Papers.tsx';
import styles from './Shift.module.css';
import { useClosing } from './use-closing.ts';
import { WitnessField } from './WitnessField.tsx';

/** Enter goes down the notes and on to the two names; Ctrl+Enter closes. What is typed outlives every refusal. */
export function CloseShift(props: {
  current: CurrentShift;
  shift: OpenShift;
  onClosed: (jobId: number) => void;
}) {
  const { current, shift, onClosed } = props;
  const closing = useClosing(shift, onClosed);
  const { values, set, faults, differenceVnd, pending, error, submit } = closing;
  useKeys({ primary: submit });
  return (
    <form
      className={styles.columns}
      noValidate
      onKeyDown={enterMovesOn}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CashCount shift={shift} closing={closing} />
      <Ledger shift={shift} />
      <div className={styles.side}>
        <Papers current={current} />
        <Panel title="Chốt ca">
          <div className={styles.closeForm}>
            {differenceVnd !== 0 && (
              <LabelledField
                label="Lý do chênh lệch"
                value={values.reason}
                fault={faults.reason}
                onChange={(reason) => set({ reason })}
              />
            )}
            <WitnessField
              value={values.witness}
              fault={faults.witness}
              onChange={(witness) => set({ witness })}
            />
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
          </div>
        </Panel>
      </div>
    </form>
  );
}
