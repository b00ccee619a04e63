import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { formatHour } from '../../../shared/format.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Shape, type Tone } from '../../components/StatusMark.tsx';
import { type CaseListFilter, listPath } from '../../list-state.ts';
import { useOfficeNow, useSession } from '../../session.tsx';
import { useShown } from './CasesLink.tsx';
import { scopeFilter } from './figure-path.ts';
import styles from './Leader.module.css';
import { useLeaderSettings } from './use-leader-settings.ts';

interface Decision {
  key: string;
  tone: Tone;
  count: number;
  words: string;
  sub: ReactNode;
  to: string;
}

const hourMs = 3_600_000;

/** What waits for somebody's word, as things stand now; each line opens its cases. */
export function Decisions({ today, early }: { today: LeaderPage['today']; early?: ReactNode }) {
  const now = useOfficeNow();
  const { scope } = useShown();
  const { unclaimedAfterDays } = useLeaderSettings();
  const filter = scopeFilter(scope);
  const low = useLowRatings();
  const decisions = [
    ...decisionsOf(today, filter, {
      tomorrow: dayPlus(now, 1),
      unclaimed: dayPlus(now, -unclaimedAfterDays),
    }),
    ...low,
  ].filter(({ count }) => count > 0);
  return (
    <Panel title="Cần quyết định" note={`lúc ${formatHour(now)} hôm nay`} flush>
      {early}
      {decisions.length === 0 && !early ? (
        <EmptyState title="Không có việc chờ quyết định">
          Hồ sơ quá hạn, đến hạn, kết quả chưa ai nhận và đánh giá thấp hiện ở đây.
        </EmptyState>
      ) : (
        <ul className={styles.decisions}>
          {decisions.map(({ key, tone, count, words, sub, to }) => (
            <li key={key}>
              <Shape tone={tone} />
              <Link to={to} {...(to.startsWith('/ho-so?') && { 'data-count': count })}>
                {formatInteger(count)} {words}
              </Link>
              {sub && <p>{sub}</p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Work is counted otherwise than figures. */
const filed = 'gồm cả hồ sơ mới nộp, chưa tiếp nhận';

function decisionsOf(
  today: LeaderPage['today'],
  filter: CaseListFilter,
  days: { tomorrow: string; unclaimed: string },
): Decision[] {
  const { late, dueToday, dueTomorrow, awaiting, unclaimed, oldestOpenDays, oldestOpenId } = today;
  return [
    {
      key: 'late',
      tone: 'late',
      count: late,
      words: 'hồ sơ quá hạn',
      sub: oldestOpenDays !== null && oldestOpenId !== null && (
        <Link to={`/ho-so/${oldestOpenId}`}>
          hồ sơ lâu nhất đã nhận {formatInteger(oldestOpenDays)} ngày trước
        </Link>
      ),
      to: listPath({ view: 'late', filter }),
    },
    {
      key: 'dueToday',
      tone: 'due',
      count: dueToday,
      words: 'hồ sơ đến hạn hôm nay',
      sub: filed,
      to: listPath({ view: 'dueToday', filter }),
    },
    {
      key: 'dueTomorrow',
      tone: 'due',
      count: dueTomorrow,
      words: 'hồ sơ đến hạn ngày mai',
      sub: filed,
      to: listPath({ view: 'open', filter: { ...filter, dueFrom: days.tomorrow, dueTo: days.tomorrow } }),
    },
    {
      key: 'awaiting',
      tone: 'wait',
      count: awaiting,
      words: 'hồ sơ chờ người dân bổ sung',
      sub: filed,
      to: listPath({ view: 'awaiting', filter }),
    },
    {
      key: 'unclaimed',
      tone: 'ready',
      count: unclaimed,
      words: 'kết quả để quá lâu chưa ai nhận',
      sub: null,
      to: listPath({ view: 'ready', filter: { ...filter, endedBefore: days.unclaimed } }),
    },
  ];
}

/** Today's low marks, to a leader alone, asked for each hour: a line that appears at once would name who stands there. */
function useLowRatings(): Decision[] {
  const trpc = useTRPC();
  const { person } = useSession();
  const { data = [] } = useQuery({
    ...trpc.ratings.low.queryOptions(),
    enabled: person?.roles.includes('leader') ?? false,
    staleTime: hourMs,
    refetchInterval: hourMs,
  });
  const told = data.flatMap(({ name, reasons }) => [name, ...reasons]).filter((word) => word !== null);
  return [
    {
      key: 'low',
      tone: 'due',
      count: data.reduce((total, { count }) => total + count, 0),
      words: 'đánh giá thấp hôm nay',
      sub: [...new Set(told)].slice(0, 3).join(' · '),
      to: '/danh-gia',
    },
  ];
}

function dayPlus(now: string, days: number): string {
  return new Date(Date.parse(`${now.slice(0, 10)}T00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10);
}
