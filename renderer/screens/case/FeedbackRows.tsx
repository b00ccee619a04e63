import MuiLink from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { feedbackNatureLabels, feedbackTopicLabels } from '../../../shared/feedback-words.ts';
import { formatDayMonthPadded } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { Row } from './Rows.tsx';

/** What was said about the case, one line each. */
export function FeedbackRows({ caseId }: { caseId: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.feedback.ofCase.queryOptions({ caseId }));
  return data?.map(({ id, code, nature, topic, receivedAt, endedAt }) => (
    <Row key={id} side={endedAt ? 'đã xong' : `từ ${formatDayMonthPadded(receivedAt)}`}>
      <MuiLink component={Link} to={`/phan-anh/${id}`}>
        {code}
      </MuiLink>{' '}
      {feedbackNatureLabels[nature]}, {feedbackTopicLabels[topic].toLowerCase()}
    </Row>
  ));
}
