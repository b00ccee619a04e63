import Button from '@mui/material/Button';
import { LabelledField } from '../../components/LabelledField.tsx';
import styles from './FeeRule.module.css';
import type { FeeItemValues, TierValues } from './fee-rule-values.ts';

/** The price of a page from a page on, and the most that one copy costs. */
export function FeeTiers(props: {
  values: FeeItemValues;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<FeeItemValues>) => void;
}) {
  const { values, faultOf, onChange } = props;
  const { tiers, cap } = values;
  const set = (index: number, part: Partial<TierValues>) =>
    onChange({ tiers: tiers.map((tier, row) => (row === index ? { ...tier, ...part } : tier)) });
  return (
    <>
      {tiers.map((tier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier has no other name, and its fields hold no state of their own
        <div key={index} className={styles.thirds}>
          <LabelledField
            label="Từ trang"
            value={tier.fromPage}
            onChange={(fromPage) => set(index, { fromPage })}
            fault={faultOf(`tiers.${index}.fromPage`)}
            numeric
          />
          <LabelledField
            label="Đồng mỗi trang"
            value={tier.amount}
            onChange={(amount) => set(index, { amount })}
            fault={faultOf(`tiers.${index}.amount`)}
            numeric
          />
          {index > 0 && (
            <Button
              size="small"
              variant="text"
              onClick={() => onChange({ tiers: tiers.toSpliced(index, 1) })}
            >
              Bỏ bậc
            </Button>
          )}
        </div>
      ))}
      <div className={styles.thirds}>
        <LabelledField
          label="Tối đa một bản, đồng"
          value={cap}
          onChange={(next) => onChange({ cap: next })}
          fault={faultOf('cap')}
          placeholder="không giới hạn"
          numeric
        />
        <span>
          <Button size="small" onClick={() => onChange({ tiers: [...tiers, { fromPage: '', amount: '' }] })}>
            Thêm bậc
          </Button>
        </span>
      </div>
    </>
  );
}
