import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CategoryOutlined from '@mui/icons-material/CategoryOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import NoteAddOutlined from '@mui/icons-material/NoteAddOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { NavLink } from 'react-router';
import { Keycap } from '../../components/Keycap.tsx';
import { keys } from '../../keys.ts';
import frame from './Frame.module.css';
import styles from './Rail.module.css';

export const railItems = [
  { key: 'rail1', to: '/', Icon: SpaceDashboardOutlined },
  { key: 'rail2', to: '/tiep-nhan', Icon: NoteAddOutlined },
  { key: 'rail3', to: '/ho-so', Icon: FolderOutlined },
  { key: 'rail4', to: '/so-theo-doi', Icon: MenuBookOutlined },
  { key: 'rail5', to: '/danh-muc', Icon: CategoryOutlined },
  { key: 'rail6', to: '/lich', Icon: CalendarMonthOutlined },
  { key: 'rail7', to: '/cai-dat', Icon: SettingsOutlined },
  { key: 'rail8', to: '/luu-giu', Icon: Inventory2Outlined },
] as const;

export function Rail({ onShowKeys }: { onShowKeys: () => void }) {
  return (
    <nav className={frame.rail} aria-label="Chính">
      {railItems.map(({ key, to, Icon }) => (
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
