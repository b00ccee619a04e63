import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInteger, formatPercent, formatRatio } from '../../../shared/domain/ratio.ts';
import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import { type Pace, paceOf, scopeKey, type Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { Panel } from '../../components/Panel.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useOfficeNow } from '../../session.tsx';
import { countedPath } from '../digital/digital-paths.ts';
import { CasesLink } from './CasesLink.tsx';
import { valueWords } from './figure-words.ts';
import { caseTargetIndicators, type TargetIndicator } from './indicator-words.ts';
import styles from './Table.module.css';
import { useLeaderSettings } from './use-leader-settings.ts';
import { useTargetIndicators } from './use-target-indicators.ts';

/** Every target of cases or of digital support that runs today: where it stands in its own period, and what is still needed (F47). */
export function TargetsPanel() {
  const trpc = useTRPC();
  const today = useOfficeNow().slice(0, 10);
  const { digital } = useTargetIndicators();
  const running = useLeaderSettings().targets.filter(({ from, to }) => from <= today && to >= today);
  const ofCases = running.filter(({ indicator }) => indicator in caseIndicators);
  const ofPeople = running.flatMap((target) => {
    const known = digital.find(({ key }) => key === target.indicator);
    return known ? [{ target, known }] : [];
  });
  const asked = new Map(
    ofCases.map(({ from, to, scope }) => [keyOf({ from, to, scope }), { period: { from, to }, scope }]),
  );
  const pages = useQueries({
    queries: [...asked.values()].map((input) => trpc.statistics.page.queryOptions(input)),
    combine: (results) => new Map([...asked.keys()].map((key, place) => [key, results[place]?.data])),
  });
  if (ofCases.length + ofPeople.length === 0) return null;
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
            {ofCases.map((target) => (
              <CasesRow key={target.id} target={target} page={pages.get(keyOf(target))} today={today} />
            ))}
            {ofPeople.map(({ target, known }) => (
              <PeopleRow key={target.id} target={target} known={known} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const keyOf = ({ from, to, scope }: Pick<Target, 'from' | 'to' | 'scope'>): string =>
  `${from} ${to} ${scopeKey(scope)}`;

function CasesRow(props: { target: Target; page: LeaderPage | undefined; today: string }) {
  const { target, page, today } = props;
  const figure = page?.figures.find(({ key }) => key === target.indicator);
  const known = caseTargetIndicators.find(({ key }) => key === target.indicator);
  const better = known?.better ?? 'high';
  return (
    <TargetRow
      target={target}
      label={known?.label ?? target.indicator}
      better={better}
      pace={figure && paceOf(target, { ...figure.now, better }, today)}
    >
      {figure && (
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
      )}
    </TargetRow>
  );
}

/** People who reached it until today, whenever they did; a share is of the office's own number. */
function PeopleRow(props: { target: Target; known: TargetIndicator & { measure: string }; today: string }) {
  const { target, known, today } = props;
  const { measure, better } = known;
  const trpc = useTRPC();
  const period = { from: target.from, to: target.to };
  const figures = useQuery(trpc.digital.figures.queryOptions(period)).data;
  const figure =
    figures &&
    [figures.complete, ...figures.criteria, ...figures.funnel].find((one) => one.measure === measure);
  const whole = typeof figure?.of === 'number' ? figure.of : (figure?.of?.value ?? null);
  const of = target.unit === 'share' ? whole : null;
  return (
    <TargetRow
      target={target}
      label={known.label}
      better={better}
      pace={figure && paceOf(target, { count: figure.people, of, better, ofStays: true }, today)}
    >
      {figure && (
        <Link to={countedPath({ kind: 'people', measure, state: 'reached', area: null, period })}>
          {of === null ? `${formatInteger(figure.people)} người` : formatRatio(figure.people, of)}
        </Link>
      )}
    </TargetRow>
  );
}

function TargetRow(props: {
  target: Target;
  label: string;
  better: 'high' | 'low';
  pace: Pace | undefined;
  /** Where it stands, open to what it counts. */
  children: ReactNode;
}) {
  const { target, label, better, pace, children } = props;
  return (
    <tr>
      <th scope="row">
        {label}
        {Object.keys(target.scope).length > 0 && <small> theo bộ lọc</small>}
      </th>
      <td>
        {formatDay(target.from)} – {formatDay(target.to)}
      </td>
      <td>
        {better === 'low' ? '≤' : '≥'} {valueWords(target, target.value)}
      </td>
      {pace ? (
        <>
          <td>{children}</td>
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
