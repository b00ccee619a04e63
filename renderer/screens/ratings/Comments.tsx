import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatDay } from '../../../shared/format.ts';
import { markLabel } from '../../../shared/labels.ts';
import type { RatingComment } from '../../../shared/views-rating.ts';
import { Face } from '../../components/Face.tsx';
import { Panel } from '../../components/Panel.tsx';
import styles from './Ratings.module.css';

/** What people wrote: the day is all that is known of the time, and there is no name. */
export function Comments({ comments }: { comments: readonly RatingComment[] }) {
  return (
    <Panel title="Lời viết thêm" note={`${formatInteger(comments.length)} lời, không tên, không giờ`} flush>
      {comments.length === 0 ? (
        <p className={styles.note}>Chưa có ai viết thêm trong kỳ này.</p>
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
                    comment.procedureShortName,
                    formatDay(comment.answeredOn),
                    ...(comment.source === 'paper' ? ['phiếu giấy'] : []),
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
