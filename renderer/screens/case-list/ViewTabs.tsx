import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { viewLabels } from '../../../shared/labels.ts';
import type { CaseViewName } from '../../../shared/views.ts';
import { useTRPC } from '../../api.ts';
import { listPath } from '../../list-state.ts';
import styles from './CaseList.module.css';

const order: CaseViewName[] = [
  'open',
  'late',
  'dueToday',
  'dueThisWeek',
  'awaiting',
  'ready',
  'mine',
  'ended',
  'all',
];

/** Saved views with their counts. Choosing one drops the filters, so that its count is what it shows. */
export function ViewTabs({ view }: { view: CaseViewName }) {
  const trpc = useTRPC();
  const counts = useQuery(trpc.cases.viewCounts.queryOptions());
  return (
    <nav className={styles.tabs} aria-label="Khung nhìn">
      {order.map((name) => (
        <Link
          key={name}
          className={`${styles.tab}`}
          to={listPath({ view: name })}
          aria-current={name === view ? 'page' : undefined}
        >
          {viewLabels[name]}
          {counts.data && <span>{formatInteger(counts.data[name])}</span>}
        </Link>
      ))}
      <Link className={`${styles.tab}`} to="/chua-nhap">
        Chưa nhập lên hệ thống
      </Link>
    </nav>
  );
}
