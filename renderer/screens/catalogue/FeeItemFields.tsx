import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ChargeKind, FeeItem } from '../../../shared/domain/fee-rule.ts';
import { type Channel, channels } from '../../../shared/domain/procedure.ts';
import { channelLabels, chargeLabels, feePerLabels } from '../../../shared/labels.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import styles from './FeeRule.module.css';
import { FeeTiers } from './FeeTiers.tsx';
import type { FeeItemValues } from './fee-rule-values.ts';

/** One item of a fee rule: what it is counted by, its amounts, and when it is charged at all. */
export function FeeItemFields(props: {
  number: number;
  values: FeeItemValues;
  faultOf: (field: string) => string | undefined;
  onChange: (values: FeeItemValues) => void;
  onRemove: () => void;
}) {
  const { number, values, faultOf, onChange, onRemove } = props;
  const { per } = values;
  const set = (part: Partial<FeeItemValues>) => onChange({ ...values, ...part });
  const amountLabel = per === 'lateCase' ? 'Khi quá hạn, đồng' : 'Mức thu, đồng';
  return (
    <section className={styles.feeItem} aria-label={`Khoản thu ${number}`}>
      <div className={styles.itemHead}>
        <LabelledField
          label="Tên khoản thu"
          value={values.name}
          onChange={(name) => set({ name })}
          fault={faultOf('name')}
        />
        <Select
          label="Tính theo"
          value={per}
          options={feePerLabels}
          onChange={(next: FeeItem['per']) => set({ per: next })}
        />
        <Select
          label="Loại"
          value={values.charge}
          options={chargeLabels}
          onChange={(charge: ChargeKind) => set({ charge })}
        />
      </div>
      {per === 'page' && <FeeTiers values={values} faultOf={faultOf} onChange={set} />}
      {per === 'lateCase' && (
        <div className={styles.thirds}>
          <LabelledField
            label="Không thu trong, ngày"
            value={values.freeDays}
            onChange={(freeDays) => set({ freeDays })}
            fault={faultOf('freeDays')}
            numeric
          />
          <LabelledField
            label="Kể từ"
            value={values.since}
            onChange={(since) => set({ since })}
            fault={faultOf('since')}
          />
        </div>
      )}
      <div className={styles.thirds}>
        {per !== 'page' && (
          <LabelledField
            label={amountLabel}
            value={values.amount}
            onChange={(amount) => set({ amount })}
            fault={faultOf('amount')}
            placeholder="chưa có mức"
            numeric
          />
        )}
        {ownChannels.map((channel) => (
          <LabelledField
            key={channel}
            label={`Nộp ${channelLabels[channel].toLowerCase()}`}
            value={values.channelAmounts[channel]}
            onChange={(amount) => set({ channelAmounts: { ...values.channelAmounts, [channel]: amount } })}
            fault={faultOf(channel)}
            placeholder="như trên"
            numeric
          />
        ))}
      </div>
      <div className={styles.chips}>
        <TickChip checked={values.onRequest} onChange={(onRequest) => set({ onRequest })}>
          Chỉ thu khi xin bản sao
        </TickChip>
        <TickChip checked={values.exemptible} onChange={(exemptible) => set({ exemptible })}>
          Diện miễn không phải nộp
        </TickChip>
        <span className="grow" />
        <Button size="small" variant="text" onClick={onRemove}>
          Bỏ khoản này
        </Button>
      </div>
    </section>
  );
}

/** At the counter is the amount itself. */
const ownChannels = channels.filter((channel): channel is Exclude<Channel, 'direct'> => channel !== 'direct');

function Select<Value extends string>(props: {
  label: string;
  value: Value;
  options: Record<Value, string>;
  onChange: (value: Value) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value as Value)}
      slotProps={{ select: { native: true } }}
    >
      {Object.entries<string>(options).map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </TextField>
  );
}
