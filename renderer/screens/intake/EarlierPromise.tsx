import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Appointment } from '../../../shared/domain/appointment.ts';
import { formatDayMonthPadded, formatHour, formatShortTime, shortWeekday } from '../../../shared/format.ts';
import { typedClock } from '../../components/typed-clock.ts';
import { fieldSentence } from '../../error-sentences.ts';
import { useSession } from '../../session.tsx';
import appointmentStyles from './AppointmentCard.module.css';
import styles from './Intake.module.css';

/** Takes what stands in the open question; false when it cannot be taken, and then says why. */
export type Settle = () => boolean;

/** A day and an hour before the appointment, never after it (project rule: a clerk may promise earlier). */
export function EarlierPromise(props: {
  appointment: Appointment;
  now: string;
  /** Filled while the question is open: a form is not sent over an unanswered one. */
  settleRef: RefObject<Settle | null>;
  /** null: the appointment itself. */
  onPromise: (promisedAt: string | null) => void;
  onClose: () => void;
}) {
  const { appointment, now, settleRef, onPromise, onClose } = props;
  const { hours } = useSession();
  const days = workedDays(appointment, now);
  const [day, setDay] = useState(days.at(-1) ?? now.slice(0, 10));
  const [typed, setTyped] = useState(appointment.dueAt ? formatHour(appointment.dueAt) : '');
  const [error, setError] = useState<string>();
  const hourField = useRef<HTMLInputElement>(null);
  const id = useId();

  const faultOf = (at: string | undefined): string | undefined => {
    if (at === undefined) return 'Giờ viết chưa đúng, ví dụ 15:30.';
    if (at <= now) return `Giờ này đã qua, bây giờ là ${formatShortTime(now)}.`;
    const clock = at.slice(11);
    const isOpen = clock >= hours.morning.opensAt && clock <= hours.afternoon.closesAt;
    if (isOpen && (appointment.dueAt === null || at <= appointment.dueAt)) return undefined;
    return `${fieldSentence('promise')} (${formatShortTime(appointment.dueAt ?? now)})`;
  };
  const promise = (): boolean => {
    const clock = typedClock(typed);
    const at = clock && `${day}T${clock}`;
    const fault = faultOf(at);
    setError(fault);
    if (fault !== undefined || at === undefined) {
      hourField.current?.focus();
      hourField.current?.select();
      return false;
    }
    onPromise(at === appointment.dueAt ? null : at);
    return true;
  };
  useEffect(() => {
    settleRef.current = promise;
    return () => {
      settleRef.current = null;
    };
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const isEnter = event.key === 'Enter' && !event.ctrlKey && event.target !== buttonOf(event);
    if (!isEnter && event.key !== 'Escape') return;
    event.preventDefault();
    if (isEnter) promise();
    else onClose();
  };
  return (
    <fieldset className={appointmentStyles.earlier} data-enter="skip" onKeyDown={onKeyDown}>
      <legend className="hidden">Hẹn sớm hơn</legend>
      <TextField
        select
        autoFocus
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
        value={typed}
        inputRef={hourField}
        error={error !== undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setError(undefined);
        }}
        slotProps={{
          htmlInput: { inputMode: 'numeric', maxLength: 5, 'aria-describedby': error && `${id}-error` },
        }}
      />
      <Button onClick={promise}>Hẹn</Button>
      {error && (
        <p id={`${id}-error`} className={styles.fieldError} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** A button keeps its own Enter. */
function buttonOf({ target }: KeyboardEvent): EventTarget | null {
  return target instanceof HTMLButtonElement ? target : null;
}

/** Today and the days that are worked, up to the appointment. */
function workedDays({ trace }: Appointment, now: string): string[] {
  return trace
    .filter(
      (day) => day.date >= now.slice(0, 10) && (day.kind === 'working' || day.kind === 'workingSaturday'),
    )
    .map((day) => day.date);
}
