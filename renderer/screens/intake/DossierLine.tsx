import TextField from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { SaidTicks } from '../../components/SaidTicks.tsx';
import { useSession } from '../../session.tsx';
import styles from './AppointmentCard.module.css';
import { HandlingLine } from './HandlingLine.tsx';
import type { IntakeValues } from './intake-values.ts';

/** Whether the dossier was made digital, and which point took it in where the office has several. */
export function DossierLine() {
  const digitised = useController<IntakeValues, 'digitised'>({ name: 'digitised' }).field;
  const point = useController<IntakeValues, 'point'>({ name: 'point' }).field;
  const { points: all, office } = useSession();
  // A draft may name a point that ended meanwhile.
  const points = all.filter(({ id, isEnded }) => !isEnded || id === point.value);
  return (
    <HandlingLine label="Hồ sơ">
      <span className={styles.dossier}>
        <SaidTicks value={digitised.value} onChange={digitised.onChange} yes="Đã số hóa" no="Chưa" />
        {points.length > 0 && (
          <TextField
            select
            size="small"
            fullWidth
            value={point.value}
            onChange={point.onChange}
            slotProps={{ select: { native: true }, htmlInput: { 'aria-label': 'Điểm tiếp nhận' } }}
          >
            <option value="">{office.counterName}</option>
            {points.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </TextField>
        )}
      </span>
    </HandlingLine>
  );
}
