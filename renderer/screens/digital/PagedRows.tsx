import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DigitalPage } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import styles from './Digital.module.css';
import { type Counted, cardPath } from './digital-paths.ts';

/** A row of two lines, left and right, that opens somebody's card. */
export interface PagedRow {
  key: string | number;
  personId: number;
  name: string;
  right: string;
  below: string;
  belowRight: string;
}

/** Exactly what a number counts, a page at a time; more on demand. */
export function PagedRows<Row, Id extends string | number>(props: {
  counted: Counted;
  ask: (after: { key: string; id: Id } | null) => Promise<DigitalPage<Row, Id>>;
  rowOf: (row: Row) => PagedRow;
  empty: ReactNode;
}) {
  const { counted, ask, rowOf, empty } = props;
  const trpc = useTRPC();
  const pages = useInfiniteQuery({
    // Under the path of the area, so that a change of it makes this old too.
    queryKey: [...trpc.digital.pathKey(), 'rows', counted],
    queryFn: ({ pageParam }) => ask(pageParam),
    initialPageParam: null as { key: string; id: Id } | null,
    getNextPageParam: (last) => last.next,
  });
  if (pages.data === undefined) {
    if (pages.isError) return <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />;
    return (
      <Delayed>
        <p className={styles.quiet} role="status">
          Đang đọc
        </p>
      </Delayed>
    );
  }
  const rows = pages.data.pages.flatMap((page) => page.rows.map(rowOf));
  if (rows.length === 0) return empty;
  return (
    <>
      <ul className={styles.rows}>
        {rows.map(({ key, personId, name, right, below, belowRight }) => (
          <li key={key}>
            <Link to={cardPath(personId)}>
              <b className="cut">{name || 'Không ghi tên'}</b>
              <span>{right}</span>
              <small className="cut">{below}</small>
              <small>{belowRight}</small>
            </Link>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button size="small" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            Xem thêm
          </Button>
        </div>
      )}
    </>
  );
}
