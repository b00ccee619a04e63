import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { pastWarningWords } from '../../../shared/early-warning-words.ts';
import { useTRPC } from '../../api.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { WarnedCases } from '../../components/WarnedCases.tsx';
import { listPath } from '../../list-state.ts';
import styles from './EarlyWarnings.module.css';

/** So many lines stand on the page; the others are a list away. */
const most = 3;
const minutes = 60_000;

/** What will likely be late, to stand before what waits for a decision; nothing while nothing is known. */
export function useEarlyWarnings(scope: StatisticsScope): ReactNode {
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.warnings.list.queryOptions({ scope }),
    staleTime: 5 * minutes,
    refetchInterval: 10 * minutes,
  });
  const { data: past } = useQuery({
    ...trpc.warnings.past.queryOptions({}),
    staleTime: 60 * minutes,
  });
  if (data === undefined || past === undefined || (data.total === 0 && past === null)) return null;
  const { total, warnings } = data;
  const ids = warnings.map(({ id }) => id);
  const allWords = total > warnings.length ? `Xem ${formatInteger(warnings.length)}` : 'Xem cả';
  const to = listPath({ view: 'all', filter: { ids }, sort: 'dueAt', direction: 'asc' });
  return (
    <section className={styles.warnings} aria-label="Dễ trễ hạn">
      <div className={styles.head}>
        <Shape tone={total > 0 ? 'due' : 'ok'} />
        {total === 0 ? (
          <b>Chưa thấy hồ sơ nào dễ trễ hạn</b>
        ) : (
          <Link to={to} data-count={warnings.length}>
            {formatInteger(total)} hồ sơ dễ trễ hạn
          </Link>
        )}
        {warnings.length > most && (
          <Link to={to} className={styles.all} aria-label={`${allWords} hồ sơ dễ trễ hạn nhất`}>
            {allWords}
          </Link>
        )}
      </div>
      {warnings.length > 0 && (
        <div className={styles.cases}>
          <WarnedCases cases={warnings.slice(0, most)} />
        </div>
      )}
      <p className={styles.past}>{pastWarningWords(past)}</p>
    </section>
  );
}
