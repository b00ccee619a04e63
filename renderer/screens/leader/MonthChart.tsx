import { formatInteger } from '../../../shared/domain/ratio.ts';
import type { MonthBar } from '../../../shared/views-leader.ts';
import { useOfficeNow } from '../../session.tsx';
import { CasesLink } from './CasesLink.tsx';
import styles from './MonthChart.module.css';

const width = 720;
const height = 236;
const head = 30;
const foot = 22;
const full = height - head - foot;
/** More bars than this have no room for a number each; the table has them all. */
const mostWithNumbers = 24;

/** From the foot up. Each part has its own fill, the late ones a square above too: told apart in black and white. */
const stack = ['early', 'onTime', 'noDeadline', 'unsettled', 'late'] as const;

export function MonthChart({ months }: { months: readonly MonthBar[] }) {
  const top = Math.max(1, ...months.map(({ received }) => received));
  const step = width / Math.max(months.length, 6);
  const bar = Math.min(56, step * 0.72);
  const today = useOfficeNow().slice(0, 10);
  const every = Math.ceil(months.length / mostWithNumbers);
  return (
    <svg className={styles.months} viewBox={`0 0 ${width} ${height}`} aria-label="Cột theo tháng">
      <Hatch id="hatch-of-months" />
      <line x1={0} x2={width} y1={head + full} y2={head + full} />
      {months.map((month, index) => {
        const middle = step * (index + 0.5);
        const bottoms = stack.map((_, part) =>
          stack.slice(0, part + 1).reduce((sum, name) => sum + month[name], 0),
        );
        const peak = head + full - (full * month.received) / top;
        const [year, number] = month.from.split('-');
        const isNamed = index % every === 0;
        return (
          <g key={month.from}>
            <title>{monthWords(month)}</title>
            {stack.map((part, place) =>
              month[part] === 0 ? null : (
                <rect
                  key={part}
                  data-part={part}
                  x={middle - bar / 2 + 0.5}
                  width={bar - 1}
                  y={head + full - (full * (bottoms[place] ?? 0)) / top}
                  height={Math.max(1, (full * month[part]) / top)}
                />
              ),
            )}
            {month.late > 0 && (
              <rect data-part="mark" x={middle - 4} y={peak - 27} width={8} height={8} rx={1} />
            )}
            {isNamed && month.from <= today && (
              <CasesLink
                set="received"
                count={month.received}
                period={{ from: month.from, to: month.to }}
                title={monthWords(month)}
              >
                <text x={middle} y={peak - 5}>
                  {formatInteger(month.received)}
                </text>
              </CasesLink>
            )}
            {isNamed && (
              <text x={middle} y={height - 5} data-foot="">
                {Number(number)}
                {(number === '01' || index === 0) && months.length > 1 && `/${year}`}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function monthWords({ from, received, early, onTime, late, noDeadline, unsettled }: MonthBar): string {
  const [year, month] = from.split('-');
  return `Tháng ${Number(month)}/${year}: ${received} hồ sơ, trước hạn ${early}, đúng hạn ${onTime}, quá hạn ${late}, không hạn ${noDeadline}, chưa xong ${unsettled}`;
}

export function BarSwatch({ part }: { part: (typeof stack)[number] }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 14 14" aria-hidden="true">
      <Hatch id={`hatch-of-${part}`} />
      <rect
        data-part={part}
        x={1}
        y={1}
        width={12}
        height={12}
        {...(part === 'onTime' && { style: { fill: `url(#hatch-of-${part})` } })}
      />
    </svg>
  );
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className={styles.ground} width={5} height={5} />
        <line x1={0} x2={0} y1={0} y2={5} />
      </pattern>
    </defs>
  );
}
