import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { WarnedCases } from '../../components/WarnedCases.tsx';
import { listPath } from '../../list-state.ts';
import { useSession } from '../../session.tsx';
import styles from './WorkGroups.module.css';

/** So many stand on the board; the others are a list away. */
const most = 2;
const minutes = 60_000;

/** To an officer, those of his own cases that will likely be late, and why; nothing where there are none. */
export function OwnWarnings() {
  const { person } = useSession();
  const trpc = useTRPC();
  const isOfficer = person?.roles.includes('officer') ?? false;
  const { data } = useQuery({
    ...trpc.warnings.list.queryOptions({ scope: { holderId: person?.id } }),
    enabled: isOfficer,
    staleTime: 5 * minutes,
    refetchInterval: 10 * minutes,
  });
  if (!isOfficer || data === undefined || data.total === 0) return null;
  const { total, warnings } = data;
  const ids = warnings.map(({ id }) => id);
  const words = total > ids.length ? `Xem ${formatInteger(ids.length)}` : 'Xem cả';
  return (
    <div data-own-warnings>
      <Panel
        title="Dễ trễ hạn"
        note={`${formatInteger(total)} hồ sơ tôi giữ`}
        actions={
          total > most && (
            <Link
              className={styles.mine}
              to={listPath({ view: 'all', filter: { ids }, sort: 'dueAt', direction: 'asc' })}
              aria-label={`${words} hồ sơ dễ trễ hạn`}
            >
              {words}
            </Link>
          )
        }
      >
        <WarnedCases cases={warnings.slice(0, most)} />
      </Panel>
    </div>
  );
}
