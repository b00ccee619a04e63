import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { channels } from '../../../shared/domain/procedure.ts';
import type { TimeLimit } from '../../../shared/domain/time-limit.ts';
import { channelLabels } from '../../../shared/labels.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { TickChip } from '../../components/TickChip.tsx';
import styles from './Catalogue.module.css';
import { type ChannelValues, factorWords, type LimitValues } from './limit-values.ts';

/** Shorter limits by channel, and one that was published; the limit of the law stays stored beside them. */
export function ShorterLimits(props: {
  limit: TimeLimit;
  today: string;
  values: LimitValues;
  faults: Record<string, string>;
  onChange: (values: LimitValues) => void;
}) {
  const { limit, today, values, faults, onChange } = props;
  const { local } = values;
  const setLocal = (part: Partial<NonNullable<typeof local>>) =>
    local && onChange({ ...values, local: { ...local, ...part } });
  return (
    <>
      {channels.map((channel) => (
        <ChannelLimit
          key={channel}
          label={channelLabels[channel]}
          limit={limit}
          values={values.channels[channel]}
          fault={faults[`channels.${channel}`]}
          onChange={(next) => onChange({ ...values, channels: { ...values.channels, [channel]: next } })}
        />
      ))}
      {local === null ? (
        <div>
          <Button
            size="small"
            onClick={() => onChange({ ...values, local: { count: '', decisionNo: '', from: today, to: '' } })}
          >
            Thêm quyết định rút ngắn
          </Button>
        </div>
      ) : (
        <>
          <div className={styles.pair}>
            <LabelledField
              label="Rút còn (cùng đơn vị với hạn)"
              value={local.count}
              onChange={(count) => setLocal({ count })}
              fault={faults['local.count']}
              numeric
            />
            <LabelledField
              label="Số quyết định"
              value={local.decisionNo}
              onChange={(decisionNo) => setLocal({ decisionNo })}
              placeholder="12/QĐ-UBND"
            />
            <LabelledField
              label="Rút ngắn từ ngày"
              value={local.from}
              onChange={(from) => setLocal({ from })}
              fault={faults['local.from']}
              numeric
            />
            <LabelledField
              label="Đến hết ngày"
              value={local.to}
              onChange={(to) => setLocal({ to })}
              fault={faults['local.to']}
              placeholder="không hạn"
              numeric
            />
          </div>
          <div>
            <Button size="small" onClick={() => onChange({ ...values, local: null })}>
              Bỏ rút ngắn
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function ChannelLimit(props: {
  label: string;
  limit: TimeLimit;
  values: ChannelValues;
  fault: string | undefined;
  onChange: (values: ChannelValues) => void;
}) {
  const { label, limit, values, fault, onChange } = props;
  const { way, count, percent, confirmed } = values;
  const proposal = way === 'factor' ? factorWords(limit, percent) : undefined;
  return (
    <>
      <div className={styles.pair}>
        <TextField
          select
          label={`Nộp ${label.toLowerCase()}`}
          value={way}
          onChange={({ target }) => onChange({ ...values, way: target.value as ChannelValues['way'] })}
          slotProps={{ select: { native: true } }}
        >
          <option value="none">Theo hạn chung</option>
          <option value="rule">Hạn riêng</option>
          <option value="factor">Tỷ lệ của hạn chung</option>
        </TextField>
        {way === 'rule' && (
          <LabelledField
            label="Hạn riêng (cùng đơn vị)"
            value={count}
            onChange={(next) => onChange({ ...values, count: next })}
            fault={fault}
            numeric
          />
        )}
        {way === 'factor' && (
          <LabelledField
            label="Phần trăm"
            value={percent}
            onChange={(next) => onChange({ ...values, percent: next, confirmed: false })}
            fault={fault}
            hint={proposal}
            numeric
          />
        )}
      </div>
      {way === 'factor' && (
        <div>
          <TickChip checked={confirmed} onChange={(next) => onChange({ ...values, confirmed: next })}>
            Xác nhận áp dụng tỷ lệ này
          </TickChip>
        </div>
      )}
    </>
  );
}
