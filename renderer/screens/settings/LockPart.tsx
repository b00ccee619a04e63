import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { idleMinutesSchema } from '../../../shared/domain/account.ts';
import { useSession } from '../../session.tsx';
import styles from './Settings.module.css';
import { SettingsPart } from './SettingsPart.tsx';
import { useSettingsPart } from './use-save-settings.ts';

/** After how long a window that nobody touches locks itself. A sample never does. */
export function LockPart() {
  const { idleMs } = useSession();
  const part = useSettingsPart('lock', Math.round((idleMs ?? 0) / 60_000), (idleMinutes) => ({
    parsed: idleMinutesSchema.safeParse(idleMinutes),
    input: { idleMinutes },
  }));
  if (idleMs === null) return null;
  return (
    <SettingsPart
      {...part}
      id="khoa"
      title="Khóa màn hình"
      why="Không ai chạm phím hay chuột thì màn hình tự khóa; phần đang gõ còn nguyên. Sau 8 giờ phải gõ lại mật khẩu."
      isFaulty={part.fault !== null}
      onSave={() => void part.save()}
      onDiscard={part.discard}
    >
      <div className={styles.short}>
        <TextField
          select
          label="Tự khóa sau"
          value={part.values}
          onChange={(event) => part.change(Number(event.target.value))}
        >
          {[2, 3, 4, 5].map((minutes) => (
            <MenuItem key={minutes} value={minutes}>
              {minutes} phút
            </MenuItem>
          ))}
        </TextField>
      </div>
    </SettingsPart>
  );
}
