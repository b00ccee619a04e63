import type { IdentityCheck } from '../../../shared/domain/reports/identities.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Reports.module.css';

/** What the official form must add up to, each with its mark; a broken one says where. */
export function Checks({ checks }: { checks: readonly IdentityCheck[] }) {
  return (
    <ul className={styles.checks} aria-label="Kiểm tra số liệu">
      {checks.map(({ identity, broken }) => (
        <li key={identity}>
          <StatusMark tone={broken.length === 0 ? 'ok' : 'late'}>
            {identity}
            {broken.length === 0 ? (
              <span className="hidden">: khớp</span>
            ) : (
              `: không khớp, ${broken.join('; ')}`
            )}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}
