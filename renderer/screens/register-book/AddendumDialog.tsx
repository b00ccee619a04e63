import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../../../shared/format.ts';
import type { BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import styles from './BookDialogs.module.css';

/** A closed book is never opened again; what differs from it is kept beside it, with a reason. */
export function AddendumDialog({ book, onClose }: { book: BookView; onClose: () => void }) {
  const trpc = useTRPC();
  const add = useMutation(trpc.books.addendum.mutationOptions({ onSuccess: onClose }));
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={`Phụ lục sổ năm ${book.year}`}
      word={add.isPending ? 'Đang lập' : 'Lập phụ lục'}
      pending={add.isPending}
      error={add.error}
      disabled={note.trim() === ''}
      onSubmit={() => add.mutate({ year: book.year, note })}
      onClose={onClose}
    >
      <p className={styles.words}>
        Phụ lục số {book.addenda.length + 1} giữ lại các dòng đang khác với sổ đã khóa. Sổ đã khóa không đổi.
      </p>
      <TextField
        label="Nội dung, lý do"
        value={note}
        multiline
        minRows={2}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      {book.addenda.length > 0 && (
        <ul className={styles.list}>
          {book.addenda.map(({ number, at, by, note: earlier, lines }) => (
            <li key={number}>
              <b>Phụ lục {number}</b>, {formatDay(at)}, {by}: {lines} dòng. {earlier}
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}
