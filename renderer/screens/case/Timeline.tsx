import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { formatDay, formatHour, formatShortTime } from '../../../shared/format.ts';
import type { TimelineEntry } from '../../../shared/views.ts';
import { Panel } from '../../components/Panel.tsx';
import { useOfficeNow } from '../../session.tsx';
import { eventIcons } from './act-icons.ts';
import styles from './Timeline.module.css';
import { timelineWords } from './timeline-words.ts';

/** What happened, newest first, under what is still to come. */
export function Timeline({ timeline, state }: { timeline: TimelineEntry[]; state: CaseState }) {
  const year = useOfficeNow().slice(0, 4);
  const { dueAt, endedAt } = state;
  const newestFirst = timeline.toSorted((a, b) => b.seq - a.seq);
  return (
    <Panel title="Diễn biến" note="mới nhất ở trên" flush fill>
      <ol className={styles.timeline}>
        {dueAt !== null && endedAt === null && (
          <li className={styles.entry} data-next>
            <time dateTime={dueAt}>{timeOf(dueAt, year)}</time>
            <span className={styles.dot}>
              <ScheduleOutlined />
            </span>
            <div>
              <b>Hẹn trả kết quả</b>
            </div>
          </li>
        )}
        {newestFirst.map((entry) => {
          const Icon = eventIcons[entry.kind];
          const { title, sub, note } = timelineWords(entry, state);
          return (
            <li key={`${entry.seq} ${entry.kind}`} className={styles.entry}>
              <time dateTime={entry.at}>{timeOf(entry.at, year)}</time>
              <span className={styles.dot}>
                <Icon />
              </span>
              <div>
                <b>{title}</b>
                <p>{sub}</p>
                {note && <p className={styles.note}>{note}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function timeOf(at: string, year: string): string {
  return at.startsWith(year) ? formatShortTime(at) : `${formatDay(at)} ${formatHour(at)}`;
}
