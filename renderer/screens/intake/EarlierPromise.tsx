import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Appointment } from '../../../shared/domain/appointment.ts';
import { formatDayMonthPadded, formatHour, formatShortTime, shortWeekday } from '../../../shared/format.ts';
import { typedClock } from '../../components/typed-clock.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';
import appointmentStyles from './AppointmentCard.module.css';
import styles from './Intake.module.css';

/** A day and an hour before the appointment, never after it (project rule: a clerk may promise earlier). */
export function EarlierPromise(props: {
  appointment: Appointment;
  now: string;
  onPromise: (promisedAt: string) => void;
}) {
  const { appointment, now, onPromise } = props;
  const { hours } = useSession();
  const days = workedDays(appointment, now);
  const [day, setDay] = useState(days.at(-1) ?? now.slice(0, 10));
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const promise = () => {
    const clock = typedClock(typed);
    const at = clock && `${day}T${clock}`;
    const isOpen = clock !== undefined && clock >= hours.morning.opensAt && clock <= hours.afternoon.closesAt;
    if (!at || !isOpen || at <= now || (appointment.dueAt !== null && at > appointment.dueAt)) {
      setError(`${fieldSentence('promise')} (${formatShortTime(appointment.dueAt ?? now)})`);
      return;
    }
    onPromise(at);
  };
  return (
    <div className={appointmentStyles.earlier} data-enter="skip">
      <TextField
        select
        label="Ngày"
        value={day}
        onChange={(event) => setDay(event.target.value)}
        slotProps={{ select: { native: true } }}
      >
        {days.map((date) => (
          <option key={date} value={date}>
            {`${shortWeekday(date)} ${formatDayMonthPadded(date)}`}
          </option>
        ))}
      </TextField>
      <TextField
        label="Giờ"
        autoFocus
        value={typed}
        placeholder={appointment.dueAt ? formatHour(appointment.dueAt) : ''}
        error={error !== undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey) return;
          event.preventDefault();
          promise();
        }}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
      />
      <Button onClick={promise}>Hẹn</Button>
      {error && (
        <p className={styles.fieldError} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Today and the days that are worked, up to the appointment. */
function workedDays({ trace }: Appointment, now: string): string[] {
  return trace
    .filter(
      (day) => day.date >= now.slice(0, 10) && (day.kind === 'working' || day.kind === 'workingSaturday'),
    )
    .map((day) => day.date);
}
