import type { KeyboardEvent } from 'react';
import styles from './Calendar.module.css';
import { type SpecialDay, weeksOf } from './year-days.ts';

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** One month as a small table; special days carry their words for a screen reader and on hover. */
export function Month(props: {
  year: number;
  month: number;
  days: readonly SpecialDay[];
  today: string;
  /** The one day that Tab comes to; the arrows go on from there. */
  entry: string;
  /** Days that a change not saved yet makes another. */
  edited: ReadonlySet<string>;
  /** Opens the editor of a day; without it the calendar is only to be read. */
  onPick: ((day: string, anchor: HTMLElement) => void) | undefined;
}) {
  const { year, month, days, today, entry, edited, onPick } = props;
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
                isEntry={date === entry}
                isWeekend={column > 4}
                isEdited={date !== null && edited.has(date)}
                onPick={onPick}
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
  isEntry: boolean;
  isWeekend: boolean;
  isEdited: boolean;
  onPick: ((day: string, anchor: HTMLElement) => void) | undefined;
}) {
  const { date, days, isToday, isEntry, isWeekend, isEdited, onPick } = props;
  if (date === null) return <td />;
  const special = days.find((day) => day.date === date);
  const look = {
    className: styles.day ?? '',
    'data-kind': special?.kind ?? (isWeekend ? 'weekend' : undefined),
    'data-today': isToday || undefined,
    'data-edited': isEdited || undefined,
    title: special?.words,
  };
  const words = (
    <>
      {Number(date.slice(8))}
      {special && <span className="hidden">, {special.words}</span>}
      {isToday && <span className="hidden">, hôm nay</span>}
      {isEdited && <span className="hidden">, đang đổi</span>}
    </>
  );
  return (
    <td>
      {onPick ? (
        <button
          type="button"
          tabIndex={isEntry ? 0 : -1}
          {...look}
          onClick={({ currentTarget }) => onPick(date, currentTarget)}
        >
          {words}
        </button>
      ) : (
        <span {...look}>{words}</span>
      )}
    </td>
  );
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrows go from day to day and week to week, through all months of the year; put it on the element that holds them. */
export function moveBetweenDays(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const days = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const here = days.indexOf(event.target as HTMLElement);
  const next = here < 0 ? undefined : days[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
