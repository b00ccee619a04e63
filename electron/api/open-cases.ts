import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { caseSets, type Period, periodSchema, scopeSchema } from '../../shared/domain/statistics.ts';
import type { OpenCases } from '../../shared/views-leader.ts';
import { figuresOf } from '../register/figures.ts';
import { query } from './door.ts';

/** Most calendar days since reception; what is older is one more class. */
const ages = [7, 30, 90];
const firstDay = '1900-01-01';

export const openCaseRoutes = {
  /** What is open at the end of a period, or now while it runs, by how long ago it came. The classes add up to `open`. */
  open: query(
    ['leader', 'administrator'],
    z.object({ period: periodSchema, scope: scopeSchema.default({}) }),
    ({ db, now }, { period, scope }): OpenCases => {
      const last = period.to < now.today ? period.to : now.today;
      const classes = [...ages, null].map((most, index) => {
        const fewest = index === 0 ? 0 : (ages[index - 1] ?? 0) + 1;
        return {
          fewest,
          most,
          from: most === null ? firstDay : before(last, most),
          to: before(last, fewest),
        };
      });
      const periods: Period[] = [period, ...classes];
      const figures = figuresOf(db, { scope, periods, by: null, now: now.officeTime });
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
    },
  ),
};

const before = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();
