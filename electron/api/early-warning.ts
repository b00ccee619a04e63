import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { estimate, learn } from '../../shared/domain/early-warning/early-warning.ts';
import type { LivedCase } from '../../shared/domain/early-warning/finishing-curve.ts';
import { readStandings } from '../../shared/domain/early-warning/holder-pace.ts';
import { pastWarnings } from '../../shared/domain/early-warning/past-warnings.ts';
import { scopeSchema } from '../../shared/domain/statistics.ts';
import type { EarlyWarnings, WarnedCase } from '../../shared/views-warning.ts';
import { loadCalendar } from '../register/calendar.ts';
import {
  type CaseDays,
  getWarnedRow,
  listFinishedDays,
  listOpenDays,
  type OpenCaseDays,
} from '../register/early-warning.ts';
import { type QueryScope, query, requirePerson } from './door.ts';

/** It learns from cases that finished in so many years. */
const historyYears = 2;
/** Calendar days over which it is told how warnings turned out. */
const pastDays = 90;
/** More lines than this nobody decides on. */
const mostWarnings = 100;

export const warningRoutes = {
  /**
   * Open cases that will likely be late, the most likely first; to an officer his own. What is late already, waits for papers, has
   * no date or one of hours is not among them.
   *
   * The past is what the rows of the cases say of it today: who holds a case now is taken to have held it all along, its last date
   * to have been its date from the first day, and what was withdrawn or stopped never to have been there. Nothing is read that
   * became known only after the day that is looked back at.
   */
  list: query(
    ['leader', 'administrator', 'officer'],
    z.object({ scope: scopeSchema.default({}) }),
    (asked, { scope }): EarlyWarnings => {
      const person = requirePerson(asked);
      const mayAll = person.roles.some((role) => role === 'leader' || role === 'administrator');
      const { db, now } = asked;
      const today = now.office.toPlainDate();
      const numbered = dayNumbers(asked);
      const open = listOpenDays(db, mayAll ? scope : { ...scope, holderId: person.id }).map(numbered.lived);
      const since = today.subtract({ years: historyYears }).toString();
      const cases: LivedCase[] = [...listFinishedDays(db, since).map(numbered.lived), ...open];
      const day = numbered.beginning(today);
      const warned = warn(cases, open, day);
      const past = pastWarnings(cases, numbered.beginning(today.subtract({ days: pastDays })), day);
      return {
        total: warned.length,
        warnings: warned.slice(0, mostWarnings).flatMap(({ id, facts }): WarnedCase[] => {
          const row = getWarnedRow(db, id);
          return row ? [{ ...row, facts }] : [];
        }),
        past: past && { ...past, days: pastDays },
      };
    },
  ),
};

type OpenCase = LivedCase & Pick<OpenCaseDays, 'id' | 'isInScope'>;

function warn(cases: readonly LivedCase[], open: readonly OpenCase[], day: number) {
  const model = learn(cases, day);
  if (model === null) return [];
  const standings = readStandings(cases, open, day, model);
  return open
    .filter(({ isInScope }) => isInScope === 1)
    .flatMap((one) => {
      const found = estimate(model, one, standings.get(one.holderId), day);
      return found === null || found.chance < model.threshold ? [] : [{ id: one.id, ...found }];
    })
    .sort((a, b) => b.chance - a.chance || a.facts.leftDays - b.facts.leftDays || a.id - b.id);
}

/** Days as numbers of working days; what falls on a day off counts as the working day before it. */
function dayNumbers({ db }: Pick<QueryScope, 'db'>) {
  const calendar = loadCalendar(db);
  const origin = Temporal.PlainDate.from('2000-01-01');
  const numbers = new Map<string, number>();
  const numberOf = (day: string): number => {
    const found = numbers.get(day);
    if (found !== undefined) return found;
    const number = calendar.workingDaysBetween(origin, Temporal.PlainDate.from(day));
    numbers.set(day, number);
    return number;
  };
  return {
    lived: <Days extends CaseDays>(one: Days) => ({
      ...one,
      receivedOn: numberOf(one.receivedOn),
      dueOn: one.dueOn === null ? null : numberOf(one.dueOn),
      endedOn: one.endedOn === null ? null : numberOf(one.endedOn),
    }),
    /** The working day that a day is, or that comes after it. */
    beginning: (day: Temporal.PlainDate) => numberOf(day.toString()) + (calendar.isWorkingDay(day) ? 0 : 1),
  };
}
