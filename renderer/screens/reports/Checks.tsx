import type { IdentityCheck } from '../../../shared/domain/reports/identities.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Reports.module.css';

/** What the official form must add up to, each with its mark; a broken one says where. */
export function Checks({ checks }: { checks: readonly IdentityCheck[] }) {
  return (
    <ul className={styles.checks} aria-label="Kiểm tra số liệu">
      {checks.map((check) => (
        <li key={check.identity}>
          <Check check={check} />
        </li>
      ))}
    </ul>
  );
}

function Check({ check: { identity, broken, against } }: { check: IdentityCheck }) {
  if (against === null) return <span>{identity}: chưa có báo cáo kỳ trước để đối chiếu</span>;
  const left = against && `biểu ${against.by} xuất ${formatHour(against.at)} ${formatDay(against.at)}`;
  if (broken.length === 0)
    return (
      <StatusMark tone="ok">
        {identity}
        {left ? `: khớp ${left}` : <span className="hidden">: khớp</span>}
      </StatusMark>
    );
  return (
    <StatusMark tone="late">
      {identity}: không khớp{left && ` ${left}`}, {broken.join('; ')}
    </StatusMark>
  );
}
