import type { SlipForm } from '../../shared/domain/forms.ts';
import { slipLabels } from '../../shared/labels.ts';
import styles from './FormDialog.module.css';
import { TickChip } from './TickChip.tsx';

interface SlipTicksProps {
  offered: readonly SlipForm[];
  value: readonly SlipForm[];
  onChange: (forms: SlipForm[]) => void;
}

/** The slips that are printed with what is done. */
export function SlipTicks({ offered, value, onChange }: SlipTicksProps) {
  if (offered.length === 0) return null;
  return (
    <fieldset className={styles.slips}>
      <legend className={styles.label}>In kèm</legend>
      <div className={styles.chips}>
        {offered.map((form) => (
          <TickChip
            key={form}
            checked={value.includes(form)}
            onChange={(isOn) =>
              onChange(offered.filter((one) => (one === form ? isOn : value.includes(one))))
            }
          >
            {slipLabels[form]}
          </TickChip>
        ))}
      </div>
    </fieldset>
  );
}
