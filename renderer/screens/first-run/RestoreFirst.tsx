import Button from '@mui/material/Button';
import styles from '../backup/Backups.module.css';
import { RestoreSteps } from '../backup/RestoreSteps.tsx';

/** A new machine in the place of one that is gone: everything is on the stick, and in the sealed envelope. */
export function RestoreFirst({ onBack }: { onBack: () => void }) {
  return (
    <main className={styles.bare}>
      <div className={styles.actions}>
        <h1 className="grow">Khôi phục từ bản sao lưu</h1>
        <Button onClick={onBack}>Quay lại</Button>
      </div>
      <RestoreSteps place={null} />
    </main>
  );
}
