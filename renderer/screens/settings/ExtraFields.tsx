import Button from '@mui/material/Button';
import { LabelledField } from '../../components/LabelledField.tsx';
import type { ExtraValues } from './fee-settings-values.ts';
import styles from './Settings.module.css';

/** One local charge: its price a unit, and the most that the province allows. */
export function ExtraFields(props: {
  values: ExtraValues;
  faultOf: (field: string) => string | undefined;
  onChange: (values: ExtraValues) => void;
  onRemove: () => void;
}) {
  const { values, faultOf, onChange, onRemove } = props;
  const set = (part: Partial<ExtraValues>) => onChange({ ...values, ...part });
  return (
    <section className={styles.dayCard} aria-label={`Khoản thu ${values.name}`}>
      <div className={styles.groupRow}>
        <LabelledField
          label="Khoản thu"
          value={values.name}
          onChange={(name) => set({ name })}
          fault={faultOf('name')}
          placeholder="Phô tô giấy tờ"
        />
        <LabelledField
          label="Căn cứ"
          value={values.basis}
          onChange={(basis) => set({ basis })}
          placeholder="số nghị quyết, quyết định"
        />
        <Button size="small" variant="text" onClick={onRemove}>
          Bỏ
        </Button>
      </div>
      <div className={styles.quarters}>
        <LabelledField
          label="Đơn vị"
          value={values.unit}
          onChange={(unit) => set({ unit })}
          fault={faultOf('unit')}
        />
        <LabelledField
          label="Đồng một đơn vị"
          value={values.unitPrice}
          onChange={(unitPrice) => set({ unitPrice })}
          fault={faultOf('unitVnd')}
          faultText={
            values.unitPrice.trim() === '' ? 'Ghi mức thu.' : 'Mức thu là số tiền, không quá mức trần.'
          }
          numeric
        />
        <LabelledField
          label="Mức trần, đồng"
          value={values.ceiling}
          onChange={(ceiling) => set({ ceiling })}
          fault={faultOf('ceilingVnd')}
          placeholder="không có"
          numeric
        />
      </div>
    </section>
  );
}
