import { useState } from 'react';
import { formatDay, parseTypedDay } from '../../../shared/format.ts';
import { LabelledField } from '../../components/LabelledField.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import styles from './Ratings.module.css';
import { type PeriodName, periodOf, type RatingPlace } from './rating-period.ts';

const names: readonly { value: PeriodName; label: string }[] = [
  { value: 'month', label: 'Tháng này' },
  { value: 'lastMonth', label: 'Tháng trước' },
  { value: 'quarter', label: 'Quý này' },
  { value: 'year', label: 'Năm nay' },
  { value: 'own', label: 'Từ ngày' },
];

/** The month, the one before, the quarter, the year, or any days. */
export function PeriodFields(props: {
  place: RatingPlace;
  today: string;
  onGo: (next: Partial<RatingPlace>) => void;
}) {
  const { place, today, onGo } = props;
  const [from, setFrom] = useState(formatDay(place.from));
  const [to, setTo] = useState(formatDay(place.to));
  const choose = (name: PeriodName) => {
    const period = name === 'own' ? place : periodOf(name, today);
    setFrom(formatDay(period.from));
    setTo(formatDay(period.to));
    onGo({ name, from: period.from, to: period.to });
  };
  const typed = { from: parseTypedDay(from), to: parseTypedDay(to) };
  const take = () => {
    if (typed.from !== undefined && typed.to !== undefined && typed.from <= typed.to)
      onGo({ name: 'own', from: typed.from, to: typed.to });
  };
  return (
    <div className={styles.period}>
      <Segmented label="Kỳ" value={place.name} options={names} onChange={choose} />
      {place.name === 'own' && (
        <form
          className={styles.days}
          onSubmit={(event) => {
            event.preventDefault();
            take();
          }}
        >
          <LabelledField label="Từ ngày" value={from} onChange={setFrom} onBlur={take} numeric />
          <LabelledField label="Đến ngày" value={to} onChange={setTo} onBlur={take} numeric />
          <button type="submit" className="hidden">
            Xem
          </button>
        </form>
      )}
    </div>
  );
}
