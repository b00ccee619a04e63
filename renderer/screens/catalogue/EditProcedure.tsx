import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { limitText } from '../../../shared/appointment-words.ts';
import type { Procedure } from '../../../shared/domain/procedure.ts';
import { bareRule, type LimitKind, limitKinds } from '../../../shared/domain/time-limit.ts';
import { formatDay, formatMoney } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { enterMovesOn } from '../../components/enter-moves-on.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { LabelledField } from '../../components/LabelledField.tsx';
import { tidyClock } from '../../components/typed-clock.ts';
import { useOnce } from '../../components/use-once.ts';
import { describeError } from '../../error-sentences.ts';
import { useKeys } from '../../keys.ts';
import { useOfficeNow } from '../../session.tsx';
import styles from './Catalogue.module.css';
import { editValues, parseEdit } from './edit-values.ts';
import { FeeRuleFields } from './FeeRuleFields.tsx';
import { KeptFields } from './KeptFields.tsx';
import { ShorterLimits } from './ShorterLimits.tsx';

const kindLabels: Record<LimitKind, string> = {
  sameDay: 'Trong ngày',
  workingDays: 'Ngày làm việc',
  days: 'Ngày theo lịch',
  hours: 'Giờ làm việc',
  onTheSpot: 'Giải quyết ngay',
  none: 'Chưa có thời hạn',
};

/** The ward's own limit and fee, from a day on. What was received before keeps its date. */
export function EditProcedure(props: {
  procedure: Procedure;
  /** In force today. */
  version: number;
  onClose: () => void;
}) {
  const { procedure, version, onClose } = props;
  const trpc = useTRPC();
  const client = useQueryClient();
  const today = useOfficeNow().slice(0, 10);
  const [values, setValues] = useState(() => editValues(procedure, today));
  // What was typed rests on this one; told that it is old, the next press saves over the new one, which stands above.
  const [base, setBase] = useState(version);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const save = useMutation(trpc.catalogue.save.mutationOptions());
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }));
  const submit = useOnce(async () => {
    const parsed = parseEdit(procedure, values);
    setFaults(parsed.faults);
    if (!parsed.input) return;
    await save.mutateAsync({ ...parsed.input, version: base }).then(
      () => {
        void client.invalidateQueries({ queryKey: trpc.catalogue.pathKey() });
        onClose();
      },
      async (refusal) => {
        if (describeError(refusal).code !== 'stale') return;
        const newest = trpc.catalogue.get.queryOptions({ code: procedure.code });
        setBase((await client.fetchQuery({ ...newest, staleTime: 0 })).version);
      },
    );
  });
  useKeys({ primary: () => void submit.run() }, { inDialog: true });
  const isCounted = values.kind === 'workingDays' || values.kind === 'days' || values.kind === 'hours';
  const [hasShorter] = useState(
    () => procedure.timeLimit.perChannel !== undefined || procedure.timeLimit.local !== undefined,
  );
  const [hasRule] = useState(() => procedure.fee.rule !== undefined);
  const hasCutoff = values.kind === 'sameDay' || values.kind === 'workingDays';
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="edit-procedure">
      <form
        noValidate
        className={styles.editForm}
        onKeyDown={enterMovesOn}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void submit.run();
        }}
      >
        <DialogTitle id="edit-procedure">{procedure.shortName}</DialogTitle>
        <DialogContent className={styles.edit}>
          <p className={styles.note}>
            Hiện nay: {limitText(bareRule(procedure.timeLimit))}
            {procedure.fee.amountVnd !== null && `, lệ phí ${formatMoney(procedure.fee.amountVnd)}`}.
          </p>
          <TextField
            select
            label="Thời hạn tính theo"
            value={values.kind}
            autoFocus
            onChange={(event) => set({ kind: event.target.value as LimitKind })}
            slotProps={{ select: { native: true } }}
          >
            {limitKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindLabels[kind]}
              </option>
            ))}
          </TextField>
          <div className={styles.pair}>
            {isCounted && (
              <LabelledField
                label={values.kind === 'hours' ? 'Số giờ' : 'Số ngày'}
                value={values.count}
                onChange={(count) => set({ count })}
                fault={faults.count}
                numeric
              />
            )}
            {hasCutoff && (
              <LabelledField
                label="Mốc giờ nhận"
                value={values.cutoff}
                onChange={(cutoff) => set({ cutoff })}
                onBlur={() => set({ cutoff: tidyClock(values.cutoff) })}
                fault={faults.cutoff}
                hint="Để trống nếu không có mốc."
                numeric
              />
            )}
          </div>
          <div className={styles.pair}>
            {values.feeRule.items.length === 0 && (
              <LabelledField
                label="Lệ phí, đồng"
                value={values.fee}
                onChange={(fee) => set({ fee })}
                fault={faults.fee}
                hint="Để trống là chưa có mức; 0 là không thu."
                numeric
              />
            )}
            <LabelledField
              label="Áp dụng từ ngày"
              value={values.from}
              onChange={(from) => set({ from })}
              fault={faults.from}
              hint={`Hồ sơ nhận trước ngày này giữ hạn cũ. Hôm nay ${formatDay(today)}.`}
              numeric
            />
          </div>
          {isCounted && (
            <details className={styles.shorter} open={hasShorter}>
              <summary>Hạn ngắn hơn theo kênh nộp, theo quyết định</summary>
              <div className={styles.edit}>
                <ShorterLimits
                  limit={procedure.timeLimit}
                  today={formatDay(today)}
                  values={values.shorter}
                  faults={faults}
                  onChange={(shorter) => set({ shorter })}
                />
              </div>
            </details>
          )}
          <details className={styles.shorter} open={hasRule}>
            <summary>Mức thu nhiều khoản, diện miễn</summary>
            <div className={styles.edit}>
              <FeeRuleFields
                code={procedure.code}
                values={values.feeRule}
                faults={faults}
                onChange={(feeRule) => set({ feeRule })}
              />
            </div>
          </details>
          <details className={styles.shorter} open={procedure.retention !== undefined}>
            <summary>Thời hạn lưu dữ liệu cá nhân</summary>
            <div className={styles.edit}>
              <KeptFields values={values} faults={faults} onChange={set} />
            </div>
          </details>
          {save.isError && <ErrorNotice error={save.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            Thôi <Keycap name="back" />
          </Button>
          <Button type="submit" variant="contained" color="primary" disabled={submit.pending}>
            Lưu <Keycap name="primary" />
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
