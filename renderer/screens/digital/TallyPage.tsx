import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { useOfficeNow } from '../../session.tsx';
import { daysOf } from './campaign-words.ts';
import styles from './Tally.module.css';
import { TallyDay } from './TallyDay.tsx';
import { TallyForm } from './TallyForm.tsx';
import { TallyLast } from './TallyLast.tsx';

/** A campaign day on a laptop without network: big buttons, digits, one person after the other. @param usual its campaign. */
export function TallyPage({ usual = '' }: { usual?: string }) {
  const trpc = useTRPC();
  const [params] = useSearchParams();
  const id = params.get('dot') ?? usual;
  const [teamId, setTeamId] = useState('');
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const today = useOfficeNow().slice(0, 10);
  const desk = useQuery({ ...trpc.digital.campaign.desk.queryOptions({ id }), enabled: id !== '' });
  if (id === '') return <EmptyState title="Chưa chọn đợt">Mở trang này từ nút Ghi lượt của đợt.</EmptyState>;
  if (desk.data === undefined)
    return desk.isError ? <ErrorState error={desk.error} onRetry={() => void desk.refetch()} /> : null;
  const { plan, role } = desk.data;
  const team = plan.teams.find((one) => one.id === teamId) ?? plan.teams[0];
  if (team === undefined)
    return <EmptyState title="Đợt này chưa có tổ">Sửa đợt, chọn các tổ, rồi ghi lượt.</EmptyState>;
  const isToday = today >= plan.from && today <= plan.to;
  const day = chosenDay ?? (isToday ? today : null);
  return (
    <div className={styles.tally}>
      <div className={styles.left}>
        {!isToday && (
          <TallyDay
            days={daysOf(plan).filter((one) => role === 'guest' || one <= today)}
            today={today}
            day={day}
            onDay={setChosenDay}
          />
        )}
        {day !== null && <TallyForm desk={desk.data} team={team} day={day} onTeam={setTeamId} />}
      </div>
      {day !== null && <TallyLast campaignId={id} teamId={team.id} day={day} isToday={isToday} />}
    </div>
  );
}
