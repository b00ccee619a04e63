import type { ReactNode } from 'react';
import type { CalendarYear } from '../../../shared/domain/calendar-year.ts';
import { formatDayMonthPadded, shortWeekday } from '../../../shared/format.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Calendar.module.css';
import { type DayRun, dayRuns, type SpecialDay } from './year-days.ts';

const legend: { kind: SpecialDay['kind'] | 'weekend'; sign: string; words: string }[] = [
  { kind: 'holiday', sign: '1', words: 'Nghỉ lễ, hoán đổi' },
  { kind: 'workingSaturday', sign: '26', words: 'Thứ Bảy làm bù' },
  { kind: 'weekend', sign: '27', words: 'Nghỉ hằng tuần' },
  { kind: 'undecided', sign: '?', words: 'Chưa chốt' },
];

/** The special days by name, the signs, and the notices they come from. */
export function DayList(props: {
  year: CalendarYear;
  days: readonly SpecialDay[];
  today: string;
  /** What stands above the list: a change in the making. */
  above: ReactNode;
}) {
  const { year, days, today, above } = props;
  const signs = legend.filter(
    ({ kind }) => kind !== 'undecided' || days.some((day) => day.kind === 'undecided'),
  );
  return (
    <div className={styles.side}>
      {above}
      <Panel title="Ngày nghỉ và làm bù" note={String(days.length)} flush fill>
        <ul className={styles.dayList}>
          {dayRuns(days).map((run) => (
            <li key={run.from} data-past={run.to < today || undefined}>
              <span className={styles.day} data-kind={run.kind} aria-hidden="true">
                {Number(run.from.slice(8))}
              </span>
              <span className={styles.date}>{runDates(run)}</span>
              <span>{run.words}</span>
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

/** "T6 02/05", "27/01–31/01". */
function runDates({ from, to }: DayRun): string {
  if (from === to) return `${shortWeekday(from)} ${formatDayMonthPadded(from)}`;
  return `${formatDayMonthPadded(from)}–${formatDayMonthPadded(to)}`;
}
