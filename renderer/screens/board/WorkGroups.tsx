import { useState } from 'react';
import { Link } from 'react-router';
import { formatDayMonth, shortWeekday } from '../../../shared/format.ts';
import type { BoardGroup } from '../../../shared/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { useHeight } from '../../components/use-height.ts';
import { listPath } from '../../list-state.ts';
import { shareRows } from './share-rows.ts';
import styles from './WorkGroups.module.css';
import { WorkRow } from './WorkRow.tsx';

const rowHeight = 40;
const headHeight = 34;

/** What is due, by working time left; as many lines as the height holds, the rest one key away. */
export function WorkGroups({ groups, now }: { groups: BoardGroup[]; now: string }) {
  const [height, measure] = useHeight();
  const [opened, setOpened] = useState<BoardGroup['key'] | null>(null);
  const shown = groups.filter(({ total }) => total > 0);
  const capacity = Math.floor((height - shown.length * headHeight) / rowHeight);
  const shares = shareRows(
    shown.map(({ rows }) => rows.length),
    capacity,
  );
  return (
    <Panel
      title="Việc phải làm"
      note="xếp theo thời gian làm việc còn lại"
      actions={
        <Link className={styles.mine} to={listPath({ view: 'mine' })}>
          Việc của tôi
        </Link>
      }
      flush
      fill
    >
      <div className={styles.groups} ref={measure}>
        {shown.length === 0 && <EmptyState title="Không còn việc đến hạn trong bảy ngày tới" />}
        {shown.map((group, index) => {
          const count = opened === group.key ? group.rows.length : (shares[index] ?? 0);
          return (
            <section key={group.key} aria-label={groupWords(group, now)}>
              <h3 className={styles.group}>
                {groupWords(group, now)} <span>{group.total}</span>
                {group.total > count && <More group={group} onOpen={() => setOpened(group.key)} />}
              </h3>
              <ul>
                {group.rows.slice(0, count).map((row) => (
                  <li key={row.id}>
                    <WorkRow row={row} withDay={group.key === 'late' || group.key === 'week'} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Panel>
  );
}

/** A view of its own where there is one; else the lines open in place. */
function More({ group, onOpen }: { group: BoardGroup; onOpen: () => void }) {
  const words = `Xem cả ${group.total}`;
  if (group.key === 'late') return <Link to={listPath({ view: 'late' })}>{words}</Link>;
  if (group.key === 'today') return <Link to={listPath({ view: 'dueToday' })}>{words}</Link>;
  if (group.rows.length < group.total) {
    const { dueFrom, dueTo } = group;
    return <Link to={listPath({ view: 'open', filter: { dueFrom, dueTo } })}>{words}</Link>;
  }
  return (
    <button type="button" onClick={onOpen}>
      {words}
    </button>
  );
}

/** "Quá hạn", "Hôm nay", "Ngày mai, T6 25/4"; "Ngày làm việc tới, T2 28/4" before a rest day; "Bảy ngày tới". */
function groupWords({ key, day }: BoardGroup, now: string): string {
  if (key === 'late') return 'Quá hạn';
  if (key === 'today') return 'Hôm nay';
  if (key === 'week' || day === null) return 'Bảy ngày tới';
  const isTomorrow = Date.parse(day) - Date.parse(now.slice(0, 10)) === 86_400_000;
  return `${isTomorrow ? 'Ngày mai' : 'Ngày làm việc tới'}, ${shortWeekday(day)} ${formatDayMonth(day)}`;
}
