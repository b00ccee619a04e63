import Button from '@mui/material/Button';
import { useWatch } from 'react-hook-form';
import appointmentStyles from './AppointmentCard.module.css';
import type { IntakeValues } from './intake-values.ts';

/** What becomes of a dossier that is not accepted now. */
const registerKinds = ['askSupplement', 'reject', 'wait'] as const;
export type RegisterKind = (typeof registerKinds)[number];

const words: Record<RegisterKind, string> = {
  askSupplement: 'Chưa đủ, hướng dẫn bổ sung',
  reject: 'Từ chối tiếp nhận',
  wait: 'Đăng ký, chờ tiếp nhận',
};

interface RegisterButtonsProps {
  disabled: boolean;
  /** A required paper is not here: to ask for it is what the law expects. */
  isIncomplete: boolean;
  onChoose: (kind: RegisterKind) => void;
}

/** Under the one button: the dossier goes into the book, and is not accepted. Waiting is for online filings. */
export function RegisterButtons({ disabled, isIncomplete, onChoose }: RegisterButtonsProps) {
  const channel = useWatch<IntakeValues, 'channel'>({ name: 'channel' });
  return (
    <div className={appointmentStyles.others}>
      {registerKinds
        .filter((kind) => kind !== 'wait' || channel === 'online')
        .map((kind) => (
          <Button
            key={kind}
            size="small"
            variant={kind === 'askSupplement' && isIncomplete ? 'outlined' : 'text'}
            disabled={disabled}
            onClick={() => onChoose(kind)}
          >
            {words[kind]}
          </Button>
        ))}
    </div>
  );
}
