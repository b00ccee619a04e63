import AddOutlined from '@mui/icons-material/AddOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { memberRoleLabels } from '../../../shared/digital-words.ts';
import { areaNamedIn } from '../../../shared/domain/digital-settings.ts';
import type { DigitalRow } from '../../../shared/domain/digital-teams.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatPhone } from '../../../shared/format.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Teams.module.css';
import { ThingDialog } from './ThingDialog.tsx';
import { useThings } from './ThingPanel.tsx';
import { memberThing, teamThing } from './things.tsx';

type Team = DigitalRow<'digitalTeams'>;
type Member = DigitalRow<'digitalMembers'>;
type Opened = { kind: 'team'; team: Team | null } | { kind: 'member'; teamId: string; member: Member | null };

/** Every team with its people. */
export function TeamsPanel() {
  const teams = useThings(teamThing);
  const members = useThings(memberThing);
  const [opened, setOpened] = useState<Opened | null>(null);
  const rows = (teams.data ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
  const all = members.data ?? [];
  const close = () => setOpened(null);
  return (
    <Panel
      title="Các tổ"
      note={rows.length > 0 && `${formatInteger(rows.length)} tổ, ${formatInteger(all.length)} người`}
      flush
      actions={
        <Button
          size="small"
          startIcon={<AddOutlined />}
          onClick={() => setOpened({ kind: 'team', team: null })}
        >
          Thêm tổ
        </Button>
      }
    >
      {teams.isError && teams.data === undefined ? (
        <ErrorState error={teams.error} onRetry={() => void teams.refetch()} />
      ) : (
        teams.data && rows.length === 0 && <EmptyState title="Chưa có tổ nào">{teamThing.empty}</EmptyState>
      )}
      <ul className={styles.teamList}>
        {rows.map((team) => (
          <li key={team.id}>
            <div className={styles.teamHead}>
              <button type="button" onClick={() => setOpened({ kind: 'team', team })}>
                {team.name}
              </button>
              <Button
                size="small"
                variant="text"
                aria-label={`Thêm người vào ${team.name}`}
                onClick={() => setOpened({ kind: 'member', teamId: team.id, member: null })}
              >
                Thêm người
              </Button>
            </div>
            {areaNamedIn(team.name, [team.area]) === '' && team.area !== '' && <small>{team.area}</small>}
            <ul>
              {all
                .filter(({ teamId }) => teamId === team.id)
                .map((member) => (
                  <li key={member.id}>
                    <button
                      type="button"
                      onClick={() => setOpened({ kind: 'member', teamId: team.id, member })}
                    >
                      {member.name}
                    </button>
                    <small>
                      {memberRoleLabels[member.role].toLowerCase()}
                      {member.phone && ` · ${formatPhone(member.phone)}`}
                    </small>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {opened?.kind === 'team' && <ThingDialog thing={teamThing} row={opened.team} onClose={close} />}
      {opened?.kind === 'member' && (
        <ThingDialog
          thing={memberThing}
          row={opened.member}
          fixed={{ teamId: opened.teamId }}
          onClose={close}
        />
      )}
    </Panel>
  );
}
