import { minutesText } from '../../../shared/appointment-words.ts';
import {
  type OpeningHours,
  openingHoursSchema,
  workingMinutesPerDay,
} from '../../../shared/domain/opening-hours.ts';
import { tidyClock } from '../../components/typed-clock.ts';
import styles from './FirstRun.module.css';
import type { StepProps } from './OfficeStep.tsx';
import { SetupField } from './SetupField.tsx';

const halves = [
  { half: 'morning', words: 'Buổi sáng' },
  { half: 'afternoon', words: 'Buổi chiều' },
] as const;

/** Opening hours: every limit by the hour and every appointed hour rest on them. */
export function HoursStep({ values, faults, change }: StepProps) {
  return (
    <HoursFields hours={values.hours} faults={faults} onChange={(hours) => change({ hours })} autoFocus />
  );
}

/** Four hours and what they come to. Also a part of the settings. */
export function HoursFields(props: {
  hours: OpeningHours;
  faults: Record<string, string>;
  onChange: (hours: OpeningHours) => void;
  autoFocus?: boolean;
}) {
  const { hours, faults, onChange, autoFocus = false } = props;
  const set = (half: 'morning' | 'afternoon', part: Partial<OpeningHours['morning']>) =>
    onChange({ ...hours, [half]: { ...hours[half], ...part } });
  const wrong = Object.keys(faults).find((path) => path.startsWith('hours'));
  const faultOf = (half: string, end: string) =>
    wrong === undefined || wrong === `hours.${half}.${end}` || wrong === `hours.${half}` || wrong === 'hours'
      ? faults[wrong ?? ''] && 'openingHours'
      : undefined;
  return (
    <>
      {halves.map(({ half, words }) => (
        <fieldset key={half} className={styles.half}>
          <legend>{words}</legend>
          <SetupField
            label="Mở cửa"
            value={hours[half].opensAt}
            onChange={(opensAt) => set(half, { opensAt })}
            onBlur={() => set(half, { opensAt: tidyClock(hours[half].opensAt) })}
            fault={faultOf(half, 'opensAt')}
            autoFocus={autoFocus && half === 'morning'}
            numeric
          />
          <SetupField
            label="Đóng cửa"
            value={hours[half].closesAt}
            onChange={(closesAt) => set(half, { closesAt })}
            onBlur={() => set(half, { closesAt: tidyClock(hours[half].closesAt) })}
            fault={faultOf(half, 'closesAt')}
            numeric
          />
        </fieldset>
      ))}
      <p className={styles.sample} aria-live="polite">
        {hoursSentence(hours)}
      </p>
    </>
  );
}

function hoursSentence(hours: OpeningHours): string {
  if (!openingHoursSchema.safeParse(hours).success) return 'Gõ bốn số, ví dụ 0730.';
  const total = minutesText(workingMinutesPerDay(hours));
  return `Một ngày có ${total} làm việc. Hồ sơ trả trong ngày hẹn ${hours.afternoon.closesAt}; nhận sau giờ này tính từ ${hours.morning.opensAt} ngày làm việc tiếp theo.`;
}
