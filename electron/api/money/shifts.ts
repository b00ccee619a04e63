import { z } from 'zod';
import { managers, personNameSchema } from '../../../shared/domain/person.ts';
import { cashExpected, closingOf, noteRanges, takenByMethod } from '../../../shared/domain/shift.ts';
import type { EarlierClosing, FloatChange } from '../../../shared/domain/shift-closing.ts';
import { closeShiftSchema, confirmClockSchema, openShiftSchema } from '../../../shared/domain/shift-input.ts';
import { fold } from '../../../shared/domain/text.ts';
import { AppError } from '../../../shared/errors.ts';
import type { FaultKind } from '../../../shared/faults.ts';
import { formatDay, formatHour } from '../../../shared/format.ts';
import type { CurrentShift, KeptClosing, OpenShift, PaperState } from '../../../shared/views-shift.ts';
import { nowAt } from '../../now.ts';
import { getPerson } from '../../register/accounts/people.ts';
import { countOpen } from '../../register/cases/board.ts';
import { countHolding } from '../../register/cases/custody.ts';
import { isOpen } from '../../register/conditions.ts';
import type { Reader } from '../../register/connection.ts';
import { entriesOf, journalHead } from '../../register/journal.ts';
import {
  type ClockMark,
  clockSubject,
  findClockMark,
  findMoneyAhead,
  lastMoneyIds,
} from '../../register/money/money-clock.ts';
import { listReopened, type ReopenedClosing } from '../../register/money/reopened-shifts.ts';
import {
  countExempt,
  lastPaymentId,
  listOpenShifts,
  listShiftMoves,
  listShown,
  returnsOf,
} from '../../register/money/shift-reports.ts';
import {
  closeShift,
  findOpenShift,
  getShift,
  lastFloatVnd,
  openShift,
  type Shift,
  setShiftFloat,
} from '../../register/money/shifts.ts';
import { countUnprinted } from '../../register/print-jobs.ts';
import { type CommandScope, command, type QueryScope, query, requirePerson, seated } from '../door.ts';
import { refuseEarlier } from './payment-writing.ts';
import { closers, printSheet, seesAll } from './shift-writing.ts';

const mostShown = 50;
const shiftId = z.object({ id: z.int().min(1) });

export const shiftRoutes = {
  /** What whoever sits here has to close, and what waits beside the drawer. */
  current: query(seated, z.void(), (scope): CurrentShift => {
    const { db } = scope;
    const { id: personId } = requirePerson(scope);
    const found = findOpenShift(db, personId);
    return {
      shift: found ? openShiftOf(db, found) : null,
      lastFloatVnd: lastFloatVnd(db, personId),
      shown: listShown(db, mostShown),
      papers: papersOf(scope, db),
      ahead: aheadOf(scope),
      others: seesAll(scope) ? listOpenShifts(db).filter(({ id }) => id !== found?.id) : [],
    };
  }),

  /** The open shift of somebody who left it so, for the leader who closes it. Errors: notFound once it is closed. */
  ofOther: query(['leader'], shiftId, ({ db }, { id }): OpenShift => {
    const shift = getShift(db, id);
    if (shift.closedAt !== null) throw new AppError('notFound', { what: 'shift' });
    return openShiftOf(db, shift);
  }),

  /**
   * Tells the change money in the drawer: opens a shift, or corrects it. Once cash has moved that asks for a reason, which the
   * sheet tells: it would hide what is missing. Errors: invalidInput, clockWrong.
   */
  open: command(closers, ['money'], openShiftSchema, (scope, { floatVnd, reason }): number => {
    const { tx } = scope;
    const { id: personId, name: by } = requirePerson(scope);
    const at = scope.now.officeTime;
    const open = findOpenShift(tx, personId);
    refuseEarlier(scope, open);
    if (open === undefined) {
      const id = openShift(tx, { personId, at, floatVnd });
      scope.record('shift.opened', `shift:${id}`, { at, floatVnd });
      return id;
    }
    const { id, floatVnd: fromVnd } = open;
    if (fromVnd === floatVnd) return id;
    const isLate = hasCash(listShiftMoves(tx, id));
    if (isLate && reason === '') throw new AppError('invalidInput', { fields: { reason: 'required' } });
    setShiftFloat(tx, id, floatVnd);
    const change: FloatChange = { at, by, fromVnd, toVnd: floatVnd, reason: isLate ? reason : '' };
    scope.record('shift.floatChanged', `shift:${id}`, change);
    return id;
  }),

  /**
   * Counts the drawer against what moved and freezes the shift. Refuses with stale when money moved, or the change money was told
   * otherwise, since it was counted; with invalidInput a difference without its reason and a closing without a second person. Of
   * somebody who left it open a leader closes it, with the reason; he is the second person.
   */
  close: command(closers, ['money', 'slips'], closeShiftSchema, (scope, input): { jobId: number } => {
    const { tx, now } = scope;
    const person = requirePerson(scope);
    const shift = getShift(tx, input.shiftId);
    refuseEarlier(scope, shift);
    const instead = insteadOf(scope, shift, input.absence);
    const moves = listShiftMoves(tx, shift.id);
    const money = closingOf(shift.floatVnd, moves, input.pieces);
    const isSeen = moves.length === input.moves && money.expectedVnd === input.expectedVnd;
    if (shift.closedAt !== null || !isSeen) throw new AppError('stale', { what: 'shift' });
    if (money.differenceVnd !== 0 && input.reason === '') {
      throw new AppError('invalidInput', { fields: { reason: 'required' } });
    }
    const open = openShiftOf(tx, shift);
    const reopened = listReopened<KeptClosing>(tx, shift.id);
    const closing: KeptClosing = {
      ...(reopened.length > 0 && { earlier: reopened.map(earlierOf) }),
      cashier: shift.personName,
      instead,
      openedAt: shift.openedAt,
      closedAt: now.officeTime,
      ...money,
      floatChanges: open.floatChanges,
      takenVnd: money.methods.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
      reason: money.differenceVnd === 0 ? '' : input.reason,
      exemptCount: open.exemptCount,
      returns: open.returns,
      notes: open.notes,
      shownCount: listShown(tx, mostShown).total,
      ...papersOf(scope, tx),
      ...(instead ? { witness: person.name, witnessId: person.id } : witnessOf(scope, input)),
      note: [input.note, clockWords(tx, shift, now.officeTime)].filter(Boolean).join('. '),
      lastPaymentId: lastPaymentId(tx),
      journalHead: journalHead(tx),
    };
    closeShift(tx, shift.id, now.officeTime, closing);
    scope.record('shift.closed', `shift:${shift.id}`, closing);
    scope.after(() => scope.context.backups.ask('shift'));
    return { jobId: printSheet(scope, shift.id, { number: reopened.length + 1, closing }) };
  }),

  /**
   * The clock had run ahead and is right now: what was written under a later time stays as it is, and holds nothing up any more.
   * Errors: stale where the day, or what stands ahead, is not what was read.
   */
  confirmClock: command(managers, ['money'], confirmClockSchema, (scope, { today, to }): null => {
    const { tx, now } = scope;
    const ahead = findMoneyAhead(tx, now);
    if (ahead?.to !== to || now.today !== today) throw new AppError('stale', { what: 'shift' });
    const { closedShifts, openShifts } = ahead;
    const by = requirePerson(scope).name;
    const mark: ClockMark = {
      at: now.officeTime,
      by,
      to,
      ...lastMoneyIds(tx),
      closedShifts: [...closedShifts, ...(findClockMark(tx)?.closedShifts ?? [])],
      openShifts: [...openShifts, ...(findClockMark(tx)?.openShifts ?? [])],
    };
    scope.record('clock.confirmed', clockSubject, mark);
    return null;
  }),
};

const earlierOf = ({ closing, reopening }: ReopenedClosing<KeptClosing>): EarlierClosing => {
  const { closedAt, expectedVnd, countedVnd, differenceVnd, journalHead: head } = closing;
  return { closedAt, expectedVnd, countedVnd, differenceVnd, journalHead: head, reopened: reopening };
};

/** Null for one's own. Throws notAllowed, and invalidInput without a reason. */
function insteadOf(
  scope: CommandScope,
  { personId }: Shift,
  reason: string,
): { by: string; reason: string } | null {
  const { id, name: by } = requirePerson(scope);
  if (id === personId) return null;
  if (!seesAll(scope)) throw new AppError('notAllowed');
  if (reason === '') throw new AppError('invalidInput', { fields: { absence: 'required' } });
  return { by, reason };
}

/** What the sheet says of a shift that a clock which had run ahead opened; empty of every other. */
function clockWords(tx: Reader, { openedAt }: Shift, closedAt: string): string {
  const mark = closedAt < openedAt ? findClockMark(tx) : undefined;
  if (mark === undefined) return '';
  return `Đồng hồ đã đi lùi: giờ mở ca ghi khi đồng hồ chạy trước, chốt theo ngày ${formatDay(closedAt)}; ${mark.by} xác nhận giờ đúng lúc ${formatHour(mark.at)} ${formatDay(mark.at)}`;
}

function aheadOf({ db, now }: QueryScope): CurrentShift['ahead'] {
  const ahead = findMoneyAhead(db, now);
  if (ahead === null) return null;
  const { to, moves, demands, closedShifts } = ahead;
  return { now: now.officeTime, to, moves, demands, closings: closedShifts.length };
}

const hasCash = (moves: readonly { method: string }[]): boolean =>
  moves.some(({ method }) => method === 'cash');

/** What the sheet must tell of: changes before any cash had moved hide nothing. */
function floatChangesOf(db: Reader, id: number): FloatChange[] {
  return entriesOf(db, `shift:${id}`)
    .filter(({ kind }) => kind === 'shift.floatChanged')
    .map(({ data }) => data as FloatChange)
    .filter(({ reason }) => reason !== '');
}

function openShiftOf(db: Reader, { id, openedAt, floatVnd, personId, personName }: Shift): OpenShift {
  const moves = listShiftMoves(db, id);
  return {
    id,
    cashier: personName,
    openedAt,
    floatVnd,
    moves: moves.length,
    hasCash: hasCash(moves),
    floatChanges: floatChangesOf(db, id),
    methods: takenByMethod(moves),
    expectedVnd: cashExpected(floatVnd, moves),
    exemptCount: countExempt(db, personId),
    returns: returnsOf(db, moves),
    notes: noteRanges(moves.flatMap(({ kind, noteNo }) => (kind === 'confirmed' && noteNo ? [noteNo] : []))),
    reopened: listReopened(db, id).at(-1)?.reopening ?? null,
  };
}

function papersOf({ context }: Pick<QueryScope, 'context'>, db: Reader): PaperState {
  const backup = context.backups.standing().lastAt;
  return {
    openCases: countOpen(db, { sql: isOpen, values: [] }),
    originalsHeld: countHolding(db).originals,
    unprintedSlips: countUnprinted(db).count,
    lastBackupAt: backup === null ? null : nowAt(Date.parse(backup)).officeTime,
  };
}

/** Somebody else than the cashier. */
function witnessOf(
  scope: CommandScope,
  { witnessId, witnessName }: { witnessId: number | null; witnessName: string },
): Pick<KeptClosing, 'witness' | 'witnessId'> {
  const { id, name } = requirePerson(scope);
  const refuse = (witness: FaultKind) => new AppError('invalidInput', { fields: { witness } });
  if (witnessId === id) throw refuse('otherPerson');
  if (witnessId !== null) return { witness: getPerson(scope.tx, witnessId).name, witnessId };
  if (witnessName === '') throw refuse('required');
  if (fold(witnessName) === fold(name)) throw refuse('otherPerson');
  const isName = personNameSchema.safeParse(witnessName).success && /\p{L}.*\p{L}/u.test(witnessName);
  if (!isName) throw refuse('personName');
  return { witness: witnessName, witnessId };
}
