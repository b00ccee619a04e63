import { createHash } from 'node:crypto';
import { z } from 'zod';
import { explainAppointment } from '../../../shared/appointment-words.ts';
import { moveReason } from '../../../shared/calendar-words.ts';
import { makeCalendar, type WorkCalendar } from '../../../shared/domain/calendar.ts';
import {
  type CaseMove,
  changedDays,
  type DayChange,
  moveOf,
  touchedDays,
} from '../../../shared/domain/calendar-change.ts';
import {
  applyEdits,
  type CalendarEdit,
  calendarEditSchema,
  editFault,
  newerNationalYears,
} from '../../../shared/domain/calendar-change-edits.ts';
import { type CalendarYear, calendarYearSchema } from '../../../shared/domain/calendar-year.ts';
import type { CaseState } from '../../../shared/domain/case-flow.ts';
import { managers } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CalendarApplied, CalendarPreview, MovedCase } from '../../../shared/views-calendar.ts';
import { sheetsOf } from '../../printing/copies.ts';
import {
  type DatedCase,
  listOpenCasesOver,
  loadCalendar,
  saveCalendarYears,
} from '../../register/calendar.ts';
import { getCase } from '../../register/cases/cases.ts';
import type { Reader } from '../../register/connection.ts';
import { addPrintJob } from '../../register/print-jobs.ts';
import { ruleFinder } from '../cases/case-rules.ts';
import { readCase, writeEvent } from '../cases/case-writing.ts';
import {
  type CommandScope,
  longCommand,
  type QueryScope,
  query,
  requirePerson,
  requireSettings,
  seated,
} from '../door.ts';

const editsSchema = z.object({ version: z.int().min(0), edits: z.array(calendarEditSchema).max(400) });
type Edits = z.output<typeof editsSchema>;

/** Jobs that a window opens for printing at once. */
const mostShown = 50;

export const calendarRoutes = {
  year: query(seated, z.object({ year: z.int().min(2000).max(2200) }), ({ db, context }, { year }) => {
    const calendar = loadCalendar(db);
    return {
      years: calendar.years.map((known) => known.year),
      year: calendar.years.find((known) => known.year === year) ?? null,
      provisional: calendar.isProvisional(year),
      version: calendar.version,
      /** Years that the program knows more of than the register. */
      newer: newerNationalYears(calendar.years, context.nationalYears).map((known) => known.year),
    };
  }),

  /** What the edits would do to the open cases; nothing is written. Throws stale, invalidInput. */
  preview: query(seated, editsSchema, (scope, input): CalendarPreview => {
    const change = changeOf(scope, scope.db, input);
    const plan = [...planOf(scope, scope.db, change)].filter((planned) => planned !== null);
    const moved = plan.flatMap(({ row }) => (row === null ? [] : [row]));
    scope.seen('seen.list', 'calendar.preview', { found: plan.length });
    return {
      version: change.before.version,
      years: change.changed,
      changes: change.days,
      moved,
      unclear: plan
        .filter(({ row }) => row === null)
        .map(({ named: { id, caseCode, applicantName } }) => ({ id, caseCode, applicantName })),
      digest: digestOf(moved),
    };
  }),

  /** Why one case has the one date and would have the other. */
  explain: query(seated, editsSchema.extend({ id: z.int().min(1) }), (scope, { id, ...input }) => {
    const { before, after } = changeOf(scope, scope.db, input);
    const state = getCase(scope.db, id);
    const move = moveOf(state, { ...ruleFinder(scope, scope.db)(state), calendar: before }, after);
    return {
      before: explainAppointment(state.appointment),
      after: move && explainAppointment(move.appointment),
    };
  }),

  /**
   * The new calendar, an event for each case it moves, and its slip: one transaction. Whoever applies it must have seen exactly
   * these cases, else stale; `keep` leaves cases at the date they have, and the journal says so. Throws stale, invalidInput, busy,
   * clockWrong.
   */
  change: longCommand(
    managers,
    ['catalogue', 'cases', 'slips'],
    editsSchema.extend({
      seen: z.object({ digest: z.string().max(80), count: z.int().min(0) }),
      keep: z.array(z.int().min(1)).max(100_000),
      print: z.boolean(),
    }),
    async (scope, input): Promise<CalendarApplied> => {
      const { keep, seen } = input;
      return scope.writeInChunks('calendar', seen.count, (write) =>
        applyChange(write, input, new Set(keep), seen.digest),
      );
    },
  ),
};

interface Change {
  before: WorkCalendar;
  after: WorkCalendar;
  changed: CalendarYear[];
  days: DayChange[];
}

/** The two calendars of a change. Throws stale when somebody changed the calendar meanwhile. */
function changeOf({ context }: Pick<QueryScope, 'context'>, db: Reader, { version, edits }: Edits): Change {
  const before = loadCalendar(db);
  if (before.version !== version) throw new AppError('stale', { what: 'calendar', version: before.version });
  const wrong = edits.findIndex((edit) => editFault(edit, context.nationalYears) !== null);
  if (wrong >= 0) throw new AppError('invalidInput', { fields: { [`edits.${wrong}`]: 'choice' } });
  const { years, changed } = applyEdits(before.years, edits, context.nationalYears);
  const after = makeCalendar(
    years.map((year) => calendarYearSchema.parse(year)),
    before.version + 1,
  );
  return { before, after, changed, days: changedDays(before, after) };
}

interface Planned {
  named: DatedCase;
  state: CaseState;
  move: CaseMove | null;
  /** Null where the new days contradict what happened in the case. */
  row: MovedCase | null;
  touched: DayChange[];
}

/** Each open case that the changed days can reach: what becomes of it, or null when it stays as it is. */
function* planOf(
  scope: Pick<QueryScope, 'now' | 'person'>,
  db: Reader,
  change: Change,
): Generator<Planned | null> {
  const { before, after, days } = change;
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return;
  const findRule = ruleFinder(scope, db);
  for (const named of listOpenCasesOver(db, first.date, last.date)) {
    const state = getCase(db, named.id);
    yield plannedOf(scope.now.officeTime, named, state, days, () =>
      moveOf(state, { ...findRule(state), calendar: before }, after),
    );
  }
}

function plannedOf(
  now: string,
  named: DatedCase,
  state: CaseState,
  days: readonly DayChange[],
  ask: () => CaseMove | null,
): Planned | null {
  try {
    const move = ask();
    if (move === null) return null;
    const touched = touchedDays(state, move, days);
    const { from, to } = move;
    const row = {
      ...named,
      from,
      to,
      days: touched.map(({ date }) => date),
      isPast: to !== null && from !== null && to < from && to < now,
    };
    return { named, state, move, row, touched };
  } catch (error) {
    if (error instanceof RangeError) return { named, state, move: null, row: null, touched: [] };
    throw error;
  }
}

function digestOf(moved: readonly MovedCase[]): string {
  const hash = createHash('sha256');
  for (const { id, from, to } of moved) hash.update(`${id} ${from} ${to}\n`);
  return `${moved.length}-${hash.digest('hex').slice(0, 32)}`;
}

function* applyChange(
  scope: CommandScope,
  input: Edits & { print: boolean },
  keep: ReadonlySet<number>,
  digest: string,
): Generator<number, CalendarApplied> {
  const { tx, now } = scope;
  const { id: personId, name } = requirePerson(scope);
  const change = changeOf(scope, tx, input);
  const plan: (Pick<Planned, 'touched'> & { row: MovedCase; move: CaseMove })[] = [];
  for (const planned of planOf(scope, tx, change)) {
    if (planned?.row && planned.move)
      plan.push({ row: planned.row, move: planned.move, touched: planned.touched });
    yield 0;
  }
  if (digestOf(plan.map(({ row }) => row)) !== digest) throw new AppError('stale', { what: 'calendar' });
  if (change.changed.length === 0) throw new AppError('invalidInput', { fields: { edits: 'required' } });
  const version = saveCalendarYears(tx, change.changed);
  const kept = plan.filter(({ row }) => keep.has(row.id));
  const moving = plan.filter(({ row }) => !keep.has(row.id));
  scope.record('calendar.changed', 'calendar', {
    version,
    edits: input.edits satisfies CalendarEdit[],
    moved: moving.length,
    kept: kept.map(({ row: { id, from, to } }) => ({ id, from, to })),
  });
  const jobIds: number[] = [];
  const { printing } = requireSettings(tx, now);
  for (const [index, { row, move, touched }] of moving.entries()) {
    writeEvent(scope, row.id, readCase(tx, row.id), {
      kind: 'appointmentMoved',
      at: now.officeTime,
      by: { id: personId, name },
      appointment: { ...move.appointment, calendarVersion: version },
      measuredDueAt: move.measuredDueAt,
      promisedAt: move.promisedAt,
      ...(move.closing !== null && { closing: move.closing }),
      calendarVersion: version,
      reason: moveReason(touched, row.from),
    });
    if (input.print && row.from !== row.to) {
      const sheets = sheetsOf(move.movesClosing ? 'supplementSlip' : 'acknowledgement', printing);
      jobIds.push(addPrintJob(tx, { caseId: row.id, at: now.officeTime, ...sheets }));
    }
    yield index + 1;
  }
  if (jobIds.length > 0) scope.after(() => scope.context.printDesk.enqueue(jobIds));
  return {
    version,
    moved: moving.length,
    kept: kept.length,
    jobIds: jobIds.slice(0, mostShown),
    printed: jobIds.length,
  };
}
