import { Temporal } from 'temporal-polyfill';
import { estimate, learn } from '../../shared/domain/early-warning/early-warning.ts';
import type { LivedCase } from '../../shared/domain/early-warning/finishing-curve.ts';
import { readStandings } from '../../shared/domain/early-warning/holder-pace.ts';
import { pastWarnings, type RememberedCase } from '../../shared/domain/early-warning/past-warnings.ts';
import type { StatisticsScope } from '../../shared/domain/statistics.ts';
import type { EarlyWarnings, HowWarningsTurnedOut, WarnedCase } from '../../shared/views-warning.ts';
import { loadCalendar } from '../register/calendar.ts';
import { readMoves } from '../register/cases/case-moves.ts';
import type { Reader } from '../register/connection.ts';
import {
  type CaseDays,
  countFinishedSince,
  getWarnedRow,
  listFinishedDays,
  listOpenDays,
  type OpenCaseDays,
} from '../register/figures/early-warning.ts';

/** Which open cases will likely be late, learnt from those that finished; and how that turned out before. */

/** It learns from cases that finished in so many years; of the last so many calendar days it reads all. */
const historyYears = 2;
const wholeDays = 100;
/** Calendar days over which it is told how warnings turned out; fewer in an office where these are many. */
const pastDays = { usual: 90, busy: 30 };
const busyFrom = 10_000;
/** More lines than this nobody decides on. */
const mostWarnings = 100;

export interface WarningsAsked {
  scope: StatisticsScope;
  /** `YYYY-MM-DD`. */
  today: string;
}

export function listWarnings(db: Reader, asked: WarningsAsked): EarlyWarnings {
  const today = Temporal.PlainDate.from(asked.today);
  const numbered = dayNumbers(db);
  const { open, cases } = readCases(db, today, asked.scope, numbered);
  const warned = warn(cases, open, numbered.beginning(today));
  return {
    total: warned.length,
    warnings: warned.slice(0, mostWarnings).flatMap(({ id, facts }): WarnedCase[] => {
      const row = getWarnedRow(db, id);
      return row ? [{ ...row, facts }] : [];
    }),
  };
}

export function lookBack(db: Reader, asked: { today: string }): HowWarningsTurnedOut {
  const today = Temporal.PlainDate.from(asked.today);
  const daysBack = (days: number) => today.subtract({ days });
  const isBusy = countFinishedSince(db, daysBack(pastDays.usual).toString()) > busyFrom;
  const days = isBusy ? pastDays.busy : pastDays.usual;
  const numbered = dayNumbers(db);
  const { cases } = readCases(db, today, {}, numbered);
  const known = remember(db, cases, daysBack(days), numbered);
  const past = pastWarnings(known, numbered.beginning(daysBack(days)), numbered.beginning(today));
  return past && { ...past, days };
}

type DayNumbers = ReturnType<typeof dayNumbers>;
type NumberedCase = LivedCase & Pick<CaseDays, 'id' | 'isOfDays'>;
type OpenCase = NumberedCase & Pick<OpenCaseDays, 'isInScope'>;

function readCases(
  db: Reader,
  today: Temporal.PlainDate,
  scope: StatisticsScope,
  numbered: DayNumbers,
): { open: OpenCase[]; cases: NumberedCase[] } {
  const since = today.subtract({ years: historyYears }).toString();
  const wholeSince = today.subtract({ days: wholeDays }).toString();
  const open = listOpenDays(db, scope).map(numbered.lived);
  return { open, cases: [...listFinishedDays(db, since, wholeSince).map(numbered.lived), ...open] };
}

/** The cases with who held them, and their dates, since a day. */
function remember(
  db: Reader,
  cases: readonly NumberedCase[],
  since: Temporal.PlainDate,
  numbered: DayNumbers,
): RememberedCase[] {
  const from = numbered.beginning(since);
  const openBefore = cases.filter(
    ({ receivedOn, endedOn }) => receivedOn <= from && (endedOn === null || endedOn >= from),
  );
  const moves = readMoves(
    db,
    since.toString(),
    openBefore.map(({ id }) => id),
  );
  return cases.map((one) => {
    const own = one.endedOn === null || one.endedOn >= from ? moves.get(one.id) : undefined;
    if (own === undefined) return one;
    const dueOnOf = (dueOn: string | null | undefined) => {
      if (dueOn === undefined) return one.dueOn;
      return dueOn === null || !one.isOfDays ? null : numbered.numberOf(dueOn);
    };
    return {
      ...one,
      moves: own.map(({ on, holderId, dueOn }) => ({
        on: numbered.numberOf(on),
        holderId,
        dueOn: dueOnOf(dueOn),
      })),
    };
  });
}

function warn(cases: readonly LivedCase[], open: readonly OpenCase[], day: number) {
  const model = learn(cases, day);
  if (model === null) return [];
  const standings = readStandings(cases, open, day, model);
  return open
    .filter(({ isInScope }) => isInScope)
    .flatMap((one) => {
      const found = estimate(model, one, standings.get(one.holderId), day);
      return found === null || found.chance < model.threshold ? [] : [{ id: one.id, ...found }];
    })
    .sort((a, b) => b.chance - a.chance || a.facts.leftDays - b.facts.leftDays || a.id - b.id);
}

/** Days as numbers of working days; what falls on a day off counts as the working day before it. */
function dayNumbers(db: Reader) {
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
    numberOf,
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
