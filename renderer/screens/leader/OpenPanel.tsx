import { useQuery } from '@tanstack/react-query';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { CasesLink, useShown } from './CasesLink.tsx';
import styles from './Leader.module.css';

/** What is open at the end of the period, by how long ago it came; each line opens its cases. */
export function OpenPanel() {
  const { period, scope } = useShown();
  const { data } = useQuery(useTRPC().statistics.open.queryOptions({ period, scope }));
  if (!data || data.open === 0) return null;
  return (
    <Panel title="Đang giải quyết theo tuổi" note={`${formatInteger(data.open)} hồ sơ`} flush>
      <ul className={styles.ages}>
        {data.ages.map(({ from, to, fewest, most, count }) => (
          <li key={fewest}>
            <span>{ageWords(fewest, most)}</span>
            <CasesLink set="receivedUnsettled" count={count} period={{ from, to, until: period.to }}>
              {formatInteger(count)}
            </CasesLink>
          </li>
        ))}
        <li>
          <span>Trong đó chờ bổ sung</span>
          <CasesLink set="openAwaiting" count={data.awaiting}>
            {formatInteger(data.awaiting)}
          </CasesLink>
        </li>
      </ul>
    </Panel>
  );
}

/** Calendar days since reception. */
function ageWords(fewest: number, most: number | null): string {
  if (most === null) return `Nhận trên ${fewest - 1} ngày`;
  return fewest === 0 ? `Nhận trong ${most} ngày` : `Nhận ${fewest}–${most} ngày`;
}
