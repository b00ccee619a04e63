import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice, ErrorState } from '../../components/ErrorNotice.tsx';
import { Cap } from '../../components/Keycap.tsx';
import { Page } from '../../components/Page.tsx';
import { SkipDialog } from '../../components/SkipDialog.tsx';
import { SlipQueue } from '../../components/SlipQueue.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { type Mark, useSlipMark } from '../../components/use-slip-mark.ts';
import { useSession } from '../../session.tsx';
import styles from './Outbox.module.css';
import { OutboxActs } from './OutboxActs.tsx';
import { OutboxList } from './OutboxList.tsx';
import { itemsOf, jobsFor } from './outbox-items.ts';
import { useChoice } from './use-choice.ts';

/** Hàng in: every slip between the counter and the paper, and what a person decides about it. */
export function Outbox() {
  const trpc = useTRPC();
  const asked = useQuery({ ...trpc.slips.outbox.queryOptions(), refetchInterval: 60_000 });
  const items = useMemo(() => (asked.data ? itemsOf(asked.data) : []), [asked.data]);
  const jobs = useMemo(() => items.flatMap((item) => (item.kind === 'job' ? [item.job] : [])), [items]);
  const choice = useChoice(jobs);
  const marking = useSlipMark();
  const { platform } = useSession();
  const [preview, setPreview] = useState<number[]>([]);
  const [isSkipping, setSkipping] = useState(false);
  const say = (ids: number[], mark: Mark, onDone?: () => void) =>
    void marking.say(ids, mark, () => {
      choice.settle();
      onDone?.();
    });
  const open = () => setPreview(choice.targets.map(({ id }) => id));
  /** Without a silent printer the browser's own dialog prints: what is made already as it is, the rest made again. */
  const print = () => {
    const targets = jobsFor('retry', choice.targets);
    const ids = targets.map(({ id }) => id);
    if (platform === 'electron') return say(ids, { state: 'retry' });
    const stale = targets.filter(
      ({ state, mayBeOut }) => state !== 'ready' && (state !== 'failed' || mayBeOut),
    );
    if (stale.length === 0) return setPreview(ids);
    say(
      stale.map(({ id }) => id),
      { state: 'retry' },
      () => setPreview(ids),
    );
  };
  const total = asked.data ? asked.data.attention.total + asked.data.waiting.total : 0;
  return (
    <Page
      title="Hàng in"
      sub={asked.data && (total > 0 ? `${formatInteger(total)} phiếu chưa in` : 'đã in hết')}
    >
      <section className={styles.card} aria-label="Hàng in">
        {asked.data === undefined && asked.isError && (
          <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
        )}
        {asked.isPending && (
          <Delayed>
            <p className={styles.reading} role="status">
              Đang đọc hàng in
            </p>
          </Delayed>
        )}
        {asked.data && jobs.length === 0 && (
          <EmptyState icon={<PrintOutlined />} title="Không có phiếu nào chờ in">
            Phiếu ở đây từ lúc bấm in đến lúc có người thấy giấy. Máy in lỗi thì phiếu nằm lại, hồ sơ vẫn đã
            lưu.
          </EmptyState>
        )}
        {jobs.length > 0 && (
          <>
            {marking.error !== null && !isSkipping && <ErrorNotice error={marking.error} />}
            <OutboxList items={items} choice={choice} pending={marking.pending} onOpen={open} />
            <OutboxActs
              choice={choice}
              pending={marking.pending}
              onSay={say}
              onPrint={print}
              onSkip={() => setSkipping(true)}
              onOpen={open}
            >
              {marking.left > 0 ? (
                <StatusMark tone="due">
                  {formatInteger(marking.left)} phiếu đã đổi trạng thái, để nguyên
                </StatusMark>
              ) : choice.chosen.length > 0 ? null : (
                <span className={styles.hint}>
                  <Cap>↑</Cap>
                  <Cap>↓</Cap> chuyển dòng, <Cap>Space</Cap> chọn, <Cap>Ctrl A</Cap> cả nhóm
                </span>
              )}
            </OutboxActs>
          </>
        )}
      </section>
      {isSkipping && (
        <SkipDialog
          count={jobsFor('skip', choice.targets).length}
          pending={marking.pending}
          error={marking.error}
          onSkip={(reason) =>
            say(
              jobsFor('skip', choice.targets).map(({ id }) => id),
              { state: 'skipped', reason },
              () => setSkipping(false),
            )
          }
          onClose={() => setSkipping(false)}
        />
      )}
      {preview.length > 0 && <SlipQueue jobIds={preview} onClose={() => setPreview([])} />}
    </Page>
  );
}
