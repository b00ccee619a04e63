import { periodWords } from '../../../shared/domain/paragraph-facts.ts';
import type { Period, StatisticsScope } from '../../../shared/domain/statistics.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './Leader.module.css';
import { useScopeWords } from './use-scope-words.ts';

/** On paper alone: whose figures, of which days and cases, and when they were read. */
export function PrintHead(props: { title: string; period: Period; scope: StatisticsScope }) {
  const { title, period, scope } = props;
  const { office, person } = useSession();
  const now = useOfficeNow();
  const filter = useScopeWords()(scope);
  const days = `${formatDay(period.from)} – ${formatDay(period.to)}`;
  const named = periodWords(period);
  return (
    <header className={styles.paper} data-paper="">
      <p>{[...new Set([office.unit, office.name])].join(' · ')}</p>
      <h1>
        {title} {named}
      </h1>
      <p>
        {named.startsWith('từ') || `${days}. `}
        {filter === '' ? 'Mọi hồ sơ.' : `Chỉ hồ sơ ${filter}.`}
      </p>
      <p>
        In lúc {formatHour(now)} ngày {formatDay(now)}
        {person && `, ${person.name}`}
      </p>
    </header>
  );
}
