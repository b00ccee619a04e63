import { Link } from 'react-router';
import { formatPhone } from '../../../shared/format.ts';
import type { Board } from '../../../shared/views.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Shape } from '../../components/StatusMark.tsx';
import { listPath } from '../../list-state.ts';
import styles from './Waiting.module.css';

/** Results that wait for their citizens, the longest wait first. */
export function Waiting({ waiting, total }: { waiting: Board['waiting']; total: number }) {
  return (
    <Panel
      title="Chờ người dân nhận"
      actions={
        total > 0 && (
          <>
            <Link className={styles.all} to="/luu-giu?muc=ket-qua">
              Gọi, cất
            </Link>
            <Link className={styles.all} to={listPath({ view: 'ready' })}>
              Xem cả {total}
            </Link>
          </>
        )
      }
      flush
    >
      {total === 0 && <EmptyState title="Không có kết quả nào đang chờ" />}
      <ul className={styles.rows}>
        {waiting.map(({ id, applicantName, procedureShortName, days, phone, timesTold, timesCalled }) => (
          <li key={id}>
            <Link className={styles.row} to={`/ho-so/${id}`}>
              <Shape tone="ready" />
              <span className="cut" title={`${applicantName}, ${procedureShortName}`}>
                <b className="cut">{applicantName}</b>
                <small className="cut">{procedureShortName}</small>
              </span>
              <span className={styles.side}>
                {phone ? formatPhone(phone) : 'không có số điện thoại'}
                <small>
                  {days === 0 ? 'có từ hôm nay' : `chờ ${days} ngày`}, {toldWords(timesTold, timesCalled)}
                </small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A call may have reached nobody, so it is told apart from a notice. */
function toldWords(told: number, called: number): string {
  if (told > 1) return `đã báo ${told} lần`;
  if (told === 1) return 'đã báo';
  return called > 0 ? 'đã gọi' : 'chưa báo';
}
