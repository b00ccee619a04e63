import LockOutlined from '@mui/icons-material/LockOutlined';
import MuiLink from '@mui/material/Link';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RequestAct, RequestActKind } from '../../../shared/domain/subject-request.ts';
import { formatShortTime } from '../../../shared/format.ts';
import {
  capacityLabels,
  requestEventLabels,
  resultLabels,
  wishLabels,
} from '../../../shared/subject-words.ts';
import type { RequestDetail } from '../../../shared/views-subject.ts';
import { useTRPC } from '../../api.ts';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { OwedMark } from '../../components/OwedMark.tsx';
import { Panel } from '../../components/Panel.tsx';
import panes from '../../components/Panes.module.css';
import { useOnce } from '../../components/use-once.ts';
import { RequestActDialog } from './RequestActDialog.tsx';
import { RequestActs } from './RequestActs.tsx';
import styles from './Subjects.module.css';

/** One request: whose data, what is asked, its dates, what was done, and what may be done now. */
export function RequestDetails({ id, onActed }: { id: number; onActed: () => void }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.subjects.get.queryOptions({ id }));
  if (asked.data === undefined)
    return asked.isError ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <div />;
  return <Body detail={asked.data} onActed={onActed} />;
}

function Body({ detail, onActed }: { detail: RequestDetail; onActed: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [asked, setAsked] = useState<RequestActKind | null>(null);
  const { mutateAsync, error, reset } = useMutation(trpc.subjects.act.mutationOptions());
  const { run, pending } = useOnce(async (act: RequestAct) => {
    try {
      const done = await mutateAsync({ id: detail.id, version: detail.version, act });
      client.setQueryData(trpc.subjects.get.queryKey({ id: detail.id }), done);
      setAsked(null);
      onActed();
    } catch {
      // The sentence stands where the act was asked for.
    }
    await client.invalidateQueries({ queryKey: trpc.subjects.pathKey() });
  });
  const begin = (kind: RequestActKind) => {
    reset();
    setAsked(kind);
  };
  return (
    <div className={panes.detail}>
      <Panel
        title={`${detail.code}: ${wishLabels[detail.wish]}`}
        note={<OwedMark owed={detail} />}
        flush
        fill
      >
        <Facts detail={detail} />
        <ol className={panes.timeline} aria-label="Diễn biến">
          {detail.timeline.toReversed().map(({ kind, at, by, words: written }) => (
            <li key={`${at} ${kind}`}>
              <time dateTime={at}>{formatShortTime(at)}</time>
              <div>
                <b>{requestEventLabels[kind]}</b> · {by}
                {kind === 'answered' &&
                  detail.result !== null &&
                  ` · ${resultLabels[detail.result].toLowerCase()}`}
                {written && <p>{written}</p>}
              </div>
            </li>
          ))}
        </ol>
      </Panel>
      {error !== null && asked === null && <ErrorNotice error={error} />}
      <RequestActs detail={detail} pending={pending} onAct={begin} />
      {asked !== null && (
        <RequestActDialog
          act={asked}
          detail={detail}
          pending={pending}
          error={error}
          onSubmit={(act) => void run(act)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}

function Facts({ detail }: { detail: RequestDetail }) {
  const { person, asker, acknowledgedAt, acknowledgeDueAt, answerDueAt, endedAt, corrections } = detail;
  const cases = new Map(corrections.map(({ caseId, caseCode }) => [caseId, caseCode]));
  return (
    <dl className={panes.facts}>
      <dt>Dữ liệu của</dt>
      <dd className={styles.wide}>
        {person === null ? (
          'đã xóa'
        ) : (
          <MuiLink component={Link} to={`/nguoi-dan/${person.id}`}>
            {person.name}
          </MuiLink>
        )}
        {person?.maskedIdNumber && ` · ${person.maskedIdNumber}`}
        {detail.isRestricted && (
          <span className={styles.restricted}>
            <LockOutlined fontSize="inherit" /> Đang hạn chế xử lý
          </span>
        )}
      </dd>
      <dt>Người yêu cầu</dt>
      <dd className={styles.wide}>
        {asker.capacity === 'self'
          ? capacityLabels.self
          : `${asker.name}, ${capacityLabels[asker.capacity].toLowerCase()} (${asker.proof})`}
      </dd>
      <dt>Nhận</dt>
      <dd>
        {formatShortTime(detail.receivedAt)}, {detail.receivedBy}
      </dd>
      <dt>{acknowledgedAt ? 'Đã báo nhận' : 'Hạn báo nhận'}</dt>
      <dd>{formatShortTime(acknowledgedAt ?? acknowledgeDueAt)}</dd>
      <dt>Hạn trả lời</dt>
      <dd>
        {formatShortTime(answerDueAt)}
        {detail.extension !== null && ' (đã gia hạn)'}
      </dd>
      <dt>Kết thúc</dt>
      <dd>{endedAt ? formatShortTime(endedAt) : 'chưa'}</dd>
      {detail.wish === 'delete' && (
        <>
          <dt>Đã xóa</dt>
          <dd className={styles.wide}>
            {detail.erased === null
              ? 'chưa'
              : `${formatShortTime(detail.erased.at)}: ${detail.erased.cases} hồ sơ, ${detail.erased.citizens} lần ghi người`}
          </dd>
        </>
      )}
      {detail.wish === 'correct' && (
        <>
          <dt>Đã đính chính</dt>
          <dd className={styles.wide}>
            {cases.size === 0
              ? 'chưa có hồ sơ nào từ ngày nhận'
              : [...cases].map(([id, code], place) => (
                  <span key={id}>
                    {place > 0 && ', '}
                    <MuiLink component={Link} to={`/ho-so/${id}`}>
                      {code}
                    </MuiLink>
                  </span>
                ))}
          </dd>
        </>
      )}
    </dl>
  );
}
