import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import styles from './Tally.module.css';
import { TallyForm } from './TallyForm.tsx';
import { TallyLast } from './TallyLast.tsx';

/** A campaign day on a laptop without network: big buttons, digits, one person after the other. */
export function TallyPage() {
  const trpc = useTRPC();
  const [params] = useSearchParams();
  const id = params.get('dot') ?? '';
  const [teamId, setTeamId] = useState('');
  const desk = useQuery({ ...trpc.digital.campaign.desk.queryOptions({ id }), enabled: id !== '' });
  if (id === '') return <EmptyState title="Chưa chọn đợt">Mở trang này từ nút Ghi lượt của đợt.</EmptyState>;
  if (desk.data === undefined)
    return desk.isError ? <ErrorState error={desk.error} onRetry={() => void desk.refetch()} /> : null;
  const { plan } = desk.data;
  const team = plan.teams.find((one) => one.id === teamId) ?? plan.teams[0];
  if (team === undefined)
    return <EmptyState title="Đợt này chưa có tổ">Sửa đợt, chọn các tổ, rồi ghi lượt.</EmptyState>;
  return (
    <div className={styles.tally}>
      <TallyForm desk={desk.data} team={team} onTeam={setTeamId} />
      <TallyLast campaignId={id} teamId={team.id} />
    </div>
  );
}
