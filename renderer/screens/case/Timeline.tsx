import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import {
  formatDay,
  formatDayMonthPadded,
  formatHour,
  formatShortTime,
  shortWeekday,
} from '../../../shared/format.ts';
import type { TimelineEntry } from '../../../shared/views.ts';
import { Panel } from '../../components/Panel.tsx';
import { useOfficeNow } from '../../session.tsx';
import { eventIcons } from './act-icons.ts';
import { nextWords } from './next-words.ts';
import styles from './Timeline.module.css';
import { timelineWords, undoneEntries } from './timeline-words.ts';

interface TimelineProps {
  timeline: TimelineEntry[];
  state: CaseState;
  /** Opens what the case said before and after each correction. */
  onVersions: () => void;
}

/** What happened, newest first, under what is still to come. */
export function Timeline({ timeline, state, onVersions }: TimelineProps) {
  const year = useOfficeNow().slice(0, 4);
  const newestFirst = timeline.toSorted((a, b) => b.seq - a.seq);
  const undone = undoneEntries(timeline);
  return (
    <Panel title="Diễn biến" note="mới nhất ở trên" flush fill>
      <ol className={styles.timeline} {...keyboardScrolls}>
        {nextWords(state).map(({ at, title, sub }) => (
          <li key={title} className={styles.entry} data-next>
            <time dateTime={at}>{timeOf(at, year)}</time>
            <span className={styles.dot}>
              <ScheduleOutlined />
            </span>
            <div>
              <b>{title}</b>
              {sub && <p>{sub}</p>}
            </div>
          </li>
        ))}
        {newestFirst.map((entry) => {
          const Icon = eventIcons[entry.kind];
          const { title, sub, note } = timelineWords(entry, state);
          return (
            <li
              key={`${entry.seq} ${entry.kind}`}
              className={styles.entry}
              data-undone={undone.has(entry.seq) || undefined}
            >
              <time dateTime={entry.at}>{timeOf(entry.at, year)}</time>
              <span className={styles.dot}>
                <Icon />
              </span>
              <div>
                {undone.has(entry.seq) ? (
                  <b>
                    <s>{title}</s> <small>đã hoàn tác</small>
                  </b>
                ) : (
                  <b>{title}</b>
                )}
                <p>
                  {sub}
                  {entry.kind === 'corrected' && (
                    <button type="button" className={styles.link} onClick={onVersions}>
                      xem các bản
                    </button>
                  )}
                </p>
                {note && <p className={styles.note}>{note}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

/** A list that runs on below is in reach of the keyboard, though nothing in it is to be pressed. */
const keyboardScrolls = { tabIndex: 0 };

function timeOf(at: string, year: string): string {
  if (at.length === 10) return `hết ${shortWeekday(at)} ${formatDayMonthPadded(at)}`;
  return at.startsWith(year) ? formatShortTime(at) : `${formatDay(at)} ${formatHour(at)}`;
}
