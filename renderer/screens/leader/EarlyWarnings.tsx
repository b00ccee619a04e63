import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { pastWarningWords, warningReasons } from '../../../shared/early-warning-words.ts';
import type { WarnedCase } from '../../../shared/views-warning.ts';
import { useTRPC } from '../../api.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { listPath } from '../../list-state.ts';
import styles from './EarlyWarnings.module.css';

/** So many lines stand on the page; the others are a list away. */
const most = 3;
/** So many reasons beside a case; all of them where the pointer rests. */
const mostReasons = 2;
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
        <ul className={styles.cases}>
          {warnings.slice(0, most).map((one) => (
            <WarnedLine key={one.id} one={one} />
          ))}
        </ul>
      )}
      <p className={styles.past}>{pastWarningWords(past)}</p>
    </section>
  );
}

function WarnedLine({
  one: { id, applicantName, procedureShortName, holderName, facts },
}: {
  one: WarnedCase;
}) {
  const reasons = warningReasons(facts, holderName);
  return (
    <li>
      <Link to={`/ho-so/${id}`} title={`${applicantName}, ${procedureShortName}`}>
        {applicantName}, {procedureShortName}
      </Link>
      <p title={reasons.join('; ')}>{shown(reasons)}</p>
    </li>
  );
}

/** The heaviest reasons, and the time that is left always among them. */
function shown(reasons: readonly string[]): string {
  const words = [...reasons.slice(0, mostReasons - 1), reasons.at(-1)].filter((word) => word !== undefined);
  return [...new Set(words)].join('; ').replace(/^./u, (first) => first.toUpperCase());
}
