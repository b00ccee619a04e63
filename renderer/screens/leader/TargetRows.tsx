import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import { silenceWords } from '../../../shared/domain/paragraph.ts';
import { formatInteger, formatPercent, formatRatio } from '../../../shared/domain/ratio.ts';
import { type Pace, paceOf, type Standing, type Target } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import { useTRPC } from '../../api.ts';
import { StatusMark } from '../../components/StatusMark.tsx';
import { useSession } from '../../session.tsx';
import { countedPath } from '../digital/digital-paths.ts';
import { CasesLink } from './CasesLink.tsx';
import { valueWords } from './figure-words.ts';
import type { TargetIndicator } from './indicator-words.ts';
import { moneyPath, ratingsPath } from './other-paths.ts';
import styles from './TargetRows.module.css';
import { useScopeWords } from './use-scope-words.ts';

interface RowProps {
  target: Target;
  known: TargetIndicator;
  today: string;
}

export function CasesRow(props: RowProps) {
  const { target } = props;
  const { from, to, scope } = target;
  const asked = useTRPC().statistics.page.queryOptions({ period: { from, to }, scope });
  const figure = useQuery(asked).data?.figures.find(({ key }) => key === target.indicator);
  return (
    <TargetRow {...props} standing={figure?.now}>
      {figure && (
        <CasesLink
          set={caseIndicators[figure.key].count}
          count={figure.now.count}
          period={{ from, to }}
          scope={scope}
        >
          {figure.now.of === null
            ? formatInteger(figure.now.count)
            : formatRatio(figure.now.count, figure.now.of)}
        </CasesLink>
      )}
    </TargetRow>
  );
}

/** People who reached it until today, whenever they did; those of the target's own time have its pace. */
export function PeopleRow(props: RowProps & { measure: string }) {
  const { target, measure } = props;
  const period = { from: target.from, to: target.to };
  const figures = useQuery(useTRPC().digital.figures.queryOptions(period)).data;
  const figure =
    figures &&
    [figures.complete, ...figures.criteria, ...figures.funnel].find((one) => one.measure === measure);
  const whole = typeof figure?.of === 'number' ? figure.of : (figure?.of?.value ?? null);
  const of = target.unit === 'share' ? whole : null;
  const standing = figure && { count: figure.people, of, ofStays: true, within: figure.within };
  return (
    <TargetRow {...props} standing={standing}>
      {figure && (
        <Link to={countedPath({ kind: 'people', measure, state: 'reached', area: null, period })}>
          {of === null ? `${formatInteger(figure.people)} người` : formatRatio(figure.people, of)}
        </Link>
      )}
    </TargetRow>
  );
}

/** Cases paid without cash, of all that paid. */
export function MoneyRow(props: RowProps) {
  const period = { from: props.target.from, to: props.target.to };
  const money = useQuery(useTRPC().settlement.summary.queryOptions({ period })).data?.cashless;
  return (
    <TargetRow {...props} standing={money && { count: money.cashlessCases, of: money.cases }}>
      {money && <Link to={moneyPath(period, true)}>{formatRatio(money.cashlessCases, money.cases)}</Link>}
    </TargetRow>
  );
}

/** Of answers, for leaders alone; so few of them have no percentage. */
export function SatisfactionRow(props: RowProps) {
  const { target } = props;
  const period = { from: target.from, to: target.to };
  const isLeader = useSession().person?.roles.includes('leader') ?? false;
  const asked = { enabled: isLeader, staleTime: 3_600_000 };
  const report = useQuery({ ...useTRPC().ratings.report.queryOptions(period), ...asked }).data;
  const all = report?.figures.all;
  const isEnough = report !== undefined && report.figures.all.n >= report.leastToSplit;
  const silent =
    report && !isEnough ? `n = ${formatInteger(report.figures.all.n)}, chưa đủ phiếu` : undefined;
  return (
    <TargetRow
      {...props}
      standing={isEnough && all ? { count: all.satisfied, of: all.n } : undefined}
      silent={isLeader ? silent : silenceWords.withheld}
    >
      {all && <Link to={ratingsPath(period)}>{formatRatio(all.satisfied, all.n)}</Link>}
    </TargetRow>
  );
}

function TargetRow(
  props: RowProps & {
    standing: Omit<Standing, 'better'> | undefined;
    /** Why it is not told. */
    silent?: string | undefined;
    /** Where it stands, open to what it counts. */
    children: ReactNode;
  },
) {
  const { target, known, today, standing, silent, children } = props;
  const { label, better } = known;
  const only = useScopeWords()(target.scope);
  const pace = standing && paceOf(target, { ...standing, better }, today);
  return (
    <tr>
      <th scope="row">
        {label}
        {only !== '' && <small className={styles.only}>{only}</small>}
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
        <>
          <td>{silent}</td>
          <td colSpan={3} />
        </>
      )}
    </tr>
  );
}

function restWords({ isReached, rest, daysGone, daysAll }: Pace): string {
  if (isReached) return 'đã đạt';
  if (rest === null) return daysGone === daysAll ? 'đã hết kỳ' : '–';
  switch (rest.kind) {
    case 'perWeek':
      return `${formatInteger(rest.count)} mỗi tuần`;
    case 'share':
      return `từ nay ${formatPercent(BigInt(rest.hundredths))}`;
    case 'outOfReach':
      return 'ngoài tầm ở nhịp này';
  }
}
