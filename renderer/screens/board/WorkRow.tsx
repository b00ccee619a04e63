import { Link } from 'react-router';
import { shortCaseCode } from '../../../shared/domain/codes.ts';
import { shortPersonName } from '../../../shared/domain/text.ts';
import { formatDayMonthPadded, formatHour, shortWeekday } from '../../../shared/format.ts';
import type { CaseRow } from '../../../shared/views.ts';
import { caseTone, isPressing, timeWords } from '../../case-words.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { useOfficeNow, useSession } from '../../session.tsx';
import styles from './WorkGroups.module.css';

/** One case on the board: who, what, who has it, when, how long. `withDay` shows the day instead of the hour. */
export function WorkRow({ row, withDay }: { row: CaseRow; withDay: boolean }) {
  const session = useSession();
  const tone = caseTone(row, useOfficeNow());
  return (
    <Link className={styles.row} to={`/ho-so/${row.id}`} title={row.caseCode}>
      <Shape tone={tone} />
      <span className={styles.code}>{shortCaseCode(row.caseCode)}</span>
      <b className="cut" title={row.applicantName}>
        {row.applicantName}
      </b>
      <span className="cut" title={row.procedureShortName}>
        {row.procedureShortName}
      </span>
      <span className={styles.holder} title={row.holder.name}>
        {shortPersonName(row.holder.name)}
      </span>
      <span className={styles.due}>
        {row.workDueAt && (withDay ? dayWords(row.workDueAt) : formatHour(row.workDueAt))}
      </span>
      <span className={styles.left} data-tone={isPressing(row) ? tone : undefined}>
        {timeWords(row, session)}
      </span>
    </Link>
  );
}

function dayWords(dueAt: string): string {
  return `${shortWeekday(dueAt)} ${formatDayMonthPadded(dueAt)}`;
}
