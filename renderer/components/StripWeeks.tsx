import Popover from '@mui/material/Popover';
import type { CSSProperties } from 'react';
import type { TraceDay } from '../../shared/domain/appointment.ts';
import { shortWeekday } from '../../shared/format.ts';
import { cellCaption } from '../../shared/trace-words.ts';
import styles from './AppointmentStrip.module.css';
import { StripDay } from './StripDay.tsx';

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];

/** Every day of a long span, a row a week: what a folded strip opens. */
export function StripWeeks(props: {
  trace: readonly TraceDay[];
  today: string | undefined;
  opener: HTMLElement | null;
  onClose: () => void;
}) {
  const { trace, today, opener, onClose } = props;
  const first = trace[0];
  const lead = first ? weekdays.indexOf(shortWeekday(first.date)) : 0;
  return (
    <Popover
      open={opener !== null}
      anchorEl={opener}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      transformOrigin={{ vertical: 'top', horizontal: 'center' }}
      slotProps={{ paper: { 'aria-label': 'Từng ngày', role: 'dialog', 'aria-modal': true, tabIndex: -1 } }}
    >
      <div style={{ padding: 16, width: 560 }}>
        <div className={styles.weeks} aria-hidden="true">
          {weekdays.map((weekday) => (
            <span key={weekday} className={styles.weekHead}>
              {weekday}
            </span>
          ))}
        </div>
        <ol className={styles.weeks} style={{ '--block': '30px', marginTop: 4 } as CSSProperties}>
          {lead > 0 && <li aria-hidden="true" style={{ gridColumn: `span ${lead}` }} />}
          {trace.map((day) => (
            <StripDay
              key={day.date}
              day={day}
              today={today}
              width={70}
              weekday={false}
              caption={day.date === today ? 'hôm nay' : cellCaption(day)}
            />
          ))}
        </ol>
      </div>
    </Popover>
  );
}
