import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import MobileFriendlyOutlined from '@mui/icons-material/MobileFriendlyOutlined';
import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { NavLink } from 'react-router';
import type { Role } from '../../../shared/domain/person.ts';
import { Keycap } from '../../components/Keycap.tsx';
import { keys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import frame from './Frame.module.css';
import styles from './Rail.module.css';

const railItems = [
  { key: 'rail1', to: '/', Icon: SpaceDashboardOutlined },
  { key: 'rail2', to: '/tiep-nhan', Icon: NoteAddOutlined },
  { key: 'rail3', to: '/ho-so', Icon: FolderOutlined },
  { key: 'rail4', to: '/so-theo-doi', Icon: MenuBookOutlined },
  { key: 'railH', to: '/ho-tro-so', Icon: MobileFriendlyOutlined },
  { key: 'rail5', to: '/danh-muc', Icon: CategoryOutlined },
  { key: 'rail6', to: '/lich', Icon: CalendarMonthOutlined },
  { key: 'rail7', to: '/cai-dat', Icon: SettingsOutlined },
  { key: 'rail8', to: '/luu-giu', Icon: Inventory2Outlined },
  { key: 'rail0', to: '/bao-cao', Icon: AssessmentOutlined },
] as const;
const leaderItem = { key: 'rail9', to: '/lanh-dao', Icon: InsightsOutlined } as const;

/** What a person goes to; whoever leads begins with his own page, and who may manage finds it after the others. */
export function railItemsOf(roles: readonly Role[]) {
  if (roles.includes('leader')) return [leaderItem, ...railItems];
  return roles.includes('administrator') ? [...railItems, leaderItem] : railItems;
}

export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  const { person } = useSession();
  return (
    <nav className={frame.rail} aria-label="Chính">
      {railItemsOf(person?.roles ?? []).map(({ key, to, Icon }) => (
        <NavLink
          key={key}
          className={`${styles.item}`}
          to={to}
          end={to === '/'}
          title={keys[key].caps.join(' ')}
          aria-keyshortcuts={keys[key].combos.join(' ')}
        >
          <Icon className={styles.icon} />
          {keys[key].words}
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
