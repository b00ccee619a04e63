import { formatInteger } from '../../../../shared/domain/ratio.ts';
import { LabelledField } from '../../../components/LabelledField.tsx';

interface MoneyFieldProps {
  label: string;
  /** Đồng; null while nothing is written. */
  value: number | null;
  onChange: (amountVnd: number | null) => void;
  fault?: string | undefined;
  /** Instead of the fault's own sentence. */
  faultText?: string | undefined;
}

/** An amount in đồng, its thousands set apart as it is typed. */
export function MoneyField({ label, value, onChange, fault, faultText }: MoneyFieldProps) {
  return (
    <LabelledField
      label={`${label} (đồng)`}
      value={value === null ? '' : formatInteger(value)}
      numeric
      fault={fault}
      faultText={faultText}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/g, '').slice(0, 12);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}
