import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { refusalOf } from '../../../shared/domain/case-flow.ts';
import { textField } from '../../../shared/domain/person.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CaseRow } from '../../../shared/views.ts';
import type {
  CitizenCall,
  HeldOriginals,
  HeldRow,
  UnclaimedGroup,
  UnclaimedRow,
} from '../../../shared/views-counter.ts';
import {
  countHolding,
  countUnclaimed,
  type HeldColumns,
  lastCallOf,
  listHolding,
  listRowsOf,
  listUnclaimed,
  type UnclaimedColumns,
} from '../../register/cases/custody.ts';
import { listNotices } from '../../register/voice/notices.ts';
import { command, type QueryScope, query, requirePerson, requireSettings, seated } from '../door.ts';
import { rowViewer } from './case-views.ts';
import { actContextOf, readCase } from './case-writing.ts';

const mostHeld = 500;
const mostOfAGroup = 300;
const longAgo = '2000-01-01';

/** Older than these many days, beside the ward's own number (Cà Mau, Đắk Lắk lists of unclaimed results). */
const olderGroups = [90, 30];

export const custodyRoutes = {
  /** Originals that the office holds, and of whom. */
  originals: query(seated, z.void(), (scope): HeldOriginals => {
    const rows = heldRows(scope, listHolding(scope.db, mostHeld));
    scope.seen('seen.list', 'custody.originals', { found: rows.length });
    return { ...countHolding(scope.db), rows };
  }),

  /** Results that nobody collected, each in one group: the sum is what is ready to be given back. */
  unclaimed: query(seated, z.void(), (scope): UnclaimedGroup[] => {
    const { db, now } = scope;
    const { unclaimedAfterDays } = requireSettings(db, now).flow;
    const ages = [...olderGroups.filter((days) => days > unclaimedAfterDays), unclaimedAfterDays, 0];
    const today = now.office.toPlainDate();
    let from = longAgo;
    scope.seen('seen.list', 'custody.unclaimed');
    return ages.map((overDays) => {
      const before = overDays === 0 ? '9999' : today.subtract({ days: overDays }).toString();
      const group: UnclaimedGroup = {
        overDays,
        count: countUnclaimed(db, from, before),
        rows: unclaimedRows(scope, listUnclaimed(db, from, before, mostOfAGroup)),
      };
      from = before;
      return group;
    });
  }),

  /** Notes that the citizen was told by telephone. A call is no visit and no act: the case stays as it is. */
  called: command(
    ['clerk', 'officer'],
    ['cases'],
    z.object({ id: z.int().min(1), note: textField(300).default('') }),
    (scope, { id, note }): CitizenCall => {
      const { state } = readCase(scope.tx, id);
      if (state.status !== 'resolved') throw new AppError('actNotAllowed', { status: state.status });
      const { id: personId, name } = requirePerson(scope);
      const call = { at: scope.now.officeTime, by: { id: personId, name }, note };
      scope.record('contact.called', `case:${id}`, call);
      return call;
    },
  ),
};

/** A case as a line of every list, with what is held of it. */
function heldRows(scope: QueryScope, columns: readonly HeldColumns[]): HeldRow[] {
  const lineOf = lines(scope, columns);
  return columns.map(({ id, phone, shelf, originalsHeld }) => {
    const { state } = readCase(scope.db, id);
    const held = state.custody.items.filter(({ returnedAt }) => returnedAt === null);
    return {
      ...lineOf(id),
      version: state.version,
      phone,
      shelf,
      originalsHeld,
      items: held.map(({ name, originals }) => ({ name, originals })),
      refusal: refusalOf('giveBackOriginals', state, actContextOf(scope, scope.db, state)),
    };
  });
}

function unclaimedRows(scope: QueryScope, columns: readonly UnclaimedColumns[]): UnclaimedRow[] {
  const lineOf = lines(scope, columns);
  const today = scope.now.office.toPlainDate();
  return columns.map(({ id, phone, endedAt, timesTold }) => {
    const { state, events } = readCase(scope.db, id);
    return {
      ...lineOf(id),
      version: state.version,
      phone,
      days: today.since(Temporal.PlainDateTime.from(endedAt).toPlainDate()).days,
      setAside: state.setAside,
      lastVisitAt: events.findLast(({ kind }) => kind === 'visited')?.at ?? null,
      lastCall: lastCallOf(scope.db, id),
      lastNotice:
        timesTold === 0
          ? null
          : (listNotices(scope.db, id).find(({ occasion }) => occasion === 'ready') ?? null),
      timesTold,
      refusal: refusalOf('setAside', state, actContextOf(scope, scope.db, state)),
    };
  });
}

/** The lines of all the cases, asked for at once. */
function lines(scope: QueryScope, columns: readonly { id: number }[]): (id: number) => CaseRow {
  const view = rowViewer(scope);
  const ids = columns.map(({ id }) => id);
  const rows = new Map(listRowsOf(scope.db, ids).map((row) => [row.id, row]));
  return (id) => {
    const row = rows.get(id);
    if (row === undefined) throw new AppError('notFound', { what: 'case' });
    return view(row);
  };
}
