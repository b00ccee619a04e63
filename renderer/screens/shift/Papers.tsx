import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatMoney, formatShortTime } from '../../../shared/format.ts';
import type { CurrentShift } from '../../../shared/views-shift.ts';
import { Panel } from '../../components/Panel.tsx';
import { Shape, StatusMark } from '../../components/StatusMark.tsx';
import { listPath, outboxPath } from '../../list-state.ts';
import styles from './Shift.module.css';

/** Codes that were shown and whose money nobody saw; each opens its case. */
export function ShownCodes({ shown }: Pick<CurrentShift, 'shown'>) {
  if (shown.total === 0) return null;
  return (
    <Panel title="Đã hiện QR, chưa thấy tiền" note={`${formatInteger(shown.total)} hồ sơ`} flush>
      <ul className={`${styles.rows} ${styles.shown}`}>
        {shown.rows.map(({ id, caseId, caseCode, applicantName, amountVnd, purpose }) => (
          <li key={id}>
            <Link to={`/ho-so/${caseId}`}>
              <b className="cut">{applicantName}</b>
              <small>
                {caseCode} · {purpose}
              </small>
            </Link>
            <span>{formatMoney(amountVnd)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What lies beside the drawer, each line opening its list. */
export function Papers({ papers }: Pick<CurrentShift, 'papers'>) {
  const { openCases, originalsHeld, unprintedSlips, lastBackupAt } = papers;
  return (
    <Panel title="Giấy tờ và sổ" flush>
      <ul className={styles.rows}>
        <PaperRow to={listPath({ view: 'open' })} word="Hồ sơ đang mở" count={openCases} />
        <PaperRow to="/luu-giu" word="Bản chính đang giữ" count={originalsHeld} />
        <PaperRow to={outboxPath} word="Phiếu chưa in" count={unprintedSlips} warns={unprintedSlips > 0} />
        <li>
          <span>Sao lưu gần nhất</span>
          {lastBackupAt === null ? (
            <StatusMark tone="due">chưa có</StatusMark>
          ) : (
            <span>{formatShortTime(lastBackupAt)}</span>
          )}
        </li>
      </ul>
    </Panel>
  );
}

function PaperRow(props: { to: string; word: string; count: number; warns?: boolean }) {
  const { to, word, count, warns = false } = props;
  return (
    <li>
      <Link to={to}>{word}</Link>
      <span>
        {warns && <Shape tone="due" />} {formatInteger(count)}
      </span>
    </li>
  );
}
