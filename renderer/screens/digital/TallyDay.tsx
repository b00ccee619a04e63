import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { formatDay, formatDayMonthPadded, shortWeekday } from '../../../shared/format.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Tally.module.css';

/** The clock of the laptop is not on a day of the campaign: whoever logs says which day it is. */
export function TallyDay(props: {
  /** The days that can be said. */
  days: readonly string[];
  today: string;
  day: string | null;
  onDay: (day: string) => void;
}) {
  const { days, today, day, onDay } = props;
  return (
    <div className={styles.otherDay} data-enter="skip">
      <div role="status">
        <StatusMark tone="due">Máy này đang là ngày {formatDay(today)}, ngoài đợt</StatusMark>
        <p>Chọn ngày của lượt, hoặc chỉnh lại ngày giờ của máy rồi mở lại trang.</p>
      </div>
      <TextField
        select
        label="Ngày của lượt"
        value={day ?? ''}
        onChange={({ target }) => onDay(target.value)}
      >
        {days.map((one) => (
          <MenuItem key={one} value={one}>
            {shortWeekday(one)} {formatDayMonthPadded(one)}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}
