import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import MobileFriendlyOutlined from '@mui/icons-material/MobileFriendlyOutlined';
import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import PaymentsOutlined from '@mui/icons-material/PaymentsOutlined';
import SentimentSatisfiedOutlined from '@mui/icons-material/SentimentSatisfiedOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { NavLink } from 'react-router';
import { Keycap } from '../../components/Keycap.tsx';
import { keys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import frame from './Frame.module.css';
import styles from './Rail.module.css';
import { railPages } from './rail-pages.ts';

const icons: Readonly<Record<string, typeof FolderOutlined>> = {
  '/': SpaceDashboardOutlined,
  '/tiep-nhan': NoteAddOutlined,
  '/ho-so': FolderOutlined,
  '/thu-phi': PaymentsOutlined,
  '/chot-ca': FactCheckOutlined,
  '/so-theo-doi': MenuBookOutlined,
  '/ho-tro-so': MobileFriendlyOutlined,
  '/danh-muc': CategoryOutlined,
  '/lich': CalendarMonthOutlined,
  '/cai-dat': SettingsOutlined,
  '/luu-giu': Inventory2Outlined,
  '/bao-cao': AssessmentOutlined,
  '/lanh-dao': InsightsOutlined,
  '/danh-gia': SentimentSatisfiedOutlined,
  '/phan-anh': ForumOutlined,
};

export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  const { person } = useSession();
  return (
    <nav className={frame.rail} aria-label="Chính">
      {railPages(person?.roles ?? []).map(({ key, to, label }) => (
        <NavLink
          key={to}
          className={`${styles.item}`}
          to={to}
          end={to === '/'}
          title={keys[key].caps.join(' ')}
          aria-keyshortcuts={keys[key].combos.join(' ')}
        >
          <PageIcon to={to} />
          {label}
        </NavLink>
      ))}
      <span className="grow" />
      <button type="button" className={styles.item} onClick={onShowKeys}>
        <KeyboardOutlined className={styles.icon} />
        <span className={styles.keys}>
          Phím tắt <Keycap name="sheet" />
        </span>
      </button>
    </nav>
  );
}

function PageIcon({ to }: { to: string }) {
  const Icon = icons[to] ?? FolderOutlined;
  return <Icon className={styles.icon} />;
}
