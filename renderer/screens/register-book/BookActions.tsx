import PrintOutlined from '@mui/icons-material/PrintOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookView, BookVolume } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { ExportButton } from '../../components/ExportButton.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useKeys } from '../../keys.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { AddendumDialog } from './AddendumDialog.tsx';
import { CheckDialog } from './CheckDialog.tsx';
import { CloseYearDialog } from './CloseYearDialog.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { NextVolumeDialog } from './NextVolumeDialog.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import styles from './RegisterBook.module.css';

type Open = 'columns' | 'paper' | 'volume' | 'close' | 'check' | 'addendum';

/** What may be done with the book: print and export always, the rest by who sits here and whether the year is closed. */
export function BookActions({ book, volume }: { book: BookView; volume: BookVolume }) {
  const trpc = useTRPC();
  const { person } = useSession();
  const today = useOfficeNow().slice(0, 10);
  const mayManage = useMayManage();
  const workbook = useMutation(trpc.books.export.mutationOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  useKeys({ print: () => setOpen('paper') });
  const { year, closing } = book;
  const mayKeep = mayManage || (person?.roles.includes('clerk') ?? false);
  const isDue = today >= book.mayCloseFrom;
  return (
    <div className={styles.actions}>
      {!closing && mayManage && (
        <Button size="small" startIcon={<ViewColumnOutlined />} onClick={() => setOpen('columns')}>
          Cột
        </Button>
      )}
      <Button size="small" startIcon={<PrintOutlined />} onClick={() => setOpen('paper')}>
        In, lưu PDF
      </Button>
      <ExportButton make={() => workbook.mutateAsync({ year, volume: volume.volume })} />
      {!closing && mayKeep && (
        <Button size="small" onClick={() => setOpen('volume')}>
          Sang quyển mới
        </Button>
      )}
      {!closing && mayManage && (
        <Button
          size="small"
          disabled={!isDue}
          title={isDue ? '' : 'Khóa được từ ngày làm việc cuối năm'}
          {...(isDue && { variant: 'contained', color: 'primary' })}
          onClick={() => setOpen('close')}
        >
          Khóa sổ năm
        </Button>
      )}
      {closing && mayManage && (
        <Button size="small" onClick={() => setOpen('addendum')}>
          Lập phụ lục
        </Button>
      )}
      {closing && (
        <Button size="small" startIcon={<VerifiedOutlined />} onClick={() => setOpen('check')}>
          Kiểm tra sổ
        </Button>
      )}
      {open === 'columns' && <ColumnsDialog columns={book.columns} onClose={close} />}
      {open === 'paper' && <PaperDialog year={year} volume={volume.volume} onClose={close} />}
      {open === 'volume' && <NextVolumeDialog book={book} onClose={close} />}
      {open === 'close' && <CloseYearDialog book={book} onClose={close} />}
      {open === 'check' && <CheckDialog book={book} onClose={close} />}
      {open === 'addendum' && <AddendumDialog book={book} onClose={close} />}
    </div>
  );
}
