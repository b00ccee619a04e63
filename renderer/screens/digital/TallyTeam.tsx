import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { CampaignPlan } from '../../../shared/domain/campaign-files.ts';
import styles from './Tally.module.css';

/** Who logs: chosen once, it stays for the day. */
export function TallyTeam(props: {
  plan: CampaignPlan;
  team: CampaignPlan['teams'][number];
  memberId: string | null;
  onTeam: (teamId: string) => void;
  onMember: (memberId: string | null) => void;
}) {
  const { plan, team, memberId, onTeam, onMember } = props;
  return (
    <div className={styles.who} data-enter="skip">
      <b>{plan.name}</b>
      <TextField select label="Tổ" value={team.id} onChange={({ target }) => onTeam(target.value)}>
        {plan.teams.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label="Người giúp"
        value={memberId ?? ''}
        onChange={({ target }) => onMember(target.value || null)}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">Người ngồi máy</MenuItem>
        {team.members.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
}
