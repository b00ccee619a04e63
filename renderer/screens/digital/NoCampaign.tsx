import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { CampaignActs } from './CampaignActs.tsx';

export function NoCampaign({ onChoose }: { onChoose: (id: string) => void }) {
  return (
    <Panel title="Đợt cao điểm">
      <EmptyState title="Chưa có đợt nào" action={<CampaignActs campaign={null} onChoose={onChoose} />}>
        Lập đợt ở máy của đơn vị rồi chép tệp sang máy của từng tổ; hoặc mở tệp đợt nhận được để ghi ở máy
        này, không cần mạng.
      </EmptyState>
    </Panel>
  );
}
