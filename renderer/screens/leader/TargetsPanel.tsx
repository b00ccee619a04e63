import { useQueries } from '@tanstack/react-query';
import { formatInteger, formatPercent, formatRatio } from '../../../shared/domain/ratio.ts';
import { caseIndicators } from '../../../shared/domain/statistics.ts';
import { type Pace, paceOf, scopeKey, type Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import { CasesLink } from './CasesLink.tsx';
import { valueWords } from './figure-words.ts';
import { targetIndicators } from './indicator-words.ts';
import styles from './Table.module.css';
import { useLeaderSettings } from './use-leader-settings.ts';

/** Every target of cases that runs today: where it stands in its own period, and what is still needed (F47). */
export function TargetsPanel() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const running = useLeaderSettings().targets.filter(
    ({ indicator, from, to }) => from <= today && to >= today && indicator in caseIndicators,
  );
  const asked = new Map(
    running.map(({ from, to, scope }) => [keyOf({ from, to, scope }), { period: { from, to }, scope }]),
  );
  const pages = useQueries({
    queries: [...asked.values()].map((input) => trpc.statistics.page.queryOptions(input)),
    combine: (results) => new Map([...asked.keys()].map((key, place) => [key, results[place]?.data])),
  });
  if (running.length === 0) return null;
  return (
    <Panel title="Chỉ tiêu đang chạy" note="dự báo theo nhịp từ đầu kỳ đến nay" flush>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Chỉ tiêu</th>
              <th scope="col">Kỳ</th>
              <th scope="col">Mức</th>
              <th scope="col">Đến nay</th>
              <th scope="col">Thời gian đã qua</th>
              <th scope="col">Dự báo cuối kỳ</th>
              <th scope="col">Còn cần</th>
            </tr>
          </thead>
          <tbody>
            {running.map((target) => (
              <TargetRow key={target.id} target={target} page={pages.get(keyOf(target))} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const keyOf = ({ from, to, scope }: Pick<Target, 'from' | 'to' | 'scope'>): string =>
  `${from} ${to} ${scopeKey(scope)}`;

function TargetRow(props: { target: Target; page: LeaderPage | undefined; today: string }) {
  const { target, page, today } = props;
  const figure = page?.figures.find(({ key }) => key === target.indicator);
  const known = targetIndicators.find(({ key }) => key === target.indicator);
  const pace = figure && known && paceOf(target, { ...figure.now, better: known.better }, today);
  return (
    <tr>
      <th scope="row">
        {known?.label ?? target.indicator}
        {Object.keys(target.scope).length > 0 && <small> theo bộ lọc</small>}
      </th>
      <td>
        {formatDay(target.from)} – {formatDay(target.to)}
      </td>
      <td>
        {known?.better === 'low' ? '≤' : '≥'} {valueWords(target, target.value)}
      </td>
      {figure && pace ? (
        <>
          <td>
            <CasesLink
              set={caseIndicators[figure.key].count}
              count={figure.now.count}
              period={target}
              scope={target.scope}
            >
              {figure.now.of === null
                ? formatInteger(figure.now.count)
                : formatRatio(figure.now.count, figure.now.of)}
            </CasesLink>
          </td>
          <td>
            {formatInteger(pace.daysGone)}/{formatInteger(pace.daysAll)} ngày
          </td>
          <td>
            {pace.forecast === null ? (
              '–'
            ) : (
              <StatusMark tone={pace.willReach ? 'ok' : 'due'}>
                {valueWords(target, pace.forecast)}, {pace.willReach ? 'đạt' : 'chưa đạt'}
              </StatusMark>
            )}
          </td>
          <td>{restWords(pace)}</td>
        </>
      ) : (
        <td colSpan={4} />
      )}
    </tr>
  );
}

function restWords({ isReached, rest }: Pace): string {
  if (isReached) return 'đã đạt';
  if (rest === null) return '–';
  switch (rest.kind) {
    case 'perWeek':
      return `${formatInteger(rest.count)} mỗi tuần`;
    case 'share':
      return `từ nay ${formatPercent(BigInt(rest.hundredths))}`;
    case 'outOfReach':
      return 'ngoài tầm ở nhịp này';
  }
}
