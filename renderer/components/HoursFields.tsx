import { minutesText } from '../../shared/appointment-words.ts';
import {
  type OpeningHours,
  openingHoursSchema,
  workingMinutesPerDay,
} from '../../shared/domain/opening-hours.ts';
import { LabelledField } from './LabelledField.tsx';
import styles from './SettingFields.module.css';
import { tidyClock, typedClock } from './typed-clock.ts';

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
            faultText={clockFault(hours[half].opensAt)}
            autoFocus={autoFocus && half === 'morning'}
            numeric
          />
          <LabelledField
            label="Đóng cửa"
            value={hours[half].closesAt}
            onChange={(closesAt) => set(half, { closesAt })}
            onBlur={() => set(half, { closesAt: tidyClock(hours[half].closesAt) })}
            fault={faultOf(half, 'closesAt')}
            faultText={clockFault(hours[half].closesAt)}
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

function clockFault(typed: string): string | undefined {
  return typedClock(typed) === undefined ? 'Giờ viết chưa đúng, ví dụ 07:30.' : undefined;
}

function hoursSentence(hours: OpeningHours): string {
  if (!openingHoursSchema.safeParse(hours).success) return 'Gõ bốn số, ví dụ 0730.';
  const total = minutesText(workingMinutesPerDay(hours));
  const { closesAt } = hours.afternoon;
  return `Một ngày có ${total} làm việc. Thủ tục trả trong ngày hẹn lúc đóng cửa, ${closesAt}, nếu nhận trước mốc của thủ tục (thường là 15 giờ). Hồ sơ nhận sau ${closesAt} tính từ ${hours.morning.opensAt} ngày làm việc tiếp theo.`;
}
