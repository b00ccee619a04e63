import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseState, Status } from '../../../shared/domain/case-flow.ts';
import { isInSet } from '../../../shared/domain/case-membership.ts';
import { countedCase, type TallyRow } from '../../../shared/domain/case-tally.ts';
import { dayPlus } from '../../../shared/domain/epoch-day.ts';
import {
  type CaseSetName,
  type CountedPeriod,
  caseSetNames,
  caseSets,
  type Period,
  type StatisticsScope,
} from '../../../shared/domain/statistics.ts';
import { timelinessOfEnded } from '../../../shared/domain/timeliness.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { type Random, seededRandom } from '../../samples/random.ts';
import { getCase, insertCase, updateCase } from '../cases/cases.ts';
import { openRegister, type Register } from '../register.ts';
import { figuresOf } from './figures.ts';
import { setCondition } from './statistics.ts';
import { findMiscounts } from './tallies.ts';

const now = '2025-06-20T10:30';
const days = 200;
const firstDay = dayPlus(now.slice(0, 10), -days);
/** Ends may lie so many days ahead of the clock: it ran ahead and was put right. */
const ahead = 20;

/** A case as a fold may leave it, at random. */
function randomState(template: CaseState, random: Random, n: number): CaseState {
  const time = (day: number, last = days - 1) =>
    `${dayPlus(firstDay, Math.min(day, last))}T${random.pick(['00:00', '07:30', '10:29', '16:59', '23:59'])}`;
  const start = random.integer(0, days - 2);
  const acceptedAt = random.next() < 0.93 ? time(start) : null;
  const hasDate = acceptedAt !== null && random.next() < 0.9;
  const dueAt = hasDate ? `${dayPlus(firstDay, start + random.integer(0, 40))}T16:00` : null;
  // Extended: measured by its first date still.
  const extendedTo =
    dueAt !== null && random.next() < 0.2
      ? `${dayPlus(dueAt.slice(0, 10), random.integer(1, 30))}T16:00`
      : dueAt;
  const isAhead = random.next() < 0.1;
  const later = isAhead
    ? time(days + random.integer(0, ahead), days + ahead)
    : time(start + random.integer(0, 60));
  const fact = () => random.pick([true, false, null]);
  const endedAt = acceptedAt !== null && later >= acceptedAt && random.next() < 0.75 ? later : null;
  const kind = random.pick(['hours', 'workingDays'] as const);
  // Given up while it waited, too.
  const waits = hasDate && random.next() < 0.3;
  const ended: Status = random.pick(
    waits ? ['withdrawn', 'stopped'] : ['resolved', 'returned', 'withdrawn', 'stopped'],
  );
  const status: Status =
    acceptedAt === null
      ? 'registered'
      : endedAt !== null
        ? ended
        : waits
          ? 'awaitingSupplement'
          : random.pick(['received', 'processing']);
  const field = random.pick(['Hộ tịch', 'Chứng thực', 'Đất đai']);
  return {
    ...template,
    caseCode: `X-${n}`,
    slipCode: `x-${n}`,
    serial: n,
    receivedAt: acceptedAt ?? time(start),
    acceptedAt,
    dueAt: extendedTo,
    measuredDueAt: waits ? null : dueAt,
    endedAt,
    timeliness:
      endedAt === null ? null : waits ? 'onTime' : timelinessOfEnded(dueAt, endedAt, hasDate ? kind : 'none'),
    status,
    channel: random.pick(['direct', 'online', 'postal']),
    procedure: { ...template.procedure, code: `1.00${random.integer(1, 4)}`, field },
    holder: { id: random.integer(1, 3), name: 'Lò Thị Mai' },
    point: random.pick(['', '', 'to-1']),
    digitised: fact(),
    fullOnline: fact(),
    digitalResult: endedAt === null ? null : fact(),
    appointment: {
      ...template.appointment,
      dueAt,
      limit: hasDate ? { kind, value: 5 } : { kind: 'none', value: 0 },
    },
  };
}

let desk: Desk;
let register: Register;
let rows: TallyRow[];
beforeAll(async () => {
  desk = await openDesk('2025-06-20T10:30', undefined, false);
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.counter.close();
  register = openRegister(desk.folder, false);
  const template = getCase(register.read, id);
  const random = seededRandom(20_250_620);
  register.transact((tx) => {
    for (let n = 10; n < 410; n += 1) {
      const state = randomState(template, random, n);
      const caseId = insertCase(tx, { key: randomUUID(), content: n }, state);
      // Most cases went through other states before.
      if (random.next() < 0.6) {
        const { caseCode, slipCode, serial } = state;
        const next = { ...randomState(template, random, n), caseCode, slipCode, serial };
        updateCase(tx, caseId, state, next);
      }
    }
  });
  rows = register.read.prepare<[], TallyRow>('SELECT * FROM cases').all();
});
afterAll(async () => {
  register.close();
  const { rmSync } = await import('node:fs');
  rmSync(desk.folder, { recursive: true, force: true });
});

const isIn = (name: CaseSetName, period: CountedPeriod, scope: StatisticsScope) => (row: TallyRow) =>
  Object.entries(scope).every(([key, value]) => row[key as keyof TallyRow] === value) &&
  isInSet(caseSets[name], countedCase(row), period, now);

const periods = fc
  .tuple(fc.integer({ min: -20, max: days + 20 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, length]): Period => {
    const first = dayPlus(firstDay, from);
    const last = dayPlus(first, length);
    // Half of them begin and end with a month.
    return length % 2 === 0
      ? { from: first, to: last }
      : {
          from: `${first.slice(0, 7)}-01`,
          to: dayPlus(`${dayPlus(`${last.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1),
        };
  });
const scopes: fc.Arbitrary<StatisticsScope> = fc.oneof(
  fc.constant({}),
  fc.constant({ channel: 'online' as const }),
  fc.constant({ procedureCode: '1.002' }),
  fc.constant({ field: 'Chứng thực', holderId: 2 }),
  fc.constant({ point: 'to-1', channel: 'direct' as const }),
  fc.constant({ point: '' }),
);

describe('on a register of random cases', () => {
  test('every set is, as SQL and as a figure, exactly the cases that it says', () => {
    fc.assert(
      fc.property(periods, scopes, (period, scope) => {
        const before = { from: dayPlus(period.from, -17), to: dayPlus(period.from, -1) };
        const figures = figuresOf(register.read, { scope, periods: [period, before], by: null, now });
        const cohort = { ...before, until: period.to };
        for (const asked of [period, before, cohort]) {
          for (const name of caseSetNames) {
            const expected = rows.filter(isIn(name, asked, scope)).length;
            const condition = setCondition(caseSets[name], asked, now, scope);
            const listed = register.read
              .prepare(`SELECT count(*) FROM cases WHERE ${condition.sql}`)
              .pluck()
              .get(...condition.values);
            expect([name, asked, listed]).toEqual([name, asked, expected]);
            expect([name, asked, figures.count(caseSets[name], asked)]).toEqual([name, asked, expected]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('while a period runs, what ended later than it is still open in it (Biểu 06, identities)', () => {
    const period = { from: '2025-06-01', to: '2025-06-25' };
    const n = (name: CaseSetName) => {
      const { sql, values } = setCondition(caseSets[name], period, now);
      return register.read
        .prepare<unknown[], number>(`SELECT count(*) FROM cases WHERE ${sql}`)
        .pluck()
        .get(...values);
    };
    const sum = (...names: CaseSetName[]) => names.reduce((all, name) => all + (n(name) ?? 0), 0);
    const endedLater = rows.filter(({ endedAt }) => endedAt !== null && endedAt >= '2025-06-26');
    expect(endedLater.length).toBeGreaterThan(5);
    expect(n('handledWithDeadline')).toBe(sum('settledWithDeadline', 'openWithDeadline'));
    expect(n('openWithDeadline')).toBe(sum('openInTime', 'openLate'));
    expect(n('handled')).toBe(sum('settled', 'open'));
  });

  test('split by anything, the parts are the sets of that part', () => {
    const keys = {
      procedure: 'procedureCode',
      field: 'field',
      holder: 'holderId',
      point: 'point',
      channel: 'channel',
    } as const;
    fc.assert(
      fc.property(
        periods,
        scopes,
        fc.constantFrom(...(Object.keys(keys) as (keyof typeof keys)[])),
        (period, scope, by) => {
          const figures = figuresOf(register.read, { scope, periods: [period], by, now });
          for (const name of caseSetNames) {
            const expected = new Map<string, number>();
            for (const row of rows.filter(isIn(name, period, scope))) {
              const key = String(row[keys[by]]);
              expected.set(key, (expected.get(key) ?? 0) + 1);
            }
            const found = [...figures.countByKey(caseSets[name], period)].filter(([, n]) => n > 0);
            expect([name, new Map(found)]).toEqual([name, expected]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the tallies are the sum of the rows; one written past the door is named', () => {
    expect(findMiscounts(register.read)).toEqual([]);
    const all = register.read
      .prepare("SELECT sum(total) FROM caseTallies WHERE grain = 'office'")
      .pluck()
      .get();
    expect(all).toBe(rows.filter(({ acceptedAt }) => acceptedAt !== null).length);
    register.transact((tx) => {
      tx.exec(
        "UPDATE caseTallies SET late = late + 1 WHERE grain = 'office' AND channel = 'online' AND receivedIn = '2025-03'",
      );
      tx.exec("DELETE FROM caseTallies WHERE grain = 'split' AND receivedIn = '2025-04'");
    });
    const found = findMiscounts(register.read);
    expect(found).toContainEqual(
      expect.objectContaining({ where: expect.stringMatching(/^office .*online 2025-03 .*late$/) }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({ where: expect.stringMatching(/^split .* 2025-04 .*total$/), stored: 0 }),
    );
  });
});
