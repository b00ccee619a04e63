import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { FeedbackActKind } from '../../../shared/domain/feedback.ts';
import { feedbackActLabels } from '../../../shared/feedback-words.ts';
import type { FeedbackDetail } from '../../../shared/views-feedback.ts';
import { useTRPC } from '../../api.ts';
import panes from '../../components/Panes.module.css';
import { nextStepWords, splitActs } from './feedback-acts.ts';

interface FeedbackActsProps {
  detail: FeedbackDetail;
  pending: boolean;
  onAct: (act: FeedbackActKind) => void;
}

/** What comes next in a sentence and one button; what else may be done, quieter; once all is done, the way on. */
export function FeedbackActs({ detail, pending, onAct }: FeedbackActsProps) {
  const trpc = useTRPC();
  const { primary, others } = splitActs(detail);
  const open = useQuery(trpc.feedback.list.queryOptions({ view: 'open' }));
  const following =
    detail.endedAt !== null && primary === null && open.data?.find(({ id }) => id !== detail.id);
  return (
    <section className={panes.acts} aria-label="Việc tiếp theo">
      <p aria-live="polite">{nextStepWords(detail)}</p>
      {primary !== null && (
        <Button variant="contained" color="primary" disabled={pending} onClick={() => onAct(primary)}>
          {feedbackActLabels[primary]}
        </Button>
      )}
      {following && (
        <Button variant="contained" color="primary" component={Link} to={`/phan-anh/${following.id}`}>
          Tiếp: {following.code}
        </Button>
      )}
      {others.length > 0 && (
        <div className={panes.others}>
          {others.map((act) => (
            <Button key={act} variant="text" disabled={pending} onClick={() => onAct(act)}>
              {feedbackActLabels[act]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
