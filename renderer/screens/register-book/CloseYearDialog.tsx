import { useMutation } from '@tanstack/react-query';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import type { BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './BookDialogs.module.css';

/** Says what will be frozen, and that it is for good. */
export function CloseYearDialog({ book, onClose }: { book: BookView; onClose: () => void }) {
  const trpc = useTRPC();
  const close = useMutation(trpc.books.close.mutationOptions({ onSuccess: onClose }));
  const { year, lines, lastSerial, volumes, holes } = book;
  const stillRuns = useOfficeNow().startsWith(String(year));
  return (
    <FormDialog
      title={`Khóa sổ năm ${year}`}
      word={close.isPending ? 'Đang khóa sổ' : 'Khóa sổ'}
      pending={close.isPending}
      error={close.error}
      onSubmit={() => close.mutate({ year })}
      onClose={onClose}
    >
      <p className={styles.words}>
        <b>
          {formatInteger(lines)} hồ sơ, số 01 đến {formatSerial(lastSerial)}, {volumes.length} quyển
        </b>
        . Sổ giữ nguyên từ lúc này, kèm bản PDF và mã kiểm tra; không mở lại được, điều cần ghi thêm thì lập
        phụ lục.
      </p>
      <p className={styles.words}>
        Hồ sơ chưa xong vẫn giải quyết như thường, việc làm sau đó ghi ở “Biến động sau khóa sổ”.
      </p>
      {stillRuns && (
        <StatusMark tone="due">Hồ sơ nhận thêm trong năm sẽ vào quyển {volumes.length + 1}</StatusMark>
      )}
      {holes.length > 0 && (
        <StatusMark tone="late">Sổ thiếu số; số thiếu được ghi vào biên bản khóa</StatusMark>
      )}
    </FormDialog>
  );
}
