import { useState } from 'react';
import type { Period } from '../../shared/domain/statistics.ts';
import { DayField } from './DayField.tsx';
import styles from './PeriodDays.module.css';

/** Any two days, also across years. They take effect when they are in order; until then what is shown stays. */
export function PeriodDays({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const [typed, setTyped] = useState(period);
  const [known, setKnown] = useState(period);
  if (period.from !== known.from || period.to !== known.to) {
    setKnown(period);
    setTyped(period);
  }
  const type = (part: Partial<Period>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.from <= next.to && (next.from !== period.from || next.to !== period.to)) onChange(next);
  };
  return (
    <span className={styles.days}>
      <DayField
        label="Từ ngày"
        isLabelHidden
        day={typed.from}
        onChange={(from) => from !== undefined && type({ from })}
      />
      <span aria-hidden="true">–</span>
      <DayField
        label="Đến ngày"
        isLabelHidden
        day={typed.to}
        onChange={(to) => to !== undefined && type({ to })}
        fault={typed.from > typed.to ? 'Trước ngày đầu; kỳ đang xem chưa đổi.' : undefined}
      />
    </span>
  );
}
