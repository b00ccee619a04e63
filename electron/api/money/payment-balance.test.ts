import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect, type Reader } from '../../register/connection.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const people = ['clerk', 'officer'] as const;
const anyPerson = fc.constantFrom(...people);
const method = fc.constantFrom('cash', 'transfer', 'onlinePayment');

/** What somebody does at one of two counters; `of` picks among the payments there are. */
const deed = fc.oneof(
  fc.record({
    deed: fc.constant('receive' as const),
    who: anyPerson,
    method: fc.constantFrom('cash', 'transfer', 'later', 'onlinePayment'),
    amountVnd: fc.constantFrom(8_000, 10_000, 75_000),
  }),
  fc.record({ deed: fc.constant('confirm' as const), who: anyPerson, of: fc.nat(99), method }),
  fc.record({
    deed: fc.constant('refund' as const),
    who: anyPerson,
    of: fc.nat(99),
    method,
    amountVnd: fc.constantFrom(1_000, 4_000, 8_000, 10_000),
  }),
  fc.record({ deed: fc.constant('cancel' as const), who: anyPerson, of: fc.nat(99) }),
  fc.record({ deed: fc.constant('open' as const), who: anyPerson, floatVnd: fc.constantFrom(0, 200_000) }),
  fc.record({ deed: fc.constant('close' as const), who: anyPerson }),
);
type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never;

const refused = ['actNotAllowed', 'invalidInput'];

/** Does it, or is refused for a reason of the law of money. */
async function does(desk: Desk, cases: number[], leaderId: number, each: Deed): Promise<void> {
  const who = desk[each.who];
  if (each.deed === 'receive') {
    const fee = { amountVnd: each.amountVnd, method: each.method, reason: 'Theo thông báo' } as const;
    cases.push((await who.cases.receive(reception({ fee }))).id);
    return;
  }
  if (each.deed === 'open') {
    await who.shifts.open({ floatVnd: each.floatVnd, reason: 'Ghi nhầm' });
    return;
  }
  if (each.deed === 'close') {
    const { shift } = await who.shifts.current();
    if (shift === null) return;
    await who.shifts.close({
      shiftId: shift.id,
      moves: shift.moves,
      expectedVnd: shift.expectedVnd,
      reason: 'Đếm sau',
      witnessName: 'Vì Thị Sen',
    });
    return;
  }
  const [payment] = (await who.payments.ofCase({ caseId: cases[each.of % cases.length] ?? 0 })).payments;
  if (payment === undefined) return;
  const known = { paymentId: payment.id, version: payment.version };
  const act = {
    confirm: () => who.payments.confirm({ ...known, method: 'method' in each ? each.method : 'cash' }),
    refund: () =>
      who.payments.refund({
        ...known,
        amountVnd: 'amountVnd' in each ? each.amountVnd : 0,
        method: 'method' in each ? each.method : 'cash',
        reason: 'Thu nhầm',
        approval: { personId: leaderId, password: passwordOfTests },
      }),
    cancel: () =>
      who.payments.cancel({
        ...known,
        reason: 'Ghi nhầm',
        approval: { personId: leaderId, password: passwordOfTests },
      }),
  }[each.deed];
  await act().catch((error: Error) => expect(refused).toContain(error.message));
}

const rows = (db: Reader, sql: string) => db.prepare(sql).all() as Record<string, unknown>[];

test('whatever is received, confirmed, refunded, voided and closed: drawers hold what moved, a closed shift stays (rules §14)', async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { people: staff } = await desk.clerk.session.current();
  const leaderId = staff.find(({ roles }) => roles.includes('leader'))?.id ?? 0;
  const cases = [(await desk.clerk.cases.receive(reception())).id];
  const db = connect(join(desk.folder, 'register.db'), 'read');
  let closed: Record<string, unknown>[] = [];
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 15 }), async (deeds) => {
      for (const each of deeds) await does(desk, cases, leaderId, each);
      expect(findUnfoldedPayments(db)).toEqual([]);
      const shifts = rows(db, 'SELECT * FROM shifts ORDER BY id');
      // What was closed before this run is as it was.
      expect(shifts.filter(({ id }) => closed.some((one) => one.id === id))).toEqual(closed);
      closed = shifts.filter(({ closedAt }) => closedAt !== null);
      const [cash] = rows(db, "SELECT total(amountVnd) AS sum FROM moneyMoves WHERE method = 'cash'");
      const [float] = rows(db, 'SELECT total(floatVnd) AS sum FROM shifts');
      const told = closed.map(({ closing }) => JSON.parse(String(closing)).expectedVnd as number);
      for (const who of people) told.push((await desk[who].shifts.current()).shift?.expectedVnd ?? 0);
      expect(told.reduce((sum, each) => sum + each, 0)).toBe(Number(cash?.sum) + Number(float?.sum));
      const [net] = rows(
        db,
        `SELECT (SELECT total(amountVnd) FROM moneyMoves) AS moved,
           total(CASE WHEN confirmedAt IS NULL THEN 0 ELSE amountVnd - refundedVnd END) AS kept FROM payments`,
      );
      expect(net?.moved).toBe(net?.kept);
      const [online] = rows(
        db,
        "SELECT count(*) AS n FROM moneyMoves WHERE (method = 'onlinePayment') <> (shiftId IS NULL)",
      );
      expect(online?.n).toBe(0);
    }),
    { numRuns: 25 },
  );
  expect(closed.length).toBeGreaterThan(5);
  db.close();
});
