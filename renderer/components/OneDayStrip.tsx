import type { CSSProperties } from 'react';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { formatDayMonth, shortWeekday } from '../../shared/format.ts';
import { spokenDay } from '../../shared/trace-words.ts';
import styles from './AppointmentStrip.module.css';

/** Received and due on the same day: two hours and the way between them. `from` and `until` are HH:mm. */
export function OneDayStrip(props: {
  day: TraceDay;
  today: string | undefined;
  from: string;
  until: string;
  block: number;
}) {
  const { day, today, from, until, block } = props;
  const isToday = day.date === today;
  const head = (
    <>
      <span className={styles.weekday}>{shortWeekday(day.date)}</span>
      <span className={styles.date}>{formatDayMonth(day.date)}</span>
    </>
  );
  return (
    <ol
      className={styles.oneDay}
      aria-label="Trong ngày, từ lúc nhận đến giờ hẹn"
      style={{ '--block': `${block}px`, textAlign: 'center' } as CSSProperties}
    >
      <li>
        <span className="hidden">{`Nhận lúc ${from}, hẹn ${until}. ${spokenDay(day, isToday)}`}</span>
        <span aria-hidden="true" className={`${styles.day} ${styles.start} ${isToday ? styles.today : ''}`}>
          {head}
          <span className={styles.block}>{from}</span>
        </span>
        <span aria-hidden="true" className={`${styles.captions} ${isToday ? styles.captionToday : ''}`}>
          {isToday ? 'hôm nay' : 'nhận'}
        </span>
      </li>
      <li aria-hidden="true" className={styles.path}>
        <span className={styles.pathText}>trong ngày</span>
        <span className={styles.pathLine} />
      </li>
      <li aria-hidden="true">
        <span className={`${styles.day} ${styles.goal} ${styles.goalHour}`}>
          {head}
          <span className={styles.block}>{until}</span>
        </span>
        <span className={`${styles.captions} ${styles.captionGoal}`}>hẹn</span>
      </li>
    </ol>
  );
}
