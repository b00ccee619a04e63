import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInteger, formatPercent, percentHundredths } from '../../../shared/domain/ratio.ts';
import { digitalIndicator, type Pace, paceOf, type Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import type { DigitalFigures } from '../../../shared/views-digital.ts';
import { useTRPC } from '../../api.ts';
import { useOfficeNow } from '../../session.tsx';
import coverage from './Coverage.module.css';
import styles from './Digital.module.css';
import { countedPath } from './digital-paths.ts';
import { weekOf } from './week.ts';

/** Complete people against the leader's target, else the office's own number: how many, and the pace that is needed. */
export function CompletePanel({ figures, year }: { figures: DigitalFigures; year: ReactNode }) {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const { complete, from, to, known } = figures;
  const targets = useQuery(trpc.digital.targets.queryOptions({ on: today })).data ?? [];
  const target = targets.findLast(
    ({ indicator, unit }) => indicator === digitalIndicator(complete.measure) && unit === 'count',
  );
  const week = useQuery(trpc.digital.figures.queryOptions(weekOf(today))).data;
  const isThisYear = to === today;
  const goal = (isThisYear && target) || null;
  const of = goal?.value ?? complete.of?.value ?? null;
  const pace = goal && paceOf(goal, { count: complete.people, of: null, better: 'high' }, today);
  const share = of === null ? null : percentHundredths(complete.people, of);
  const even = goal && pace && Math.floor((goal.value * pace.daysGone) / pace.daysAll);
  return (
    <div className={styles.complete}>
      <div className={coverage.completeHead}>
        <span>{complete.label}</span>
        <span className="grow" />
        {year}
      </div>
      <p className={coverage.completeFigure}>
        <Link
          to={countedPath({
            kind: 'people',
            measure: 'complete',
            state: 'reached',
            area: null,
            period: { from, to },
          })}
        >
          {formatInteger(complete.people)}
        </Link>
        {of !== null && (
          <span>
            {' '}
            / {formatInteger(of)}
            {share !== null && ` = ${formatPercent(share)}`}
          </span>
        )}
      </p>
      {of !== null && (
        <div className={coverage.completeBar} aria-hidden="true">
          <span style={{ width: `${Math.min(100, (complete.people / of) * 100)}%` }} />
          {even !== null && (
            <i style={{ left: `${Math.min(100, (even / of) * 100)}%` }}>
              <small>nhịp cần có {formatInteger(even)}</small>
            </i>
          )}
        </div>
      )}
      <p className={coverage.completeWords} data-marked={even !== null || undefined}>
        {goal && pace ? (
          paceWords(goal, pace, complete.people, week?.complete.within)
        ) : complete.of ? (
          `Mẫu số: ${complete.of.source}, ${formatDay(complete.of.on)}.`
        ) : (
          <>
            {known > 0 && `${formatInteger(known)} người đã có thẻ. `}Đặt chỉ tiêu Công dân số ở trang Lãnh
            đạo, mẫu số ở Cài đặt.
          </>
        )}
      </p>
    </div>
  );
}

function paceWords(goal: Target, pace: Pace, count: number, thisWeek: number | undefined): string {
  const until = `Chỉ tiêu đến ${formatDay(goal.to)}.`;
  if (pace.isReached) return `${until} Đã đạt.`;
  const missing = `Còn ${formatInteger(goal.value - count)} người`;
  const weekly = pace.rest?.kind === 'perWeek' ? `, mỗi tuần cần ${formatInteger(pace.rest.count)}` : '';
  const now = thisWeek === undefined ? '' : `; tuần này được ${formatInteger(thisWeek)}`;
  return `${until} ${missing}${weekly}${now}.`;
}
