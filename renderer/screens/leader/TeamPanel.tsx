import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { countedPath } from '../digital/digital-paths.ts';
import { useShown } from './CasesLink.tsx';
import tableStyles from './Table.module.css';

/** Help given by each team of the period; one who was helped by two teams is one person of the sum. */
export function TeamPanel() {
  const { period } = useShown();
  const { data } = useQuery(useTRPC().digital.teamFigures.queryOptions(period));
  if (!data || data.helps === 0) return null;
  const row = (name: string, teamId: string | null, { people, helps }: { people: number; helps: number }) => (
    <tr key={teamId}>
      <th scope="row">{name}</th>
      <td>
        <Link to={countedPath({ kind: 'helped', teamId, period })}>{formatInteger(people)}</Link>
      </td>
      <td>
        <Link to={countedPath({ kind: 'helps', level: null, teamId, period })}>{formatInteger(helps)}</Link>
      </td>
    </tr>
  );
  const repeated = data.rows.reduce((sum, { people }) => sum + people, 0) - data.people;
  return (
    <Panel
      title="Hỗ trợ số theo tổ"
      note={repeated > 0 && `${formatInteger(repeated)} người được hơn một tổ giúp, cộng tính một lần`}
      flush
    >
      <table className={tableStyles.table}>
        <caption className="hidden">Hỗ trợ số theo tổ</caption>
        <thead>
          <tr>
            <th scope="col">Tổ</th>
            <th scope="col">Người được giúp</th>
            <th scope="col">Lượt</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ teamId, name, ...counts }) =>
            row(name || 'Không thuộc tổ nào', teamId ?? '', counts),
          )}
        </tbody>
        <tfoot>{row('Cộng', null, data)}</tfoot>
      </table>
    </Panel>
  );
}
