import type { CalendarYear } from '../../../shared/domain/calendar-year.ts';
import { formatDayMonthPadded, shortWeekday } from '../../../shared/format.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Calendar.module.css';
import type { SpecialDay } from './year-days.ts';

const legend: { kind: SpecialDay['kind'] | 'weekend'; sign: string; words: string }[] = [
  { kind: 'holiday', sign: '1', words: 'Nghỉ lễ, hoán đổi' },
  { kind: 'workingSaturday', sign: '26', words: 'Thứ Bảy làm bù' },
  { kind: 'weekend', sign: '27', words: 'Nghỉ hằng tuần' },
  { kind: 'undecided', sign: '?', words: 'Chưa chốt' },
];

/** The special days by name, the signs, and the notices they come from. */
export function DayList(props: { year: CalendarYear; days: readonly SpecialDay[]; today: string }) {
  const { year, days, today } = props;
  const signs = legend.filter(
    ({ kind }) => kind !== 'undecided' || days.some((day) => day.kind === 'undecided'),
  );
  return (
    <div className={styles.side}>
      <Panel title="Ngày nghỉ và làm bù" note={String(days.length)} flush fill>
        <ul className={styles.dayList}>
          {days.map((day) => (
            <li key={day.date} data-past={day.date < today || undefined}>
              <span className={styles.day} data-kind={day.kind}>
                {Number(day.date.slice(8))}
              </span>
              <span className={styles.date}>
                {shortWeekday(day.date)} {formatDayMonthPadded(day.date)}
              </span>
              <span>{day.words}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <div className={styles.legend}>
        {signs.map(({ kind, sign, words }) => (
          <span key={kind}>
            <span className={styles.day} data-kind={kind} aria-hidden="true">
              {sign}
            </span>
            {words}
          </span>
        ))}
        <p>{year.notices.length > 0 ? `Theo thông báo ${year.notices.join(', ')}.` : 'Chưa có thông báo.'}</p>
      </div>
    </div>
  );
}
