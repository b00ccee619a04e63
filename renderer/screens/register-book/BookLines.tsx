import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { BookPage, BookView, BookVolume } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Cap } from '../../components/Keycap.tsx';
import { BookTable } from './BookTable.tsx';
import { type BookPlace, pageStart, volumeOfSerial } from './book-place.ts';
import styles from './RegisterBook.module.css';

interface BookLinesProps {
  book: BookView;
  volume: BookVolume;
  place: BookPlace;
  onGo: (next: Partial<BookPlace>) => void;
}

/** A page of the book with its foot. */
export function BookLines({ book, volume, place, onGo }: BookLinesProps) {
  const trpc = useTRPC();
  const from = pageStart(book, volume, place);
  const page = useQuery({
    ...trpc.books.page.queryOptions({ year: book.year, volume: volume.volume, from }),
    placeholderData: keepPreviousData,
  });
  if (page.isError && page.data === undefined) {
    return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  }
  const turn = (to: number | null | undefined) =>
    to ? () => onGo({ volume: volume.volume, from: to }) : undefined;
  return (
    <section className={styles.card} aria-label="Các dòng của sổ">
      <BookTable
        key={`${volume.volume}-${from}`}
        columns={book.columns}
        lines={page.data?.lines}
        holes={book.holes}
        marked={place.serial}
        isStale={page.isPlaceholderData}
        standAtEnd={place.from === null && place.serial === null && volume.toSerial === null}
      />
      <Foot
        volume={volume}
        page={page.data}
        lastSerial={book.lastSerial}
        onSerial={(serial) =>
          onGo({ year: book.year, serial, volume: volumeOfSerial(book, serial)?.volume ?? volume.volume })
        }
        onPrevious={turn(page.data?.previousFrom)}
        onNext={turn(page.data?.nextFrom)}
      />
    </section>
  );
}

function Foot(props: {
  volume: BookVolume;
  page: BookPage | undefined;
  lastSerial: number;
  onSerial: (serial: number) => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}) {
  const { volume, page, lastSerial, onSerial, onPrevious, onNext } = props;
  const [typed, setTyped] = useState('');
  const serial = Number(typed);
  const isWrong = typed !== '' && !(serial >= 1 && serial <= lastSerial);
  const [first, last] = [page?.lines[0], page?.lines.at(-1)];
  return (
    <footer className={styles.foot}>
      <form
        className={styles.find}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '' && !isWrong) onSerial(serial);
        }}
      >
        <TextField
          placeholder="Tới số"
          value={typed}
          error={isWrong}
          onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, '').slice(0, 9))}
          slotProps={{ htmlInput: { 'aria-label': 'Tới số', inputMode: 'numeric', autoComplete: 'off' } }}
        />
        {isWrong ? (
          <span role="status">Sổ có đến số {formatInteger(lastSerial)}</span>
        ) : (
          <span className={styles.hint}>
            <Cap>Enter</Cap>
          </span>
        )}
      </form>
      <span className="grow" />
      {first && last && (
        <span>
          Số {formatInteger(first.serial)}–{formatInteger(last.serial)}, quyển có{' '}
          {formatInteger(volume.lines)} hồ sơ
        </span>
      )}
      <IconButton aria-label="Trang trước" disabled={!onPrevious} onClick={onPrevious}>
        <ChevronLeft />
      </IconButton>
      <IconButton aria-label="Trang sau" disabled={!onNext} onClick={onNext}>
        <ChevronRight />
      </IconButton>
    </footer>
  );
}
