import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { CampaignDay } from '../../../shared/views-campaign.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { campaignListPath } from './campaign-paths.ts';
import styles from './Teams.module.css';

/** Teams by people and lượt, and lượt by topic; each number of lượt opens them, the people of all teams open as people. */
export function CampaignTable({ day, on }: { day: CampaignDay; on: string | null }) {
  const { campaign, topics, teams, total, silentTeams } = day;
  const inOrder = teams.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  const helpsPath = (teamId: string | null, topic: string | null) =>
    campaignListPath({ kind: 'entries', id: campaign.id, day: on, teamId, topic });
  return (
    <div className={styles.scroll}>
      <table className={styles.day}>
        <caption className="hidden">Người và lượt của từng tổ</caption>
        <thead>
          <tr>
            <th scope="col">Tổ công nghệ số</th>
            <th scope="col">Người</th>
            <th scope="col">Lượt</th>
            {topics.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder.map((team) => (
            <tr key={team.teamId}>
              <th scope="row">{team.name}</th>
              <td>{formatInteger(team.people)}</td>
              <td>
                <Link to={helpsPath(team.teamId, null)}>{formatInteger(team.helps)}</Link>
              </td>
              {topics.map(({ id }) => (
                <td key={id}>
                  <Count count={team.topics[id] ?? 0} to={helpsPath(team.teamId, id)} />
                </td>
              ))}
            </tr>
          ))}
          {silentTeams.map(({ teamId, name }) => (
            <tr key={teamId}>
              <th scope="row">{name}</th>
              <td colSpan={2 + topics.length} className={styles.silent}>
                <StatusMark tone="wait">chưa có tệp, chưa ghi lượt nào</StatusMark>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{teams.length === 0 ? 'Cộng' : `Cộng ${formatInteger(teams.length)} tổ`}</th>
            <td>
              <Count
                count={total.people}
                to={campaignListPath({ kind: 'people', id: campaign.id, day: on })}
              />
            </td>
            <td>
              <Count count={total.helps} to={helpsPath(null, null)} />
            </td>
            {topics.map(({ id }) => (
              <td key={id}>
                <Count count={total.topics[id] ?? 0} to={helpsPath(null, id)} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Count({ count, to }: { count: number; to: string }) {
  return count === 0 ? '0' : <Link to={to}>{formatInteger(count)}</Link>;
}
