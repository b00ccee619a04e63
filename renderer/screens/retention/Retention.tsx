import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay, formatShortTime } from '../../../shared/format.ts';
import type { RetentionRow, RetentionView } from '../../../shared/views-retention.ts';
import { useTRPC } from '../../api.ts';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useMayManage } from '../../components/use-may-manage.ts';
import { useSession } from '../../session.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import styles from './Retention.module.css';
import { heldWords, monthsWords } from './retention-words.ts';

/** What is over the time that the ward set, by procedure, what holds some of it, and the act that erases the rest. */
export function Retention() {
  const trpc = useTRPC();
  const mayManage = useMayManage();
  const due = useQuery({ ...trpc.retention.due.queryOptions(), enabled: mayManage });
  if (!mayManage)
    return (
      <Page title="Hết hạn lưu">
        <p className={styles.quiet}>Quản trị và lãnh đạo xem hồ sơ hết hạn lưu dữ liệu cá nhân.</p>
      </Page>
    );
  return (
    <Page title="Hết hạn lưu" sub="dữ liệu cá nhân của hồ sơ đã quá thời hạn phường đặt" scroll>
      {due.data === undefined ? (
        due.isError && <ErrorState error={due.error} onRetry={() => void due.refetch()} />
      ) : (
        <Due view={due.data} onErased={() => void due.refetch()} />
      )}
    </Page>
  );
}

function Due({ view, onErased }: { view: RetentionView; onErased: () => void }) {
  const { rows, unset, acts, hasRemains } = view;
  const isAdministrator = useSession().person?.roles.includes('administrator') ?? false;
  const [codes, setCodes] = useState<string[] | null>(null);
  const dueCodes = rows.filter(({ due }) => due > 0).map(({ code }) => code);
  const total = rows.reduce((sum, { due }) => sum + due, 0);
  return (
    <>
      <Panel
        title="Theo thủ tục"
        note={
          rows.length === 0
            ? `${formatInteger(unset)} thủ tục giữ không kỳ hạn`
            : `${formatInteger(rows.length)} thủ tục có thời hạn, ${formatInteger(unset)} chưa đặt (giữ không kỳ hạn)`
        }
        actions={
          isAdministrator &&
          rows.length > 0 && (
            <Button size="small" disabled={total === 0} onClick={() => setCodes(dueCodes)}>
              {`Xóa dữ liệu của ${formatInteger(total)} hồ sơ…`}
            </Button>
          )
        }
        flush
      >
        {rows.length === 0 ? (
          <p className={styles.empty}>
            Chưa thủ tục nào có thời hạn lưu. Đặt thời hạn kèm văn bản làm căn cứ ở từng thủ tục trong{' '}
            <MuiLink component={Link} to="/danh-muc">
              Danh mục
            </MuiLink>
            .
          </p>
        ) : (
          <DueTable rows={rows} />
        )}
      </Panel>
      <Panel title="Những lần đã xóa" flush={acts.length > 0}>
        {hasRemains && (
          <p className={styles.remains}>
            <StatusMark tone="due">Còn sót trên đĩa</StatusMark> Đã xóa khỏi sổ, chưa gỡ hết khỏi ổ đĩa. Đóng
            những phiếu PDF đang mở, để ổ đĩa còn chỗ trống, rồi đóng và mở lại quầy: quầy gỡ nốt.
          </p>
        )}
        {acts.length === 0 ? (
          <p className={styles.quiet}>Chưa xóa lần nào.</p>
        ) : (
          <ul className={styles.acts}>
            {acts.map(({ at, by, approver, reason, cases, citizens }) => (
              <li key={`${at} ${reason}`}>
                <strong>{formatShortTime(at)}</strong>
                <span>{`${formatInteger(cases)} hồ sơ, ${formatInteger(citizens)} người`}</span>
                <span>{reason}</span>
                <span className={styles.by}>{`${by}, ${approver} xác nhận`}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {codes && <EraseDialog codes={codes} onErased={onErased} onClose={() => setCodes(null)} />}
    </>
  );
}

function DueTable({ rows }: { rows: readonly RetentionRow[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Thủ tục</th>
          <th scope="col">Giữ sau khi kết thúc</th>
          <th scope="col">Căn cứ</th>
          <th scope="col">Kết thúc đến</th>
          <th scope="col">Xóa được</th>
          <th scope="col">Còn giữ vì</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, shortName, months, source, lastDay, due, held }) => (
          <tr key={code}>
            <th scope="row">
              <Link to={`/danh-muc/${encodeURIComponent(code)}`}>{shortName}</Link>
            </th>
            <td>{monthsWords(months)}</td>
            <td>{source}</td>
            <td>{formatDay(lastDay)}</td>
            <td className={styles.number}>{formatInteger(due)}</td>
            <td>{held.map(heldWords).join('; ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
