import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { Panel } from '../../components/Panel.tsx';
import { useOfficeNow } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';
import styles from './Table.module.css';
import { CasesRow, MoneyRow, PeopleRow, SatisfactionRow } from './TargetRows.tsx';
import { useLeaderSettings } from './use-leader-settings.ts';
import { useTargetIndicators } from './use-target-indicators.ts';

/** Every target whose time touches the period shown: where it stands in its own time, and what is still needed (F47). */
export function TargetsPanel() {
  const { period } = useShown();
  const { digital } = useTargetIndicators();
  const shown = useLeaderSettings().targets.filter(
    ({ indicator, from, to }) =>
      from <= period.to &&
      to >= period.from &&
      (!indicator.startsWith('digital.') || digital.some(({ key }) => key === indicator)),
  );
  if (shown.length === 0) return null;
  return (
    <Panel title="Chỉ tiêu của kỳ" note="dự báo theo nhịp từ ngày đầu của chỉ tiêu đến nay" flush>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Thời gian</th>
              <th scope="col">Mức</th>
              <th scope="col">Đến nay</th>
              <th scope="col">Đã qua</th>
              <th scope="col">Dự báo ngày cuối</th>
              <th scope="col">Còn cần</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((target) => (
              <Row key={target.id} target={target} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Row({ target }: { target: Target }) {
  const { indicator } = target;
  const today = useOfficeNow().slice(0, 10);
  const { offered, digital } = useTargetIndicators();
  const known = [...offered, ...digital].find(({ key }) => key === indicator);
  if (known === undefined) return null;
  const shared = { target, known, today };
  if (indicator === 'cashless') return <MoneyRow {...shared} />;
  if (indicator === 'satisfaction') return <SatisfactionRow {...shared} />;
  if (Object.hasOwn(caseIndicators, indicator)) return <CasesRow {...shared} />;
  return <PeopleRow {...shared} measure={indicator.slice('digital.'.length)} />;
}
