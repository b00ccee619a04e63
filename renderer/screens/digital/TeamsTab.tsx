import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { CampaignPanel } from './CampaignPanel.tsx';
import { GuestTeams } from './GuestTeams.tsx';
import { NoCampaign } from './NoCampaign.tsx';
import styles from './Teams.module.css';
import { TeamsPanel } from './TeamsPanel.tsx';

/** The campaign that was chosen, or the latest; and the teams. */
export function TeamsTab() {
  const trpc = useTRPC();
  const [params, setParams] = useSearchParams();
  const asked = useQuery(trpc.digital.campaign.list.queryOptions());
  const campaigns = asked.data;
  if (campaigns === undefined)
    return asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : null;
  const chosen = campaigns.find(({ id }) => id === params.get('dot')) ?? campaigns[0];
  const choose = (id: string) => setParams({ dot: id });
  return (
    <div className={styles.teams}>
      {chosen ? (
        <CampaignPanel key={chosen.id} campaigns={campaigns} chosen={chosen} onChoose={choose} />
      ) : (
        <NoCampaign onChoose={choose} />
      )}
      {chosen?.role === 'guest' ? <GuestTeams campaignId={chosen.id} /> : <TeamsPanel />}
    </div>
  );
}
