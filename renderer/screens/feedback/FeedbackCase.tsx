import MuiLink from '@mui/material/Link';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FeedbackAct, FeedbackActKind } from '../../../shared/domain/feedback.ts';
import {
  feedbackChannelLabels,
  feedbackEventLabels,
  feedbackNatureLabels,
  feedbackTopicLabels,
} from '../../../shared/feedback-words.ts';
import { formatPhone, formatShortTime } from '../../../shared/format.ts';
import type { FeedbackDetail } from '../../../shared/views-feedback.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { OwedMark } from '../../components/OwedMark.tsx';
import { Panel } from '../../components/Panel.tsx';
import panes from '../../components/Panes.module.css';
import { useOnce } from '../../components/use-once.ts';
import { ActDialog, type AskedAct } from './ActDialog.tsx';
import styles from './Feedback.module.css';
import { FeedbackActs } from './FeedbackActs.tsx';

/** One phản ánh: its dates, what was said, what was done, and what may be done now. */
export function FeedbackCase({ id, onActed }: { id: number; onActed: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.feedback.get.queryOptions({ id }));
  if (asked.data === undefined)
    return asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <div />;
  return <Body detail={asked.data} onActed={onActed} />;
}

function Body({ detail, onActed }: { detail: FeedbackDetail; onActed: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const { mutateAsync, error, reset } = useMutation(trpc.feedback.act.mutationOptions());
  const { run, pending } = useOnce(async (act: FeedbackAct) => {
    try {
      const done = await mutateAsync({ id: detail.id, version: detail.version, act });
      client.setQueryData(trpc.feedback.get.queryKey({ id: detail.id }), done);
      setAsked(null);
      onActed();
    } catch {
      // The sentence stands where the act was asked for.
    }
    await client.invalidateQueries({ queryKey: trpc.feedback.pathKey() });
  });
  const begin = (kind: FeedbackActKind) => {
    reset();
    if (kind === 'acknowledge') void run({ kind, note: '' });
    else setAsked(kind);
  };
  return (
    <div className={panes.detail}>
      <Panel title={detail.code} note={<OwedMark owed={detail} />} flush fill>
        <Facts detail={detail} />
        <p className={styles.said}>
          {detail.content ?? (
            <span className={styles.hidden}>
              Phản ánh về thái độ: chỉ lãnh đạo và người ghi đọc được nội dung, người gửi và phần trả lời.
            </span>
          )}
        </p>
        <ol className={panes.timeline} aria-label="Diễn biến">
          {detail.timeline.toReversed().map(({ kind, at, by, words: written, isFounded }) => (
            <li key={`${at} ${kind}`}>
              <time dateTime={at}>{formatShortTime(at)}</time>
              <div>
                <b>{feedbackEventLabels[kind]}</b>
                {isFounded !== undefined && `: ${isFounded ? 'phản ánh đúng' : 'phản ánh không đúng'}`} · {by}
                {written && kind !== 'received' && <p>{written}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Panel>
      {error !== null && asked === null && <ErrorNotice error={error} />}
      <FeedbackActs detail={detail} pending={pending} onAct={begin} />
      {asked !== null && (
        <ActDialog
          act={asked}
          pending={pending}
          error={error}
          onSubmit={(act) => void run(act)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Facts({ detail }: { detail: FeedbackDetail }) {
  const { sender, about, endedAt, acknowledgedAt, answerDueAt, acknowledgeDueAt } = detail;
  return (
    <dl className={panes.facts}>
      <dt>Loại</dt>
      <dd>
        {feedbackNatureLabels[detail.nature]}, {feedbackTopicLabels[detail.topic].toLowerCase()}
      </dd>
      <dt>Tiếp nhận</dt>
      <dd>
        {formatShortTime(detail.receivedAt)}, {detail.receivedBy}
      </dd>
      <dt>Kênh</dt>
      <dd>{feedbackChannelLabels[detail.channel]}</dd>
      <dt>{acknowledgedAt ? 'Đã báo nhận' : 'Hạn báo nhận'}</dt>
      <dd>{formatShortTime(acknowledgedAt ?? acknowledgeDueAt)}</dd>
      <dt>Người gửi</dt>
      <dd>{senderWords(sender)}</dd>
      <dt>{endedAt ? 'Kết thúc' : 'Hạn trả lời'}</dt>
      <dd>
        {endedAt
          ? formatShortTime(endedAt)
          : answerDueAt
            ? formatShortTime(answerDueAt)
            : 'tính tiếp khi người gửi trả lời'}
      </dd>
      {about && (
        <>
          <dt>Hồ sơ</dt>
          <dd>
            <MuiLink component={Link} to={`/ho-so/${about.caseId}`}>
              {about.caseCode}
            </MuiLink>
          </dd>
        </>
      )}
    </dl>
  );
}

function senderWords(sender: FeedbackDetail['sender']): string {
  const parts = sender ? [sender.name, sender.phone && formatPhone(sender.phone)].filter(Boolean) : [];
  return parts.length > 0 ? parts.join(', ') : 'không ghi';
}
