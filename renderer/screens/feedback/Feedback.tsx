import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { useQuery } from '@tanstack/react-query';
import {
  feedbackChannelLabels,
  feedbackNatureLabels,
  feedbackTopicLabels,
} from '../../../shared/feedback-words.ts';
import { formatShortTime } from '../../../shared/format.ts';
import type { FeedbackRow } from '../../../shared/views-feedback.ts';
import { useTRPC } from '../../api.ts';
import { MatterPage, useMatterView } from '../../components/MatterPage.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import styles from './Feedback.module.css';
import { FeedbackCase } from './FeedbackCase.tsx';

/** Phản ánh, kiến nghị: what citizens say, each with what is owed next and until when. */
export function Feedback() {
  const trpc = useTRPC();
  const view = useMatterView();
  const rows = useQuery({ ...trpc.feedback.list.queryOptions({ view }), refetchInterval: 60_000 });
  return (
    <MatterPage<FeedbackRow>
      title="Phản ánh, kiến nghị"
      path="/phan-anh"
      rows={rows}
      listLabel="Các phản ánh"
      nameOf={({ code }) => code}
      linesOf={(row) => <Lines row={row} />}
      icon={<ForumOutlined />}
      entry={{ word: 'Ghi phản ánh', icon: <AddCommentOutlined /> }}
      entryKeepsKey
      emptyWords={{ open: 'Không có phản ánh nào đang chờ', ended: 'Chưa có phản ánh nào đã xong' }}
      detailOf={(id, onActed) => <FeedbackCase key={id} id={id} onActed={onActed} />}
      entryForm={(onEntered, onClose) => <EntryDialog onEntered={onEntered} onClose={onClose} />}
    >
      Phản ánh, kiến nghị của người dân ghi ở đây, kèm hạn báo nhận và hạn trả lời.
    </MatterPage>
  );
}

function Lines({ row }: { row: FeedbackRow }) {
  return (
    <>
      <span className={`${styles.words} cut`}>
        {row.content ?? <span className={styles.hidden}>Chỉ lãnh đạo và người ghi đọc được</span>}
      </span>
      <small className="cut">
        {feedbackNatureLabels[row.nature]} · {feedbackTopicLabels[row.topic]} ·{' '}
        {feedbackChannelLabels[row.channel]} · {formatShortTime(row.receivedAt)}
      </small>
    </>
  );
}
