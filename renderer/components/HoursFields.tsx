import { minutesText } from '../../shared/appointment-words.ts';
import {
  type OpeningHours,
  openingHoursSchema,
  workingMinutesPerDay,
} from '../../shared/domain/opening-hours.ts';
import { LabelledField } from './LabelledField.tsx';
import styles from './SettingFields.module.css';
import { tidyClock } from './typed-clock.ts';

const halves = [
  { half: 'morning', words: 'Buổi sáng' },
  { half: 'afternoon', words: 'Buổi chiều' },
] as const;

/** Four hours and what they come to. */
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
          <LabelledField
            label="Mở cửa"
            value={hours[half].opensAt}
            onChange={(opensAt) => set(half, { opensAt })}
            onBlur={() => set(half, { opensAt: tidyClock(hours[half].opensAt) })}
            fault={faultOf(half, 'opensAt')}
            autoFocus={autoFocus && half === 'morning'}
            numeric
          />
          <LabelledField
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
