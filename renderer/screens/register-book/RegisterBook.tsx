import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BookView } from '../../../shared/views-book.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { useOfficeNow } from '../../session.tsx';
import { BookActions } from './BookActions.tsx';
import { BookLines } from './BookLines.tsx';
import { BookState } from './BookState.tsx';
import { type BookPlace, useBookPlace, volumeAt } from './book-place.ts';
import { EmptyBook } from './EmptyBook.tsx';
import { Happenings } from './Happenings.tsx';
import styles from './RegisterBook.module.css';

/** The register book (sổ theo dõi hồ sơ): a year, a volume, and its lines as the paper has them. */
export function RegisterBook() {
  const trpc = useTRPC();
  const [place, go] = useBookPlace();
  const view = useQuery({
    ...trpc.books.view.queryOptions(place.year),
    placeholderData: keepPreviousData,
  });
  const book = view.data;
  if (view.isError && book === undefined) {
    return (
      <Page title="Sổ theo dõi">
        <ErrorState error={view.error} onRetry={() => void view.refetch()} />
      </Page>
    );
  }
  if (book === undefined) return <Page title="Sổ theo dõi">{null}</Page>;
  if (book === null) {
    return (
      <Page title="Sổ theo dõi">
        <EmptyBook />
      </Page>
    );
  }
  const volume = volumeAt(book, place);
  return (
    <Page
      title="Sổ theo dõi"
      tabs={<Years book={book} onChange={(year) => go({ year, volume: null })} />}
      actions={volume && <BookActions book={book} volume={volume} />}
    >
      <div className={styles.bar}>
        <Volumes book={book} place={place} chosen={volume?.volume} onChange={go} />
        <BookState book={book} />
      </div>
      {place.after ? (
        <Happenings year={book.year} />
      ) : (
        volume && <BookLines key={book.year} book={book} volume={volume} place={place} onGo={go} />
      )}
    </Page>
  );
}

function Years({ book, onChange }: { book: BookView; onChange: (year: number) => void }) {
  const thisYear = Number(useOfficeNow().slice(0, 4));
  return (
    <nav className={styles.tabs} aria-label="Năm">
      {book.years.map(({ year, isClosed }) => (
        <button
          key={year}
          type="button"
          className={styles.tab}
          aria-current={year === book.year ? 'page' : undefined}
          onClick={() => onChange(year)}
        >
          Năm {year}
          {isClosed && <span>đã khóa</span>}
          {!isClosed && year < thisYear && <span>chưa khóa</span>}
        </button>
      ))}
    </nav>
  );
}

const after = 'after';

function Volumes(props: {
  book: BookView;
  place: BookPlace;
  chosen: number | undefined;
  onChange: (next: Partial<BookPlace>) => void;
}) {
  const { book, place, chosen, onChange } = props;
  const options = book.volumes.map(({ volume }) => ({ value: String(volume), label: `Quyển ${volume}` }));
  if (book.closing) options.push({ value: after, label: `Biến động sau khóa sổ (${book.happenings})` });
  return (
    <Segmented
      label="Quyển"
      value={place.after ? after : String(chosen ?? '')}
      options={options}
      onChange={(value) => {
        if (value === after) onChange({ after: true });
        else onChange({ volume: Number(value) });
      }}
    />
  );
}
