import { formatInteger } from '../../../shared/domain/ratio.ts';
import { markLabel } from '../../../shared/labels.ts';
import type { RatingComment } from '../../../shared/views-rating.ts';
import { Face } from '../../components/Face.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Ratings.module.css';

/** What people wrote: the month is all that is told of the time, and there is no name. */
export function Comments({ comments }: { comments: readonly RatingComment[] }) {
  return (
    <Panel
      title="Lời viết thêm"
      note={`${formatInteger(comments.length)} lời, theo tháng, không tên, không ngày`}
      flush
    >
      {comments.length === 0 ? (
        <p className={styles.note}>Chưa có ai viết thêm trong các tháng của kỳ này.</p>
      ) : (
        <ul className={styles.comments}>
          {comments.map((comment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an answer has nothing that may name it
            <li key={index}>
              <Face mark={comment.mark} scale={comment.scale} />
              <div>
                <p>{comment.comment}</p>
                <small>
                  {[
                    markLabel(comment.mark, comment.scale),
                    ...comment.reasons,
                    ...(comment.procedureShortName === null ? [] : [comment.procedureShortName]),
                    `tháng ${comment.month.slice(5)}/${comment.month.slice(0, 4)}`,
                    ...(comment.source === 'ownScreen' ? [] : ['phiếu giấy']),
                  ].join(' · ')}
                </small>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
