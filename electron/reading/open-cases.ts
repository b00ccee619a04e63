import { Temporal } from 'temporal-polyfill';
import { caseSets, type Period, type StatisticsScope } from '../../shared/domain/statistics.ts';
import type { OpenCases } from '../../shared/views-leader.ts';
import type { Reader } from '../register/connection.ts';
import { figuresOf } from '../register/figures/figures.ts';

/** Most calendar days since reception; what is older is one more class. */
const ages = [7, 30, 90];
const firstDay = '1900-01-01';

export interface OpenAsked {
  period: Period;
  scope: StatisticsScope;
  /** Office time. */
  now: string;
}

/** What is open at the end of a period, or now while it runs, by how long ago it came. The classes add up to `open`. */
export function openCases(db: Reader, { period, scope, now }: OpenAsked): OpenCases {
  const today = now.slice(0, 10);
  const last = period.to < today ? period.to : today;
  const classes = [...ages, null].map((most, index) => {
    const fewest = index === 0 ? 0 : (ages[index - 1] ?? 0) + 1;
    return {
      fewest,
      most,
      from: most === null ? firstDay : before(last, most),
      // A clock that was put back leaves cases of days to come: they are the youngest.
      to: index === 0 ? period.to : before(last, fewest),
    };
  });
  const figures = figuresOf(db, { scope, periods: [period, ...classes], by: null, now });
  return {
    open: figures.count(caseSets.open, period),
    awaiting: figures.count(caseSets.openAwaiting, period),
    ages: classes.map(({ from, to, ...age }) => ({
      ...age,
      from,
      to,
      count: figures.count(caseSets.receivedUnsettled, { from, to, until: period.to }),
    })),
  };
}

const before = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();
