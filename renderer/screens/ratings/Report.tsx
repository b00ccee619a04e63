import { useState } from 'react';
import { formatInteger, formatRatio } from '../../../shared/domain/ratio.ts';
import type { RatingComment, RatingReport } from '../../../shared/views-rating.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Comments } from './Comments.tsx';
import { CountBars } from './CountBars.tsx';
import { Distribution } from './Distribution.tsx';
import { GroupTable } from './GroupTable.tsx';
import { type GroupName, groupNames, groupsOf } from './group-names.ts';
import styles from './Ratings.module.css';
import { Warnings } from './Warnings.tsx';

/** The index with what it rests on, then warnings, then where and why. */
export function Report({ report, comments }: { report: RatingReport; comments: readonly RatingComment[] }) {
  const { figures, codes, questions, reasons, warnings } = report;
  const { all, ownScreen, paper, scales } = figures;
  const [group, setGroup] = useState<GroupName>('byProcedure');
  if (all.n === 0) {
    return (
      <>
        <EmptyState title="Chưa có đánh giá nào trong kỳ này">
          {`Đã phát ${formatInteger(codes.issued)} mã đánh giá theo phiếu. Người dân trả lời trên màn hình, hoặc trên phiếu giấy rồi nhập vào đây.`}
        </EmptyState>
        <Warnings warnings={warnings} />
      </>
    );
  }
  return (
    <>
      <dl className={styles.figures}>
        <Ratio
          words="Hài lòng và rất hài lòng"
          part={all.satisfied}
          of={all.n}
          note={`n = ${formatInteger(all.n)} đánh giá`}
          big
        />
        <Ratio
          words="Tỷ lệ trả lời"
          part={codes.used}
          of={codes.issued}
          note="mã đã dùng trên mã phát trong kỳ"
        />
        <Ratio
          words="Trên màn hình của cơ quan"
          part={ownScreen}
          of={all.n}
          note={`phiếu giấy nhập vào: ${formatInteger(paper)}`}
        />
        <Ratio words="Mức thấp" part={all.low} of={all.n} note="lý do ở dưới" />
      </dl>
      <Warnings warnings={warnings} />
      <div className={styles.columns}>
        <div className={styles.column}>
          {scales.map((scale) => (
            <Distribution key={scale.scale} {...scale} />
          ))}
          {reasons.length > 0 && (
            <Panel title="Điều gì chưa tốt" note="một đánh giá có thể nêu nhiều lý do" flush>
              <CountBars
                caption="Lý do"
                rows={reasons.map(({ reason, count }) => ({ key: reason, words: reason, count }))}
                most={reasons[0]?.count ?? 1}
              />
            </Panel>
          )}
          {questions.length > 0 && (
            <Panel title="Câu hỏi thêm" note="hài lòng và rất hài lòng" flush>
              <GroupTable
                caption="Câu hỏi thêm"
                rows={questions.map(({ code, scale, text, n, satisfied }) => ({
                  key: `${code}/${scale}`,
                  name: text,
                  n,
                  satisfied,
                }))}
              />
            </Panel>
          )}
        </div>
        <div className={styles.column}>
          <Panel
            title="Theo"
            actions={<Segmented label="Chia theo" value={group} options={groupNames} onChange={setGroup} />}
            flush
          >
            {group === 'byClerk' ? (
              <ByClerk report={report} />
            ) : (
              <GroupTable caption="Chia theo nhóm" rows={groupsOf(figures, group)} />
            )}
          </Panel>
          <Comments comments={comments} />
        </div>
      </div>
    </>
  );
}

function ByClerk({ report: { figures, namesClerk, leastToSplit } }: { report: RatingReport }) {
  const { shown, notSplit } = figures.byClerk;
  const notes = [
    ...(namesClerk ? [] : ['Đánh giá không ghi cán bộ, theo Cài đặt.']),
    ...(notSplit.n > 0
      ? [
          `${formatInteger(notSplit.n)} đánh giá của ${notSplit.clerks} cán bộ không tách: n < ${leastToSplit}, hoặc suy ra được từ số còn lại.`,
        ]
      : []),
  ];
  return (
    <>
      {shown.length > 0 && <GroupTable caption="Theo cán bộ" rows={shown} />}
      {notes.map((words) => (
        <p key={words} className={styles.note}>
          {words}
        </p>
      ))}
      {shown.length === 0 && notes.length === 0 && (
        <p className={styles.note}>Chưa có đánh giá nào ghi cán bộ trong kỳ này.</p>
      )}
    </>
  );
}

function Ratio(props: { words: string; part: number; of: number; note: string; big?: boolean }) {
  const { words, part, of, note, big = false } = props;
  const [fraction = '', percent] = formatRatio(part, of).split(' = ');
  return (
    <div className={styles.figure} data-big={big || undefined}>
      <dt>{words}</dt>
      <dd>
        <b>{percent ?? '–'}</b>
        <span>{fraction}</span>
      </dd>
      <dd className={styles.figureNote}>{note}</dd>
    </div>
  );
}
