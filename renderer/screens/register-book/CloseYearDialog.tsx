import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import type { BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './BookDialogs.module.css';

/** Says what will be frozen, and that it is for good: the year is typed before anything can be pressed. */
export function CloseYearDialog({ book, onClose }: { book: BookView; onClose: () => void }) {
  const trpc = useTRPC();
  const close = useMutation(trpc.books.close.mutationOptions({ onSuccess: onClose }));
  const [typed, setTyped] = useState('');
  const { year, lines, lastSerial, volumes, holes } = book;
  const stillRuns = useOfficeNow().startsWith(String(year));
  return (
    <FormDialog
      title={`Khóa sổ năm ${year}`}
      word={close.isPending ? 'Đang khóa sổ' : 'Khóa sổ'}
      pending={close.isPending}
      error={close.error}
      disabled={typed.trim() !== String(year)}
      onSubmit={() => close.mutate({ year })}
      onClose={onClose}
    >
      <p className={styles.words}>
        <b>
          {formatInteger(lines)} hồ sơ, số 01 đến {formatSerial(lastSerial)}, {volumes.length} quyển
        </b>
        . Sổ giữ nguyên từ lúc này, kèm một bản PDF. Khóa rồi không mở lại được; điều cần ghi thêm thì lập phụ
        lục.
      </p>
      <p className={styles.words}>
        Phần mềm ghi kèm một <b>mã kiểm tra</b>: dãy chữ số tính từ toàn bộ sổ, sau này ai sửa một chữ trong
        sổ thì mã không khớp và máy báo.
      </p>
      <p className={styles.words}>
        Hồ sơ chưa xong vẫn giải quyết như thường. Việc làm với hồ sơ năm {year} sau khi khóa ghi vào một danh
        sách riêng, <b>Biến động sau khóa sổ</b>, không chen vào sổ.
      </p>
      {stillRuns && (
        <StatusMark tone="due">Hồ sơ nhận thêm trong năm sẽ vào quyển {volumes.length + 1}</StatusMark>
      )}
      {holes.length > 0 && (
        <StatusMark tone="late">Sổ thiếu số; số thiếu được ghi vào biên bản khóa</StatusMark>
      )}
      <TextField
        label={`Gõ ${year} để khóa sổ`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 4, inputMode: 'numeric', autoComplete: 'off' } }}
      />
    </FormDialog>
  );
}
