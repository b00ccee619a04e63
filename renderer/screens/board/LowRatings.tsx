import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { LowRating } from '../../../shared/domain/low-ratings.ts';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { useTRPC } from '../../api.ts';
import { Shape } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import styles from './Board.module.css';

const mostNamed = 2;
const hourMs = 3_600_000;

/**
 * To a leader, and to nobody else, the low marks of the day: what it was about and why, without hour or name. Asked for as the
 * board opens and each hour: a line that appears while somebody stands at the counter would name him.
 */
export function LowRatings() {
  const { person } = useSession();
  const trpc = useTRPC();
  const isLeader = person?.roles.includes('leader') ?? false;
  const { data = [] } = useQuery({
    ...trpc.ratings.low.queryOptions(),
    enabled: isLeader,
    staleTime: hourMs,
    refetchInterval: hourMs,
  });
  const count = data.reduce((total, low) => total + low.count, 0);
  if (!isLeader || count === 0) return null;
  const told = data.map(wordsOf).filter((words) => words !== '');
  const more = told.length - mostNamed;
  return (
    <p className={styles.book}>
      <Shape tone="due" />
      <Link to="/danh-gia">
        {formatInteger(count)} đánh giá thấp hôm nay
        {told.length > 0 && `: ${told.slice(0, mostNamed).join('; ')}`}
        {more > 0 && ` và ${formatInteger(more)} việc khác`}
      </Link>
    </p>
  );
}

/** "Chứng thực bản sao · Chờ lâu"; empty where so few came that anything would name one of them. */
const wordsOf = ({ name, reasons }: LowRating): string =>
  [...(name === null ? [] : [name]), ...reasons].join(' · ');
