import type { Period } from '../../shared/domain/statistics.ts';
import { DayField } from './DayField.tsx';
import styles from './PeriodDays.module.css';

/** Any two days, also across years; one that is typed beyond the other takes that along. */
export function PeriodDays({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  const { from, to } = period;
  return (
    <span className={styles.days}>
      <DayField
        label="Từ ngày"
        isLabelHidden
        day={from}
        onChange={(day) => day && day !== from && onChange({ from: day, to: day > to ? day : to })}
      />
      <span aria-hidden="true">–</span>
      <DayField
        label="Đến ngày"
        isLabelHidden
        day={to}
        onChange={(day) => day && day !== to && onChange({ from: day < from ? day : from, to: day })}
      />
    </span>
  );
}
