import type { TrendPoint } from '../../../shared/views-leader.ts';
import { scaleOf } from './spark-scale.ts';
import styles from './Tile.module.css';

const width = 64;
const height = 32;
const edge = 3;

/** The course of a figure, its last point marked, the target as a dotted line. The numbers stand in the table of the chart. */
export function Sparkline({ trend, target }: { trend: readonly TrendPoint[]; target: number | null }) {
  const values = trend.flatMap(({ count, of }) => (of === null ? [count] : of === 0 ? [] : [count / of]));
  if (values.length < 2) return null;
  const heightOf = scaleOf(target === null ? values : [...values, target], trend[0]?.of !== null);
  const place = (value: number) => edge + (height - 2 * edge) * (1 - heightOf(value));
  const points = values.map((value, index) => ({
    x: edge + ((width - 2 * edge) * index) / (values.length - 1),
    y: place(value),
  }));
  const last = points.at(-1);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {target !== null && (
        <line className={styles.goal} x1={0} x2={width} y1={place(target)} y2={place(target)} />
      )}
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle cx={last.x} cy={last.y} r={2.6} />}
    </svg>
  );
}
