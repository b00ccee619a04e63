import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type BookColumn, bookSchema, bookSets } from '../../../shared/domain/register-book-columns.ts';
import { useTRPC } from '../../api.ts';
import { FormDialog } from '../../components/FormDialog.tsx';
import styles from './BookDialogs.module.css';

/** Which columns, in which order, how wide and under which words; in force from today, closed years keep theirs. */
export function ColumnsDialog(props: { columns: readonly BookColumn[]; onClose: () => void }) {
  const { onClose } = props;
  const trpc = useTRPC();
  const save = useMutation(trpc.books.saveColumns.mutationOptions({ onSuccess: onClose }));
  const [columns, setColumns] = useState([...props.columns]);
  const parsed = bookSchema.safeParse({ columns });
  const change = (at: number, part: Partial<BookColumn>) =>
    setColumns(columns.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const move = (at: number, by: -1 | 1) => {
    const next = [...columns];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    setColumns(next);
  };
  return (
    <FormDialog
      title="Cột của sổ theo dõi"
      word="Lưu"
      wide
      pending={save.isPending}
      error={save.error}
      disabled={!parsed.success}
      onSubmit={() => save.mutate({ columns })}
      onClose={onClose}
    >
      <div className={styles.sets}>
        <Button size="small" onClick={() => setColumns([...bookSets.official])}>
          Bộ cột chung
        </Button>
        <Button size="small" onClick={() => setColumns([...bookSets.thanhHoa])}>
          Bộ cột Thanh Hóa
        </Button>
      </div>
      <div className={styles.columnsHead} aria-hidden="true">
        <span />
        <span>Tên cột</span>
        <span>Nhóm</span>
        <span>Rộng</span>
        <span />
      </div>
      <ul className={styles.columns}>
        {columns.map((column, at) => (
          <li key={column.name} data-off={!column.shown || undefined}>
            <input
              type="checkbox"
              aria-label={`Hiện cột ${column.head}`}
              checked={column.shown}
              disabled={at === 0}
              onChange={(event) => change(at, { shown: event.target.checked })}
            />
            <input
              aria-label={`Tên cột ${at + 1}`}
              value={column.head}
              maxLength={80}
              onChange={(event) => change(at, { head: event.target.value })}
            />
            <input
              aria-label={`Nhóm của cột ${column.head}`}
              value={column.group}
              maxLength={60}
              onChange={(event) => change(at, { group: event.target.value })}
            />
            <input
              aria-label={`Độ rộng cột ${column.head}`}
              inputMode="numeric"
              value={column.width || ''}
              onChange={(event) => change(at, { width: Number(event.target.value.replaceAll(/\D/g, '')) })}
            />
            <span>
              <IconButton
                size="small"
                aria-label={`Đưa cột ${column.head} lên`}
                disabled={at <= 1}
                onClick={() => move(at, -1)}
              >
                <ArrowUpward />
              </IconButton>
              <IconButton
                size="small"
                aria-label={`Đưa cột ${column.head} xuống`}
                disabled={at === 0 || at === columns.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDownward />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
