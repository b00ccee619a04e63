import Popover from '@mui/material/Popover';
import { useColorScheme } from '@mui/material/styles';
import { useState } from 'react';
import { Link } from 'react-router';
import { Segmented } from '../../components/Segmented.tsx';
import { useSession } from '../../session.tsx';
import { SignInActs } from '../sign-in/SignInActs.tsx';
import styles from './PersonMenu.module.css';
import { rarerPages } from './rarer-pages.ts';
import { Seats } from './Seats.tsx';
import { SecondScreenLink } from './SecondScreenLink.tsx';
import top from './TopBar.module.css';

const modes = [
  { value: 'light', label: 'Sáng' },
  { value: 'dark', label: 'Tối' },
  { value: 'system', label: 'Theo máy' },
] as const;

/** Who sits at this window; opens the list of people, the rarer pages and the choice of light or dark. */
export function PersonMenu() {
  const { person, counterName, signsInBy } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Under a dialog of its own the menu is out of sight, and comes back with what was done.
  const [isAsking, setAsking] = useState(false);
  const { mode, setMode } = useColorScheme();
  const close = () => setAnchor(null);
  return (
    <>
      <button
        type="button"
        className={top.person}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <b title={person?.name}>{person?.name ?? 'Chưa chọn người'}</b>
        <span>{counterName}</span>
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': 'Người ngồi quầy, việc khác và giao diện',
            className: (isAsking && styles.behind) || '',
          },
        }}
      >
        <div className={styles.menu}>
          <h2>Người ngồi quầy</h2>
          {signsInBy === 'name' ? (
            <Seats onSeated={close} autoFocus />
          ) : (
            <SignInActs onDone={close} onAsk={setAsking} />
          )}
          <h2>Việc khác</h2>
          <nav className={styles.links} aria-label="Việc khác">
            {rarerPages(person?.roles ?? []).map(({ to, label }) => (
              <Link key={to} to={to} onClick={close}>
                {label}
              </Link>
            ))}
          </nav>
          <SecondScreenLink onOpened={close} />
          <h2>Giao diện</h2>
          <Segmented label="Giao diện" wide value={mode ?? 'system'} options={modes} onChange={setMode} />
        </div>
      </Popover>
    </>
  );
}
