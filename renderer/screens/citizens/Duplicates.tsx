import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CitizenRow, DuplicatePair } from '../../../shared/views-people.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import styles from './Citizens.module.css';
import { factsOf, pairWords } from './citizen-words.ts';
import { MergePair } from './MergePair.tsx';

/** Pairs of records that may be of one person: compare and merge, or say that they are two. */
export function Duplicates({
  asked,
}: {
  asked: { data: DuplicatePair[] | undefined; isError: boolean; error: unknown; refetch: () => unknown };
}) {
  const trpc = useTRPC();
  const apart = useMutation(trpc.citizens.tellApart.mutationOptions());
  const [compared, setCompared] = useState<DuplicatePair | null>(null);
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  const pairs = asked.data;
  return (
    <div className={styles.pairs}>
      {apart.error && <ErrorNotice error={apart.error} />}
      {pairs?.length === 0 && (
        <EmptyState icon={<Shape tone="ok" />} title="Không thấy người nào được ghi hai lần">
          Trùng số giấy tờ, trùng tên và điện thoại, hoặc trùng tên và ngày sinh sẽ hiện ở đây.
        </EmptyState>
      )}
      <ul>
        {pairs?.map((pair) => (
          <li key={`${pair.first.id} ${pair.second.id}`} className={styles.pair}>
            <Person row={pair.first} />
            <Person row={pair.second} />
            <span className={styles.why}>{pairWords[pair.why]}</span>
            <Button onClick={() => setCompared(pair)}>So sánh, gộp</Button>
            <Button
              variant="text"
              disabled={apart.isPending}
              onClick={() => apart.mutate({ firstId: pair.first.id, secondId: pair.second.id })}
            >
              Là hai người
            </Button>
          </li>
        ))}
      </ul>
      {compared && <MergePair {...compared} onClose={() => setCompared(null)} />}
    </div>
  );
}

function Person({ row }: { row: CitizenRow }) {
  return (
    <span className="cut">
      <Link to={`/nguoi-dan/${row.id}`}>{row.name}</Link>
      <small className="cut">
        {factsOf(row)} · {row.caseCount} hồ sơ
      </small>
    </span>
  );
}
