import { useMutation } from '@tanstack/react-query';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import type { BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import styles from './BookDialogs.module.css';

/** Ends the volume; the serial runs on into the next one. */
export function NextVolumeDialog({ book, onClose }: { book: BookView; onClose: () => void }) {
  const trpc = useTRPC();
  const start = useMutation(trpc.books.startVolume.mutationOptions({ onSuccess: onClose }));
  const open = book.volumes.at(-1);
  return (
    <FormDialog
      title="Sang quyển mới"
      word="Sang quyển mới"
      pending={start.isPending}
      error={start.error}
      onSubmit={() => start.mutate({ year: book.year })}
      onClose={onClose}
    >
      <p className={styles.words}>
        Quyển {open?.volume} kết thúc ở số {formatSerial(book.lastSerial)}. Hồ sơ tiếp theo vào quyển{' '}
        {(open?.volume ?? 0) + 1}, số {formatSerial(book.lastSerial + 1)}; số thứ tự chạy tiếp, không bắt đầu
        lại.
      </p>
    </FormDialog>
  );
}
