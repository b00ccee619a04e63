import Button from '@mui/material/Button';
import { formatShortTime } from '../../../shared/format.ts';
import type { CurrentShift } from '../../../shared/views-shift.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import styles from './Shift.module.css';
import { countOf } from './use-counting-again.ts';

/** Who has not closed yet, for a leader; a shift left open since another day stands out. */
export function OthersOpen(props: Pick<CurrentShift, 'others'> & { onClose: (id: number) => void }) {
  const { others, onClose } = props;
  const today = useOfficeNow().slice(0, 10);
  return (
    <Panel title="Ca chưa chốt" flush>
      <ul className={styles.rows}>
        {others.map(({ id, cashier, openedAt }) => (
          <li key={id}>
            <span>{cashier}</span>
            <StatusMark tone={openedAt < today ? 'due' : 'wait'}>
              mở từ {formatShortTime(openedAt)}
            </StatusMark>
            <Button size="small" {...countOf(id)} onClick={() => onClose(id)}>
              Chốt thay
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
