import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatInteger } from '../../../shared/domain/ratio.ts';
import { digitalIndicator } from '../../../shared/domain/target.ts';
import { formatDay } from '../../../shared/format.ts';
import type { MeasureFigure } from '../../../shared/views-digital.ts';
import type { LeaderPage } from '../../../shared/views-leader.ts';
import { useTRPC } from '../../api.ts';
import { countedPath } from '../digital/digital-paths.ts';
import { Tile } from './Tile.tsx';

/** What every citizen needs first; the office's other criteria are on the page of digital support. */
const firstCriterion = 'vneid';

/** Help given, people and lượt apart, and who has VNeID of those who may, where the office knows how many may. */
export function HelpTiles({ page: { period, months } }: { page: LeaderPage }) {
  const figures = useQuery(useTRPC().digital.figures.queryOptions(period)).data;
  if (figures === undefined) return null;
  const { helped, helpedBefore, ladder, criteria } = figures;
  const given = countedPath({ kind: 'helps', level: null, teamId: null, period });
  const covered = criteria.find(({ measure }) => measure === firstCriterion);
  return (
    <>
      <Tile
        indicator="help"
        meaning={{
          label: 'Lượt hỗ trợ số',
          meaning:
            'Mỗi lần giúp một người một việc là một lượt; một người được giúp nhiều lần là một người. Ghi tại quầy, trên thẻ và trong các đợt.',
          source: 'Sổ hỗ trợ số; quy ước của phần mềm',
        }}
        better="high"
        now={{ count: helped.helps, of: null }}
        before={helpedBefore.helps === 0 ? null : { count: helpedBefore.helps, of: null }}
        trend={months.map(({ from, to }) => ({
          from,
          to,
          count: ladder.find(({ month }) => from.startsWith(month))?.helps ?? 0,
          of: null,
        }))}
        open={(words, className) => (
          <Link to={given} className={className}>
            {words}
          </Link>
        )}
        parts={
          <>
            lượt, cho{' '}
            <Link to={countedPath({ kind: 'helped', teamId: null, period })}>
              {formatInteger(helped.people)} người
            </Link>
          </>
        }
      />
      {covered?.of && <CoverageTile figure={covered} of={covered.of} period={period} />}
    </>
  );
}

function CoverageTile(props: {
  figure: MeasureFigure;
  of: NonNullable<MeasureFigure['of']>;
  period: LeaderPage['period'];
}) {
  const { figure, of, period } = props;
  const { measure, label, people, within } = figure;
  const path = (state: 'reached' | 'within') =>
    countedPath({ kind: 'people', measure, state, area: null, period });
  return (
    <Tile
      indicator={digitalIndicator(measure)}
      meaning={{
        label,
        meaning: `Người đã ghi đạt đến hết kỳ, trên ${formatInteger(of.value)} người theo số của đơn vị.`,
        source: `${of.source}, ${formatDay(of.on)}`,
      }}
      better="high"
      now={{ count: people, of: of.value }}
      before={null}
      trend={[]}
      open={(words, className) => (
        <Link to={path('reached')} className={className}>
          {words}
        </Link>
      )}
      parts={
        <>
          <Link to={path('reached')}>{formatInteger(people)}</Link>/{formatInteger(of.value)} người
          {within > 0 && (
            <small>
              <Link to={path('within')}>{formatInteger(within)} người</Link> đạt trong kỳ
            </small>
          )}
        </>
      }
    />
  );
}
