import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { LowRating } from '../../../shared/views-rating.ts';
import { useTRPC } from '../../api.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './Board.module.css';

const mostNamed = 2;

/** To a leader, and to nobody else, the low marks of the day: what it was about and why, without hour or name. */
export function LowRatings() {
  const { person } = useSession();
  const trpc = useTRPC();
  const isLeader = person?.roles.includes('leader') ?? false;
  const { data = [] } = useQuery({ ...trpc.ratings.low.queryOptions(), enabled: isLeader });
  const count = data.reduce((total, low) => total + low.count, 0);
  if (!isLeader || count === 0) return null;
  const more = data.length - mostNamed;
  return (
    <p className={styles.book}>
      <Shape tone="due" />
      <Link to="/danh-gia">
        {formatInteger(count)} đánh giá thấp hôm nay: {data.slice(0, mostNamed).map(wordsOf).join('; ')}
        {more > 0 && ` và ${formatInteger(more)} việc khác`}
      </Link>
    </p>
  );
}

/** "Chứng thực bản sao · Chờ lâu". */
const wordsOf = ({ procedureShortName, reasons }: LowRating): string =>
  [procedureShortName, ...reasons].join(' · ');
