import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { useMayReceive } from '../../components/use-may-receive.ts';
import { type KeyName, keys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './KeySheet.module.css';
import { railPages } from './rail-pages.ts';
import { rarerPages } from './rarer-pages.ts';

interface KeyGroup {
  title: string;
  names: readonly KeyName[];
}
const daily: KeyGroup = {
  title: 'Việc hằng ngày',
  names: [
    'receive',
    'search',
    'return',
    'supplement',
    'print',
    'handover',
    'copyNotice',
    'primary',
    'undo',
    'back',
  ],
};
const calling: KeyGroup = { title: 'Gọi số chờ', names: ['callNext', 'callAgain', 'absent', 'served'] };

/** Every key in one sheet, from the same table that the listener reads, and the pages that no key opens. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const roles = useSession().person?.roles ?? [];
  const mayReceive = useMayReceive();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">Phím tắt</DialogTitle>
      <DialogContent>
        <div className={styles.groups}>
          <Group {...daily} names={daily.names.filter((name) => mayReceive || name !== 'receive')} />
          <section className={styles.pages}>
            <h3>Trang ít dùng</h3>
            <p>
              Gõ tên vào ô tìm <Keycap name="search" />, hoặc mở từ tên mình ở góc trên.
            </p>
            <nav aria-label="Trang ít dùng">
              {rarerPages(roles).map(({ to, label }) => (
                <MuiLink key={to} component={Link} to={to} onClick={onClose}>
                  {label}
                </MuiLink>
              ))}
            </nav>
          </section>
          <Group {...calling} />
          <section>
            <h3>Chuyển trang</h3>
            <dl>
              {railPages(roles).map(({ key, label }) => (
                <KeyLine key={key} name={key} words={label} />
              ))}
              <KeyLine name="sheet" />
            </dl>
          </section>
        </div>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          Đóng <Cap>Esc</Cap>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Group({ title, names }: KeyGroup) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {names.map((name) => (
          <KeyLine key={name} name={name} />
        ))}
      </dl>
    </section>
  );
}

function KeyLine({ name, words = keys[name].words }: { name: KeyName; words?: string }) {
  return (
    <div>
      <dt>{words}</dt>
      <dd>
        {keys[name].combos.map((combo) => (
          <Cap key={combo}>{capOf(combo)}</Cap>
        ))}
      </dd>
    </div>
  );
}

function capOf(combo: string): string {
  return combo
    .split('+')
    .map((part) => ({ Escape: 'Esc', Enter: '↵' })[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
