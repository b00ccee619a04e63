import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import { periodOf } from '../../../shared/domain/reports/period.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Leader.module.css';
import { type PeriodName, periodNames, segmentWords } from './leader-period.ts';
import type { LeaderPlace } from './leader-place.ts';

const stepWords = { day: 'Ngày', month: 'Tháng', quarter: 'Quý', year: 'Năm' } as const;

/** A day, month, quarter or year, back and forth, or any days, also across years. */
export function PeriodChoice(props: {
  place: Pick<LeaderPlace, 'name' | 'period'>;
  onGo: (next: Pick<LeaderPlace, 'name' | 'period'>) => void;
}) {
  const { place, onGo } = props;
  const { name, period } = place;
  const today = useOfficeNow().slice(0, 10);
  const choose = (next: PeriodName) =>
    onGo({
      name: next,
      period: next === 'own' ? period : periodOf(next, next === 'day' ? today : anchorOf(place, today)),
    });
  const isToday = name === 'day' && period.from === today;
  return (
    <div className={styles.period}>
      {name !== 'own' && (
        <IconButton
          aria-label={`${stepWords[name]} trước`}
          onClick={() => onGo({ name, period: periodOf(name, period.from, -1) })}
        >
          <ChevronLeft />
        </IconButton>
      )}
      <Segmented
        label="Kỳ"
        value={name}
        options={periodNames.map((value) => ({
          value,
          label:
            value === 'day' && (isToday || name !== 'day')
              ? 'Hôm nay'
              : segmentWords(
                  value,
                  value === name || value === 'own' ? period : periodOf(value, anchorOf(place, today)),
                ),
        }))}
        onChange={choose}
      />
      {name !== 'own' && (
        <IconButton
          aria-label={`${stepWords[name]} sau`}
          onClick={() => onGo({ name, period: periodOf(name, period.from, 1) })}
        >
          <ChevronRight />
        </IconButton>
      )}
    </div>
  );
}

/** A choice of another length holds today where the period does, else its last day. */
function anchorOf({ period: { from, to } }: Pick<LeaderPlace, 'period'>, today: string): string {
  return from <= today && today <= to ? today : to;
}
