import type { TraceDay } from '../../shared/domain/appointment.ts';
import { formatDayMonth, shortWeekday } from '../../shared/format.ts';
import { shortHolidayName, spokenDay } from '../../shared/trace-words.ts';
import styles from './AppointmentStrip.module.css';

/** Below this an hour has no room in a block: the word stands there and the hour under it. */
export const narrowCell = 42;

/** The first day of a case. */
export function isReception(day: TraceDay): boolean {
  return day.mark === 'start' && (day.events?.includes('received') ?? false);
}

/** One day of the strip. The drawing is hidden from a screen reader, which hears the day in words instead. */
export function StripDay(props: {
  day: TraceDay;
  today: string | undefined;
  width: number;
  /** False where the column already has its weekday. */
  weekday?: boolean;
  caption?: string;
  /** Instead of day and month, where they would touch the neighbours'. */
  dateText?: string | undefined;
}) {
  const { day, today, width, weekday = true, caption, dateText } = props;
  const isToday = day.date === today;
  return (
    <li className={dayClasses(day, isToday)}>
      <span className="hidden">{spokenDay(day, isToday)}</span>
      {weekday && (
        <span className={styles.weekday} aria-hidden="true">
          {shortWeekday(day.date)}
        </span>
      )}
      <span className={styles.date} aria-hidden="true">
        {dateText ?? formatDayMonth(day.date)}
      </span>
      <span className={styles.block} aria-hidden="true">
        <BlockText day={day} isToday={isToday} width={width} />
      </span>
      {caption !== undefined && (
        <span className={styles.weekCaption} aria-hidden="true">
          {caption}
        </span>
      )}
    </li>
  );
}

function dayClasses(day: TraceDay, isToday: boolean): string {
  const goesByHour = day.isDue && day.number === undefined;
  return [
    styles.day,
    day.isDue ? styles.goal : markClass(day),
    goesByHour && styles.goalHour,
    day.minutes !== undefined && !day.isDue && day.mark === 'counted' && styles.minutes,
    day.kind === 'workingSaturday' && styles.made,
    day.isOwnDue && styles.ownGoal,
    isToday && styles.today,
  ]
    .filter(Boolean)
    .join(' ');
}

function markClass(day: TraceDay): string | undefined {
  return day.mark === 'notCounted' ? styles.idle : styles[day.mark];
}

function BlockText({ day, isToday, width }: { day: TraceDay; isToday: boolean; width: number }) {
  const isNarrow = width < narrowCell;
  if (day.isDue) return day.number ?? (isNarrow ? 'hẹn' : day.time);
  if (day.mark === 'start') return isReception(day) && (isToday || isNarrow) ? 'nhận' : day.time;
  if (day.mark === 'counted') return day.number ?? hoursText(day.minutes);
  if (day.mark === 'cancelled') return day.number ?? '–';
  if (day.mark === 'paused') {
    if (!day.events?.length) return null;
    return isNarrow ? '•' : day.time;
  }
  if (day.mark === 'rest' && day.kind !== 'weekend') {
    return <span className={styles.name}>{width >= 58 ? shortHolidayName(day) : tinyName(day)}</span>;
  }
  return null;
}

function hoursText(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}g${rest === 0 ? '' : String(rest).padStart(2, '0')}`;
}

function tinyName(day: TraceDay): string {
  if (day.kind === 'holiday') return day.name?.startsWith('Tết') ? 'Tết' : 'lễ';
  return 'bù';
}
