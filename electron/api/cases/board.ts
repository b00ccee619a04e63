import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { workingMinutesBetween } from '../../../shared/domain/opening-hours.ts';
import type { Board, BoardGroup } from '../../../shared/views.ts';
import type { BookReminder } from '../../../shared/views-book.ts';
import { loadCalendar } from '../../register/calendar.ts';
import {
  countAwaiting,
  countMayStop,
  countOpen,
  countReady,
  figuresByYear,
  listOpen,
  receivedByHour,
  waitingForCitizens,
} from '../../register/cases/board.ts';
import { findClosing, spanOf } from '../../register/cases/books.ts';
import { type DayMarks, isDueBetween, isDueToday, isLate, isPastHour } from '../../register/conditions.ts';
import { countUnprinted } from '../../register/print-jobs.ts';
import { type QueryScope, query, requireSettings, seated } from '../door.ts';
import { mayCloseFrom } from '../register-book/register-book-view.ts';
import { rowViewer } from './case-views.ts';

const longAgo = '2000-01-01';
const rowsOfAGroup = 12;

export const boardRoutes = {
  /** One query feeds the figures and the lines, so a figure never disagrees with its list. */
  board: query(seated, z.void(), (scope): Board & BookReminder => {
    const { db, now } = scope;
    const { hours } = requireSettings(db, now);
    const calendar = loadCalendar(db);
    const today = now.office.toPlainDate();
    const tomorrow = today.add({ days: 1 }).toString();
    const marks = { now: now.officeTime, today: now.today, tomorrow };
    const [late] = listOpen(db, isLate(marks), 1);
    const closing = today.toPlainDateTime(Temporal.PlainTime.from(hours.afternoon.closesAt));
    const isWorkingDay = calendar.isWorkingDay(today);
    const unprinted = countUnprinted(db);
    return {
      now: now.officeTime,
      isWorkingDay,
      dayName: calendar.dayName(today) ?? null,
      minutesLeftToday: isWorkingDay
        ? Math.max(0, workingMinutesBetween(now.office, closing, calendar, hours))
        : 0,
      figures: {
        late: {
          count: countOpen(db, isLate(marks)),
          oldestMinutes: late ? rowViewer(scope)(late).minutesLeft : null,
        },
        dueToday: {
          count: countOpen(db, isDueToday(marks)),
          pastHour: countOpen(db, isPastHour(marks)),
        },
        awaiting: { count: countAwaiting(db), mayStop: countMayStop(db, now.today) },
        ready: {
          count: countReady(db, '9999'),
          overTenDays: countReady(db, today.subtract({ days: 10 }).toString()),
        },
        unprinted: { count: unprinted.count, cases: unprinted.cases, oldestAt: unprinted.oldestAt },
      },
      groups: groupsOf(scope, marks, calendar.nextWorkingDay(today)),
      waiting: waitingForCitizens(db, 8).map((row) => ({
        ...row,
        days: today.since(Temporal.PlainDateTime.from(row.endedAt).toPlainDate()).days,
      })),
      today: todayOf(scope),
      bookToClose: bookToClose(scope),
      years: figuresByYear(db, 3, now.officeTime),
    };
  }),
};

/** From the last working day of a year until the end of March, to a leader or administrator; null while it has no lines. */
function bookToClose({ db, now, person }: QueryScope): number | null {
  if (!person?.roles.some((role) => role === 'leader' || role === 'administrator')) return null;
  const { year, month } = now.office;
  const ended = month <= 3 ? year - 1 : year;
  const isTime = month <= 3 || now.today >= mayCloseFrom(db, ended);
  return isTime && findClosing(db, ended) === undefined && spanOf(db, ended) !== null ? ended : null;
}

/** Late, today, the next working day, and the rest of the seven days to come. */
function groupsOf(scope: QueryScope, marks: DayMarks, next: Temporal.PlainDate): BoardGroup[] {
  const { today, tomorrow } = marks;
  const afterNext = next.add({ days: 1 }).toString();
  const inAWeek = scope.now.office.toPlainDate().add({ days: 8 }).toString();
  const weekEnd = inAWeek > afterNext ? inAWeek : next.add({ days: 2 }).toString();
  const spans = [
    { key: 'late', day: null, from: longAgo, to: today, condition: isLate(marks) },
    { key: 'today', day: today, from: today, to: tomorrow, condition: isDueToday(marks) },
    {
      key: 'tomorrow',
      day: next.toString(),
      from: tomorrow,
      to: afterNext,
      condition: isDueBetween(marks, tomorrow, afterNext),
    },
    {
      key: 'week',
      day: null,
      from: afterNext,
      to: weekEnd,
      condition: isDueBetween(marks, afterNext, weekEnd),
    },
  ] as const;
  const view = rowViewer(scope);
  return spans.map(({ key, day, from, to, condition }) => ({
    key,
    day,
    dueFrom: from,
    dueTo: Temporal.PlainDate.from(to).subtract({ days: 1 }).toString(),
    total: countOpen(scope.db, condition),
    rows: listOpen(scope.db, condition, rowsOfAGroup).map(view),
  }));
}

/** Today's receptions by hour, beside the average of the eight same weekdays before. */
function todayOf({ db, now }: QueryScope): Board['today'] {
  const { hours } = requireSettings(db, now);
  const today = now.office.toPlainDate();
  const before = Array.from({ length: 8 }, (_, week) => today.subtract({ days: 7 * (week + 1) }).toString());
  const earlier = before.flatMap((day) => receivedByHour(db, day));
  const received = receivedByHour(db, now.today);
  // From opening to closing, and wider where somebody came outside: the bars add up to the total.
  const seen = received.map(({ hour }) => hour);
  const first = Math.min(Number(hours.morning.opensAt.slice(0, 2)), ...seen);
  const [closingHour = '0', closingMinute] = hours.afternoon.closesAt.split(':');
  const last = Math.max(first, Number(closingHour) - (closingMinute === '00' ? 1 : 0), ...seen);
  const byHour = Array.from({ length: last - first + 1 }, (_, index) => {
    const hour = first + index;
    const usual = earlier.filter((row) => row.hour === hour).reduce((sum, { count }) => sum + count, 0) / 8;
    return { hour, count: received.find((row) => row.hour === hour)?.count ?? 0, usual };
  });
  return {
    received: received.reduce((sum, { count }) => sum + count, 0),
    usualTotal: Math.round(earlier.reduce((sum, { count }) => sum + count, 0) / 8),
    byHour,
  };
}
