import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  feedbackChannelLabels,
  feedbackNatureLabels,
  feedbackTopicLabels,
} from '../../../shared/feedback-words.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { FeedbackRow } from '../../../shared/views-feedback.ts';
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
import { EntryDialog } from './EntryDialog.tsx';
import styles from './Feedback.module.css';
import { FeedbackCase } from './FeedbackCase.tsx';
import { feedbackMark } from './feedback-mark.ts';

type View = 'open' | 'ended';

/** Phản ánh, kiến nghị: what citizens say, each with what is owed next and until when. */
export function Feedback() {
  const trpc = useTRPC();
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const view: View = params.get('xem') === 'xong' ? 'ended' : 'open';
  const chosen = Number(useParams().id) || null;
  const rows = useQuery({ ...trpc.feedback.list.queryOptions({ view }), refetchInterval: 60_000 });
  const [isEntering, setEntering] = useState(false);
  useKeys({ primary: () => setEntering(true) });
  const search = params.size > 0 ? `?${params}` : '';
  const shown = chosen ?? rows.data?.[0]?.id ?? null;
  return (
    <Page
      title="Phản ánh, kiến nghị"
      tabs={
        <Segmented<View>
          label="Xem"
          value={view}
          options={[
            { value: 'open', label: 'Đang xử lý' },
            { value: 'ended', label: 'Đã xong' },
          ]}
          onChange={(next) => setParams(next === 'ended' ? { xem: 'xong' } : {}, { replace: true })}
        />
      }
      actions={
        <Button
          // The accent is for the next act of the case that is shown.
          variant={shown === null ? 'contained' : 'outlined'}
          color={shown === null ? 'primary' : 'inherit'}
          startIcon={<AddCommentOutlined />}
          endIcon={<Keycap name="primary" />}
          onClick={() => setEntering(true)}
        >
          Ghi phản ánh
        </Button>
      }
    >
      {rows.data === undefined ? (
        rows.isError && <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
      ) : rows.data.length === 0 && chosen === null ? (
        <EmptyState icon={<ForumOutlined />} title={emptyWords[view]}>
          Phản ánh, kiến nghị của người dân ghi ở đây, kèm hạn báo nhận và hạn trả lời.
        </EmptyState>
      ) : (
        <div className={panes.panes}>
          <List rows={rows.data} shown={shown} search={search} view={view} />
          {shown !== null && (
            <FeedbackCase
              key={shown}
              id={shown}
              // What was acted on stays in sight, though it leaves the list.
              onActed={() => void go(`/phan-anh/${shown}${search}`, { replace: true })}
            />
          )}
        </div>
      )}
      {isEntering && (
        <EntryDialog
          onEntered={(id) => {
            setEntering(false);
            void go(`/phan-anh/${id}`);
          }}
          onClose={() => setEntering(false)}
        />
      )}
    </Page>
  );
}

interface ListProps {
  rows: FeedbackRow[];
  shown: number | null;
  search: string;
  view: View;
}

function List({ rows, shown, search, view }: ListProps) {
  const now = useOfficeNow();
  return (
    <nav className={panes.list} aria-label="Các phản ánh">
      {rows.length === 0 && <p className={panes.empty}>{emptyWords[view]}.</p>}
      {rows.map((row) => {
        const { tone, words } = feedbackMark(row, now);
        return (
          <Link
            key={row.id}
            className={panes.row}
            to={`/phan-anh/${row.id}${search}`}
            aria-current={row.id === shown}
          >
            <b>{row.code}</b>
            <StatusMark tone={tone}>{words}</StatusMark>
            <span className={`${styles.words} cut`}>
              {row.content ?? <span className={styles.hidden}>{hiddenWords}</span>}
            </span>
            <small className="cut">
              {feedbackNatureLabels[row.nature]} · {feedbackTopicLabels[row.topic]} ·{' '}
              {feedbackChannelLabels[row.channel]} · {formatShortTime(row.receivedAt)}
            </small>
          </Link>
        );
      })}
    </nav>
  );
}

const emptyWords: Record<View, string> = {
  open: 'Không có phản ánh nào đang chờ',
  ended: 'Chưa có phản ánh nào đã xong',
};
const hiddenWords = 'Chỉ lãnh đạo và người ghi đọc được';
