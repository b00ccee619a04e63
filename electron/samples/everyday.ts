import type { Random } from './random.ts';

/**
 * The commune's everyday procedures and how often each comes, out of a thousand. Assumed from the counts of small communes;
 * `days` is an upper bound of the limit.
 */
const everydayProcedures: readonly { code: string; weight: number; days: number }[] = [
  { code: '2.000815', weight: 330, days: 1 },
  { code: '2.000884', weight: 90, days: 1 },
  { code: '2.000635', weight: 120, days: 1 },
  { code: '1.001193', weight: 95, days: 1 },
  { code: '1.004873', weight: 80, days: 5 },
  { code: '1.000894', weight: 45, days: 1 },
  { code: '1.000656', weight: 40, days: 1 },
  { code: '1.004884', weight: 30, days: 8 },
  { code: '1.004859', weight: 25, days: 5 },
  { code: '2.001035', weight: 35, days: 4 },
  { code: '1.001022', weight: 12, days: 5 },
  { code: '1.001776', weight: 35, days: 16 },
  { code: '1.001731', weight: 18, days: 5 },
  { code: '1.001612', weight: 25, days: 5 },
  { code: '1.010833', weight: 12, days: 8 },
  { code: '1.011609', weight: 8, days: 18 },
];

/** One of the everyday procedures that fits into `daysLeft` calendar days, by its weight. */
export function pickEveryday(random: Random, daysLeft: number): string {
  const fitting = everydayProcedures.filter(({ days }) => days <= daysLeft);
  let mark = random.integer(
    1,
    fitting.reduce((sum, { weight }) => sum + weight, 0),
  );
  for (const { code, weight } of fitting) {
    mark -= weight;
    if (mark <= 0) return code;
  }
  throw new RangeError(`No procedure fits ${daysLeft} days`);
}
