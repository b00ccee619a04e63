import { useState } from 'react';
import type { RatingGroup } from '../../../shared/domain/rating-split.ts';
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
  const { all, ownScreen, paper, uncoded, scales } = figures;
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
          note={[
            `n = ${formatInteger(all.n)} đánh giá`,
            ...(paper.n > 0 ? [sourceWords(ownScreen, paper)] : []),
          ].join(' · ')}
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
          part={ownScreen.n}
          of={all.n}
          note={`phiếu giấy nhập vào: ${formatInteger(paper.n)}, không mã ${formatInteger(uncoded)}`}
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
            <Split report={report} group={group} />
          </Panel>
          <Comments comments={comments} />
        </div>
      </div>
    </>
  );
}

/** "màn hình 8/10, giấy 3/4": the paper that was typed in is told apart in the index too. */
const sourceWords = (ownScreen: RatingGroup, paper: RatingGroup): string =>
  [
    `màn hình ${formatInteger(ownScreen.satisfied)}/${formatInteger(ownScreen.n)}`,
    `giấy ${formatInteger(paper.satisfied)}/${formatInteger(paper.n)}`,
  ].join(', ');

function Split({ report, group }: { report: RatingReport; group: GroupName }) {
  const { figures, namesClerk, leastToSplit } = report;
  if (figures.splits === null)
    return (
      <p className={styles.note}>
        Chỉ chia nhóm cho tháng, quý, năm trọn và đã hết: kỳ đang chạy hoặc kỳ lẻ ngày thì so hai lần xem là
        biết từng người.
      </p>
    );
  const rows = groupsOf(figures.splits, group, leastToSplit);
  return (
    <>
      {rows.length > 0 && <GroupTable caption="Chia theo nhóm" rows={rows} />}
      {group === 'byClerk' && !namesClerk && (
        <p className={styles.note}>Đánh giá không ghi cán bộ, theo Cài đặt.</p>
      )}
      {group === 'byClerk' && namesClerk && rows.length === 0 && (
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
