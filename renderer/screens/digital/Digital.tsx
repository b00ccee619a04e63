import { NavLink, useParams } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { CampaignList } from './CampaignList.tsx';
import { CountedList } from './CountedList.tsx';
import { CoverageTab } from './CoverageTab.tsx';
import styles from './Digital.module.css';
import { digitalPath } from './digital-paths.ts';
import { PeopleTab } from './PeopleTab.tsx';
import { TallyPage } from './TallyPage.tsx';
import { TeamsTab } from './TeamsTab.tsx';
import { ThingsTab } from './ThingsTab.tsx';

/** The help that is counted: people, how far it reaches, teams and campaigns, classes and visits. */
export function Digital() {
  const { tab } = useParams();
  const isOfCampaign = tab === 'cua-dot' || tab === 'ghi-dot';
  return (
    <Page
      title="Hỗ trợ số"
      scroll={tab !== undefined}
      tabs={
        <nav className={styles.tabs} aria-label="Nội dung">
          <NavLink to={digitalPath} end>
            Người dân
          </NavLink>
          <NavLink to={`${digitalPath}/do-phu`}>Độ phủ</NavLink>
          <NavLink
            to={`${digitalPath}/to-dot`}
            className={({ isActive }) => (isActive || isOfCampaign ? 'active' : undefined)}
          >
            Tổ và đợt
          </NavLink>
          <NavLink to={`${digitalPath}/lop-tham`}>Lớp, thăm nhà</NavLink>
        </nav>
      }
    >
      <Content tab={tab} />
    </Page>
  );
}

function Content({ tab }: { tab: string | undefined }) {
  switch (tab) {
    case 'do-phu':
      return <CoverageTab />;
    case 'to-dot':
      return <TeamsTab />;
    case 'lop-tham':
      return <ThingsTab />;
    case 'cua-dot':
      return <CampaignList />;
    case 'ghi-dot':
      return <TallyPage />;
    case 'danh-sach':
      return <CountedList />;
    default:
      return <PeopleTab />;
  }
}
