import Button from '@mui/material/Button';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { defaultOpeningHours } from '../../../shared/domain/opening-hours.ts';
import type { Session } from '../../../shared/views-session.ts';
import { Mark } from '../../components/Mark.tsx';
import { useLiveUpdates } from '../../live.ts';
import { SessionProvider } from '../../session.tsx';
import { CampaignList } from '../digital/CampaignList.tsx';
import digital from '../digital/Digital.module.css';
import { TallyPage } from '../digital/TallyPage.tsx';
import { TeamsTab } from '../digital/TeamsTab.tsx';
import styles from './TeamFrame.module.css';

const tallyPath = '/ho-tro-so/ghi-dot';

/** A laptop that a kit alone has set up: it opens on the tally, and has nothing beside its campaign. */
export function TeamFrame(props: {
  session: Session;
  team: NonNullable<Session['team']>;
  readAt: number;
  onFirstRun: () => void;
}) {
  const { session, team, readAt, onFirstRun } = props;
  const { pathname } = useLocation();
  useLiveUpdates();
  return (
    <SessionProvider
      session={{ ...session, office: team.office, hours: defaultOpeningHours }}
      readAt={readAt}
    >
      <div className={styles.frame}>
        <header className={styles.top}>
          <Mark />
          <div className={styles.unit}>
            <b>{team.office.unit}</b>
            <span>Máy của tổ, chỉ ghi lượt của đợt</span>
          </div>
          <nav className={digital.tabs} aria-label="Nội dung">
            <NavLink
              to="/"
              end
              className={({ isActive }) => (isActive || pathname === tallyPath ? 'active' : undefined)}
            >
              Ghi lượt
            </NavLink>
            <NavLink to="/ho-tro-so/to-dot">Đợt và tệp nộp</NavLink>
          </nav>
          <span className="grow" />
          <Button size="small" variant="text" onClick={onFirstRun}>
            Thiết lập quầy trên máy này
          </Button>
        </header>
        <main className={styles.main}>
          <Routes>
            <Route path="ho-tro-so/to-dot" element={<TeamsTab />} />
            <Route path="ho-tro-so/cua-dot" element={<CampaignList />} />
            <Route path={tallyPath} element={<TallyPage />} />
            <Route index element={<TallyPage usual={team.campaignId} />} />
            <Route path="*" element={<Navigate to="/" replace />} />
          </Routes>
        </main>
      </div>
    </SessionProvider>
  );
}
