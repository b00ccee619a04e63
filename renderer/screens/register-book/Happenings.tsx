import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatSerial } from '../../../shared/domain/register-book.ts';
import { formatShortTime } from '../../../shared/format.ts';
import { actorWord, eventLabels } from '../../../shared/labels.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import styles from './RegisterBook.module.css';

/** What happened to cases of a closed year since: the closed lines stay, this list grows. */
export function Happenings({ year }: { year: number }) {
  const trpc = useTRPC();
  const [after, setAfter] = useState(0);
  const asked = useQuery(trpc.books.happenings.queryOptions({ year, after }));
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  const rows = asked.data ?? [];
  const last = rows.at(-1);
  return (
    <section className={styles.card} aria-label="Biến động sau khóa sổ">
      <div className={styles.table}>
        {asked.data?.length === 0 ? (
          <EmptyState title="Chưa có biến động nào">
            Việc làm với hồ sơ năm {year} sau khi khóa sổ hiện ở đây; sổ đã khóa không đổi.
          </EmptyState>
        ) : (
          <table>
            <thead>
              <tr>
                {['Số', 'Mã hồ sơ', 'Việc', 'Lúc', 'Người làm'].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ seq, serial, caseId, caseCode, kind, at, by }) => (
                <tr key={seq}>
                  <th scope="row">
                    <Link to={`/ho-so/${caseId}`}>{formatSerial(serial)}</Link>
                  </th>
                  <td>{caseCode}</td>
                  <td>{eventLabels[kind]}</td>
                  <td>{formatShortTime(at)}</td>
                  <td>{actorWord({ name: by })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {last && (rows.length === 100 || after > 0) && (
        <footer className={styles.foot}>
          <Button size="small" disabled={after === 0} onClick={() => setAfter(0)}>
            Từ đầu
          </Button>
          <span className="grow" />
          <Button size="small" disabled={rows.length < 100} onClick={() => setAfter(last.seq)}>
            Xem tiếp
          </Button>
        </footer>
      )}
    </section>
  );
}
