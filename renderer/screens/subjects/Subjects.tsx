import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { formatShortTime } from '../../../shared/format.ts';
import { wishLabels } from '../../../shared/subject-words.ts';
import type { RequestRow } from '../../../shared/views-subject.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorState } from '../../components/ErrorNotice.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import panes from '../../components/Panes.module.css';
import { Segmented } from '../../components/Segmented.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useKeys } from '../../keys.ts';
import { useOfficeNow } from '../../session.tsx';
import { RequestDetails } from './RequestDetails.tsx';
import { RequestEntry } from './RequestEntry.tsx';
import { requestMark } from './request-mark.ts';

type View = 'open' | 'ended';

/** What people ask of the data about themselves: each with what is owed next and until when. */
export function Subjects() {
  const trpc = useTRPC();
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const view: View = params.get('xem') === 'xong' ? 'ended' : 'open';
  // Opened from somebody's page: a request of his is written down.
  const asking = Number(params.get('nguoi')) || null;
  const chosen = Number(useParams().id) || null;
  const rows = useQuery({ ...trpc.subjects.list.queryOptions({ view }), refetchInterval: 60_000 });
  const [isEntering, setEntering] = useState(asking !== null);
  const search = view === 'ended' ? '?xem=xong' : '';
  const shown = chosen ?? rows.data?.[0]?.id ?? null;
  // Of a request that is shown the next act has the key.
  useKeys(shown === null ? { primary: () => setEntering(true) } : {});
  return (
    <Page
      title="Yêu cầu về dữ liệu cá nhân"
      tabs={
        <Segmented<View>
          label="Xem"
          value={view}
          options={[
            { value: 'open', label: 'Đang xử lý' },
            { value: 'ended', label: 'Đã xong' },
          ]}
          onChange={(next) =>
            void go(`/du-lieu-ca-nhan${next === 'ended' ? '?xem=xong' : ''}`, { replace: true })
          }
        />
      }
      actions={
        <Button
          // The accent is for the next act of the request that is shown.
          variant={shown === null ? 'contained' : 'outlined'}
          color={shown === null ? 'primary' : 'inherit'}
          startIcon={<PersonSearchOutlined />}
          endIcon={shown === null && <Keycap name="primary" />}
          onClick={() => setEntering(true)}
        >
          Ghi yêu cầu
        </Button>
      }
    >
      {rows.data === undefined ? (
        rows.isError && <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
      ) : rows.data.length === 0 && chosen === null ? (
        <EmptyState icon={<PersonSearchOutlined />} title={emptyWords[view]}>
          Người dân được xem, đính chính, hạn chế, yêu cầu xóa dữ liệu của mình. Ghi yêu cầu ở đây, kèm hạn
          báo nhận và hạn trả lời.
        </EmptyState>
      ) : (
        <div className={panes.panes}>
          <List rows={rows.data} shown={shown} search={search} view={view} />
          {shown !== null && (
            <RequestDetails
              key={shown}
              id={shown}
              // What was acted on stays in sight, though it leaves the list.
              onActed={() => void go(`/du-lieu-ca-nhan/${shown}${search}`, { replace: true })}
            />
          )}
        </div>
      )}
      {isEntering && (
        <RequestEntry
          citizenId={asking}
          onEntered={(id) => {
            setEntering(false);
            void go(`/du-lieu-ca-nhan/${id}`);
          }}
          onClose={() => {
            setEntering(false);
            setParams({}, { replace: true });
          }}
        />
      )}
    </Page>
  );
}

interface ListProps {
  rows: RequestRow[];
  shown: number | null;
  search: string;
  view: View;
}

function List({ rows, shown, search, view }: ListProps) {
  const now = useOfficeNow();
  return (
    <nav className={panes.list} aria-label="Các yêu cầu">
      {rows.length === 0 && <p className={panes.empty}>{emptyWords[view]}.</p>}
      {rows.map((row) => {
        const { tone, words } = requestMark(row, now);
        return (
          <Link
            key={row.id}
            className={panes.row}
            to={`/du-lieu-ca-nhan/${row.id}${search}`}
            aria-current={row.id === shown}
          >
            <b className="cut">{row.personName || 'Đã xóa dữ liệu'}</b>
            <StatusMark tone={tone}>{words}</StatusMark>
            <small className="cut">
              {row.code} · {wishLabels[row.wish]} · {formatShortTime(row.receivedAt)}
            </small>
          </Link>
        );
      })}
    </nav>
  );
}

const emptyWords: Record<View, string> = {
  open: 'Không có yêu cầu nào đang chờ',
  ended: 'Chưa có yêu cầu nào đã xong',
};
