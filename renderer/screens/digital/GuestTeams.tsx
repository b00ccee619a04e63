import { useQuery } from '@tanstack/react-query';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import styles from './Teams.module.css';

/** The teams that a kit named; they are changed at home, and come with its next kit. */
export function GuestTeams({ campaignId }: { campaignId: string }) {
  const trpc = useTRPC();
  const teams = useQuery(trpc.digital.campaign.desk.queryOptions({ id: campaignId })).data?.plan.teams ?? [];
  return (
    <Panel title="Các tổ của đợt" note={teams.length > 0 && `${formatInteger(teams.length)} tổ`} flush>
      <ul className={styles.teamList}>
        {teams.map(({ id, name, members }) => (
          <li key={id}>
            <div className={styles.teamHead}>
              <b>{name}</b>
            </div>
            {members.length > 0 && (
              <ul>
                {members.map((member) => (
                  <li key={member.id}>{member.name}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
