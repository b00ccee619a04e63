import styles from './Calendar.module.css';
import { type SpecialDay, weeksOf } from './year-days.ts';

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** One month as a small table; special days carry their words for a screen reader and on hover. */
export function Month(props: { year: number; month: number; days: readonly SpecialDay[]; today: string }) {
  const { year, month, days, today } = props;
  return (
    <table className={styles.month}>
      <caption>Tháng {month}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, row) => (
          <tr key={week.find(Boolean) ?? row}>
            {week.map((date, column) => (
              <Day
                key={date ?? weekdays[column]}
                date={date}
                days={days}
                isToday={date === today}
                isWeekend={column > 4}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day(props: {
  date: string | null;
  days: readonly SpecialDay[];
  isToday: boolean;
  isWeekend: boolean;
}) {
  const { date, days, isToday, isWeekend } = props;
  if (date === null) return <td />;
  const special = days.find((day) => day.date === date);
  return (
    <td>
      <span
        className={styles.day}
        data-kind={special?.kind ?? (isWeekend ? 'weekend' : undefined)}
        data-today={isToday || undefined}
        title={special?.words}
      >
        {Number(date.slice(8))}
        {special && <span className="hidden">, {special.words}</span>}
        {isToday && <span className="hidden">, hôm nay</span>}
      </span>
    </td>
  );
}
