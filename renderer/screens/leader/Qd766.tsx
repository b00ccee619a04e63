import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Silence, silenceWords } from '../../../shared/domain/paragraph.ts';
import {
  formatPoints,
  type Qd766Item,
  type Qd766Score,
  qd766Estimate,
  qd766Groups,
} from '../../../shared/domain/qd766.ts';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import styles from './Qd766.module.css';
import { Qd766Dialog } from './Qd766Dialog.tsx';
import { qd766Counts } from './qd766-counts.ts';
import { groupWords, itemWords } from './qd766-words.ts';
import { useLeaderSettings } from './use-leader-settings.ts';
import type { Satisfaction } from './use-satisfaction.ts';
import { useSilence } from './use-silence.ts';

/** An estimate from what the counter knows; the score of record is that of the national portal. */
export function Qd766({ page, satisfaction }: { page: LeaderPage; satisfaction: Satisfaction | null }) {
  const { period, scope } = page;
  const { qd766 } = useLeaderSettings();
  const [editing, edit] = useState<Qd766Item | null>(null);
  const silence = useSilence().satisfaction;
  const progress = useQuery(useTRPC().leader.progress.queryOptions({ period, scope })).data ?? null;
  const estimate = qd766Estimate(qd766Counts(page, progress, satisfaction ?? silence), qd766);
  const { scores, points, mostKnown, mostApplying, missing } = estimate;
  return (
    <>
      <p className={styles.warning}>
        <StatusMark tone="due">
          Ước tính từ dữ liệu tại chỗ. Điểm chính thức do Cổng Dịch vụ công quốc gia tính; trọng số lấy từ
          nguồn thứ cấp, chưa đối chiếu văn bản gốc.
        </StatusMark>
      </p>
      <section className={styles.score} aria-label="Tổng điểm ước tính">
        <b>{formatPoints(points)}</b>
        <span>
          trên {mostKnown} điểm của các mục đã có số liệu; tối đa áp dụng cho cấp xã {mostApplying}/100
          {missing.length > 0 && `, ${missing.length} mục chưa có số liệu`}
          {scores.some(({ from }) => isSilent(from)) && silence && `, 1 mục ${silenceWords[silence]}`}
        </span>
        <span className="grow" />
        <Button component={Link} to="/danh-gia?muc=tt01">
          Chấm theo TT 01/2018
        </Button>
      </section>
      <div className={styles.groups}>
        {qd766Groups.map((group) => {
          const own = scores.filter((score) => score.group === group);
          return (
            <Panel
              key={group}
              title={groupWords[group]}
              note={`tối đa ${own.reduce((sum, { most }) => sum + most, 0)} điểm`}
              flush
            >
              <ul className={styles.items}>
                {own.map((score) => (
                  <Item key={score.item} score={score} onEdit={() => edit(score.item)} />
                ))}
              </ul>
            </Panel>
          );
        })}
      </div>
      {editing && <Qd766Dialog item={editing} onClose={() => edit(null)} />}
    </>
  );
}

function Item({ score, onEdit }: { score: Qd766Score; onEdit: () => void }) {
  const { item, most, from, points, ratio } = score;
  const entry = useLeaderSettings().qd766.entries[item];
  return (
    <li data-without={from === 'without' || undefined}>
      <div>
        <b>{itemWords[item].name}</b>
        <p>{itemWords[item].how}</p>
        {from === 'typed' && entry && (
          <p>
            Nhập tay: {entry.source}, ngày {formatDay(entry.on)}
          </p>
        )}
      </div>
      <span>
        {fromWords(score)}
        {from !== 'typed' && (ratio?.unknown ?? 0) > 0 && `, ${formatInteger(ratio?.unknown ?? 0)} chưa ghi`}
      </span>
      <b className={styles.points}>
        {points === null ? '–' : formatPoints(points)}
        <small>/{most}</small>
      </b>
      <Button size="small" variant="text" aria-label={`Nhập ${itemWords[item].name}`} onClick={onEdit}>
        Nhập
      </Button>
    </li>
  );
}

function fromWords({ from, item, ratio }: Qd766Score): string {
  if (from === 'without') return 'không áp dụng';
  if (from === 'missing') return 'chưa có số liệu';
  if (isSilent(from)) return silenceWords[from];
  if (ratio !== null) return formatRatio(ratio.count, ratio.of);
  return item === 'reception' ? 'từ hồ sơ và đánh giá' : '';
}

const isSilent = (from: Qd766Score['from']): from is Silence => from in silenceWords;
