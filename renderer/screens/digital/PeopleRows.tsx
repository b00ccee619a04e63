import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { requiredCriteria } from '../../../shared/domain/digital-settings.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { DigitalPersonRow } from '../../../shared/views-digital.ts';
import { api, useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import styles from './Digital.module.css';
import { type Counted, cardPath } from './digital-paths.ts';
import { factsOf } from './digital-words.ts';
import { useDigitalSetup } from './use-digital-setup.ts';

type CountedPeople = Exclude<Counted, { kind: 'helps' }>;
type After = { key: string; id: number } | null;

/** People of a number, by given name, each with what he lacks; more of them on demand. */
export function PeopleRows({ counted, empty }: { counted: CountedPeople; empty: ReactNode }) {
  const trpc = useTRPC();
  const setup = useDigitalSetup();
  const required = requiredCriteria(setup?.criteria ?? []);
  const pages = useInfiniteQuery({
    // Under the path of the area, so that a change of it makes this old too.
    queryKey: [...trpc.digital.pathKey(), 'rows', counted],
    queryFn: ({ pageParam }) => ask(counted, pageParam),
    initialPageParam: null as After,
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
  const rows = pages.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return empty;
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={cardPath(row.id)}>
              <b className="cut">{row.name || 'Không ghi tên'}</b>
              <span>{formatInteger(row.helps)} lượt</span>
              <small className="cut">{factsOf(row) || 'chưa ghi địa bàn'}</small>
              <small>{missingWords(row, required)}</small>
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

function ask(counted: CountedPeople, after: After) {
  if (counted.kind === 'helped') {
    const { period, teamId } = counted;
    return api.digital.helped.query({ period, teamId, after });
  }
  const { period, measure, state, area } = counted;
  return api.digital.people.query({ period, measure, state, area, after });
}

function missingWords({ reached }: DigitalPersonRow, required: readonly { id: string }[]): string {
  const count = required.filter(({ id }) => reached.includes(id)).length;
  return `${count}/${required.length} tiêu chí`;
}
