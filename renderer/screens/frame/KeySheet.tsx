import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MuiLink from '@mui/material/Link';
import { Link } from 'react-router';
import { Cap, Keycap } from '../../components/Keycap.tsx';
import { type KeyName, keys } from '../../keys.ts';
import { useSession } from '../../session.tsx';
import styles from './KeySheet.module.css';
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
const others: readonly KeyGroup[] = [
  { title: 'Gọi số chờ', names: ['callNext', 'callAgain', 'absent', 'served'] },
  {
    title: 'Chuyển trang',
    names: [
      'rail1',
      'rail2',
      'rail3',
      'rail4',
      'rail5',
      'rail6',
      'rail7',
      'rail8',
      'rail9',
      'rail0',
      'railH',
      'sheet',
    ],
  },
];

/** Every key in one sheet, from the same table that the listener reads, and the pages that no key opens. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { person } = useSession();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" aria-labelledby="keys-title">
      <DialogTitle id="keys-title">Phím tắt</DialogTitle>
      <DialogContent>
        <div className={styles.groups}>
          <Group {...daily} />
          <section className={styles.pages}>
            <h3>Trang ít dùng</h3>
            <p>
              Gõ tên vào ô tìm <Keycap name="search" />, hoặc mở từ tên mình ở góc trên.
            </p>
            <nav aria-label="Trang ít dùng">
              {rarerPages(person?.roles ?? []).map(({ to, label }) => (
                <MuiLink key={to} component={Link} to={to} onClick={onClose}>
                  {label}
                </MuiLink>
              ))}
            </nav>
          </section>
          {others.map((group) => (
            <Group key={group.title} {...group} />
          ))}
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
          <div key={name}>
            <dt>{keys[name].words}</dt>
            <dd>
              {keys[name].combos.map((combo) => (
                <Cap key={combo}>{capOf(combo)}</Cap>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function capOf(combo: string): string {
  return combo
    .split('+')
    .map((part) => ({ Escape: 'Esc', Enter: '↵' })[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}
