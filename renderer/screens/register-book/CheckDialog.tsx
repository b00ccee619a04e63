import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { changedFields, formatSerial } from '../../../shared/domain/register-book.ts';
import { bookFieldLabels, bookFieldText } from '../../../shared/register-book-words.ts';
import type { BookCheck, BookDifference, BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Cap } from '../../components/Keycap.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './BookDialogs.module.css';

/** Holds the closed book against its stored file and against the register, and lists each line that differs. */
export function CheckDialog({ book, onClose }: { book: BookView; onClose: () => void }) {
  const trpc = useTRPC();
  const { mutate, data, error } = useMutation(trpc.books.check.mutationOptions());
  const { year } = book;
  useEffect(() => mutate({ year }), [mutate, year]);
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="book-check">
      <DialogTitle id="book-check">Kiểm tra sổ năm {year}</DialogTitle>
      <DialogContent>
        {data === undefined && error === null && <p role="status">Đang so từng dòng với bản đã khóa</p>}
        {error !== null && <ErrorNotice error={error} />}
        {data && <Result check={data} hash={book.closing?.hash ?? ''} />}
      </DialogContent>
      <DialogActions>
        <Button autoFocus endIcon={<Cap>Esc</Cap>} onClick={onClose}>
          Đóng
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const faultWords = {
  gone: 'Bản đã khóa không còn trong thư mục dữ liệu. Chép lại từ bản sao lưu rồi kiểm tra lại.',
  changed: 'Tệp của bản đã khóa đã bị sửa. Chép lại từ bản sao lưu rồi kiểm tra lại.',
} as const;

function Result({ check, hash }: { check: BookCheck; hash: string }) {
  const { fault, hashHolds, lines, tampered, changed } = check;
  if (fault !== null) return <StatusMark tone="late">{faultWords[fault]}</StatusMark>;
  const isWhole = hashHolds && tampered.length === 0;
  return (
    <div className={styles.result}>
      <StatusMark tone={isWhole ? 'ok' : 'late'} strong>
        {isWhole
          ? `Sổ nguyên vẹn: ${formatInteger(lines)} dòng đúng như khi khóa`
          : hashHolds
            ? `${formatInteger(tampered.length)} dòng bị sửa mà không có việc nào được ghi`
            : 'Mã kiểm tra không khớp với lúc khóa sổ'}
      </StatusMark>
      <p className={styles.hash}>SHA-256 {hash}</p>
      <Differences list={tampered} isTampered />
      {changed.length > 0 && (
        <>
          <p className={styles.words}>
            {formatInteger(changed.length)} dòng nay khác do việc ghi sau khi khóa sổ, sổ đã khóa không đổi:
          </p>
          <Differences list={changed} />
        </>
      )}
    </div>
  );
}

const mostShown = 200;

function Differences({
  list,
  isTampered = false,
}: {
  list: readonly BookDifference[];
  isTampered?: boolean;
}) {
  if (list.length === 0) return null;
  return (
    <ul className={styles.list}>
      {list.slice(0, mostShown).map((difference) => (
        <li key={difference.serial} data-tampered={isTampered || undefined}>
          <b>Số {formatSerial(difference.serial)}</b> <Change {...difference} />
        </li>
      ))}
      {list.length > mostShown && <li>và {formatInteger(list.length - mostShown)} dòng nữa</li>}
    </ul>
  );
}

function Change({ before, after }: BookDifference) {
  const { office } = useSession();
  if (after === null) return <span>không còn trong sổ hiện nay</span>;
  if (before === null) return <span>thêm sau khi khóa sổ: {after.caseCode}</span>;
  return changedFields(before, after).map((field) => (
    <div key={field}>
      {bookFieldLabels[field]}: <del>{bookFieldText(before, field, office) || 'trống'}</del> →{' '}
      <ins>{bookFieldText(after, field, office) || 'trống'}</ins>
    </div>
  ));
}
