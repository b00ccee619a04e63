import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import type { PaymentEvent } from '../../../shared/domain/payment-events.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect, type Reader } from '../../register/connection.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';
import { seededRandom } from '../../samples/random.ts';

const april = { from: '2025-04-01', to: '2025-04-30' };
const may = { from: '2025-05-01', to: '2025-05-31' };

const methods = ['cash', 'transfer', 'onlinePayment', 'later', 'exempt'] as const;
const approval = { personId: 3, password: passwordOfTests };
const refusals = ['actNotAllowed', 'invalidInput', 'notAllowed', 'shiftStays', 'approvalNeeded'];

const procedures = ['1.004873', '1.001193', '2.000635'] as const;

/** Later with every step of a day. */
const clockOf = (step: number) =>
  [9 + Math.floor(step / 60), step % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Weeks of receptions, confirmations, refunds, cancellations, closings and reopenings of two people, by a seed; answers whose shifts. */
async function playMoney(desk: Desk, seed: number, steps: number): Promise<number[]> {
  const reopened: number[] = [];
  const { integer } = seededRandom(seed);
  const roll = (sides: number) => integer(0, sides - 1);
  const cases: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const day = 14 + Math.floor((step * 30) / steps);
    const [month, date] = day <= 30 ? [4, day] : [5, day - 30];
    desk.setTime(`2025-0${month}-${String(date).padStart(2, '0')}T${clockOf(step)}`);
    const caller = roll(2) === 0 ? desk.clerk : desk.officer;
    const method = methods[roll(methods.length)] ?? 'cash';
    const amountVnd = method === 'exempt' ? 0 : 1_000 * (1 + roll(40));
    const procedureCode = procedures[roll(procedures.length)] ?? '1.004873';
    const fee = { amountVnd, method, reason: 'Theo phường' };
    if (cases.length === 0 || roll(3) === 0) {
      cases.push((await caller.cases.receive(reception({ fee, slips: [], procedureCode }))).id);
      continue;
    }
    const caseId = cases[roll(cases.length)] ?? 0;
    const [payment] = (await caller.payments.ofCase({ caseId })).payments;
    if (payment === undefined) continue;
    const at = { paymentId: payment.id, version: payment.version, reason: 'Theo yêu cầu' };
    const way = (['cash', 'transfer', 'onlinePayment'] as const)[roll(3)] ?? 'cash';
    const acts = [
      () => caller.payments.confirm({ ...at, method: way }),
      () =>
        caller.payments.refund({
          ...at,
          amountVnd: 1 + roll(Math.max(1, payment.amountVnd)),
          method: way,
          approval,
        }),
      () => caller.payments.cancel({ ...at, approval }),
      () => caller.payments.noteReceipt({ ...at, receipt: { number: String(1 + step) } }),
      async () => {
        const { shift } = await caller.shifts.current();
        if (shift === null) return;
        const { id: shiftId, moves, expectedVnd } = shift;
        await caller.shifts.close({ shiftId, moves, expectedVnd, reason: 'Không đếm', witnessId: 3 });
      },
      async () => {
        const [last] = await caller.shifts.list();
        if (last === undefined || last.isReopened) return;
        const { id, closedAt } = last;
        await caller.shifts.reopen({ id, closedAt, reason: 'Đếm sót', approval });
        reopened.push(id);
      },
    ];
    // Most of what is drawn is not lawful now: the door refuses it and nothing has happened.
    await acts[roll(acts.length)]?.().catch((error: { message: string }) => {
      expect([...refusals]).toContain(error.message);
    });
  }
  return reopened;
}

interface Told {
  at: string;
  kind: string;
  method: string;
  amountVnd: number;
  personId: number;
  caseId: number;
  paymentId: number;
}

/** The movements once more, from the journal alone. */
function recount(db: Reader, { from, to }: { from: string; to: string }): Told[] {
  const entries = db
    .prepare<[], { subject: string; data: string }>(
      "SELECT subject, data FROM journal WHERE kind GLOB 'payment.*' ORDER BY seq",
    )
    .all();
  const held = new Map<string, { amount: number; left: number; method: string; caseId: number }>();
  const told: Told[] = [];
  for (const { subject, data } of entries) {
    const event = JSON.parse(data) as PaymentEvent;
    const { kind, at, by } = event;
    if (kind === 'demanded') {
      held.set(subject, { amount: event.amountVnd, left: 0, method: event.method, caseId: event.caseId });
      continue;
    }
    const payment = held.get(subject);
    if (payment === undefined) throw new Error(`${kind} before demanded`);
    const tell = (method: string, amountVnd: number) => {
      const paymentId = Number(subject.slice('payment:'.length));
      told.push({ at, kind, method, amountVnd, personId: by.id, caseId: payment.caseId, paymentId });
    };
    if (kind === 'confirmed') {
      payment.left = payment.amount;
      payment.method = event.method;
      tell(event.method, payment.amount);
    } else if (kind === 'refunded') {
      payment.left -= event.amountVnd;
      tell(event.method, -event.amountVnd);
    } else if (kind === 'cancelled' && payment.left > 0) {
      tell(payment.method, -payment.left);
      payment.left = 0;
    }
  }
  return told.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);
}

const sum = (moves: readonly { amountVnd: number }[]) =>
  moves.reduce((total, { amountVnd }) => total + amountVnd, 0);

test.each([11, 2025, 765])(
  'the figures of a period equal a recount from the journal, split any way (seed %i; NĐ 118 Đ12.9)',
  async (seed) => {
    await using desk = await openDesk('2025-04-14T08:00', undefined, false);
    const reopened = await playMoney(desk, seed, 220);
    expect(reopened.length).toBeGreaterThan(0);
    desk.setTime('2025-05-20T08:00');
    const db = connect(join(desk.folder, 'register.db'), 'read');
    expect(findUnfoldedPayments(db)).toEqual([]);
    for (const period of [april, may, { from: april.from, to: may.to }]) {
      const moves = recount(db, period);
      const { total, byProcedure, byCashier, cashless } = await desk.leader.settlement.summary({ period });
      const taken = moves.filter(({ kind }) => kind === 'confirmed');
      for (const method of ['cash', 'transfer', 'onlinePayment'] as const) {
        expect(total[method]).toBe(sum(taken.filter((move) => move.method === method)));
      }
      expect(total.notes).toBe(taken.length);
      expect(total.notes).toBeGreaterThan(2);
      expect(total.returned).toBe(-sum(moves.filter(({ kind }) => kind !== 'confirmed')));
      expect(total.net).toBe(total.cash + total.transfer + total.onlinePayment - total.returned);
      for (const parts of [byProcedure, byCashier]) {
        for (const name of ['notes', 'cash', 'transfer', 'returned', 'returns', 'net'] as const) {
          expect(parts.reduce((all, part) => all + part[name], 0)).toBe(total[name]);
        }
      }
      for (const { personId, net } of byCashier) {
        expect(net).toBe(sum(moves.filter((move) => move.personId === personId)));
      }
      const kept = taken.map((note) => ({
        ...note,
        amountVnd: sum(moves.filter(({ paymentId }) => paymentId === note.paymentId)),
      }));
      const standing = kept.filter(({ amountVnd }) => amountVnd > 0);
      const paidElse = standing.filter(({ method }) => method !== 'cash');
      expect(cashless).toEqual({
        cases: new Set(standing.map(({ caseId }) => caseId)).size,
        cashlessCases: new Set(paidElse.map(({ caseId }) => caseId)).size,
        amountVnd: sum(standing),
        cashlessVnd: sum(paidElse),
      });
      // Every number opens exactly its lines.
      const counts = async (filter: Parameters<typeof desk.leader.settlement.list>[0]['filter']) => {
        const { count, cases, amountVnd, rows } = await desk.leader.settlement.list({ period, filter });
        expect(rows).toHaveLength(Math.min(count, 100));
        return { count, cases, amountVnd };
      };
      expect(await counts({})).toMatchObject({ count: moves.length, amountVnd: total.net });
      expect(await counts({ way: 'returned' })).toMatchObject({
        count: total.returns,
        amountVnd: -total.returned,
      });
      expect(await counts({ way: 'taken', method: 'cash' })).toMatchObject({ amountVnd: total.cash });
      expect(await counts({ standing: true })).toMatchObject({
        cases: cashless.cases,
        amountVnd: cashless.amountVnd,
      });
      expect(await counts({ standing: true, cashless: true })).toMatchObject({
        cases: cashless.cashlessCases,
        amountVnd: cashless.cashlessVnd,
      });
      const [first] = byProcedure;
      expect(await counts({ procedureCode: first?.code })).toMatchObject({ amountVnd: first?.net });
    }
    expect(recount(db, { from: april.from, to: may.to }).some(({ kind }) => kind === 'refunded')).toBe(true);
    expect(recount(db, { from: april.from, to: may.to }).some(({ kind }) => kind === 'cancelled')).toBe(true);
    // Every closing: float, cash taken and cash given back, whatever the order.
    const closed = await desk.leader.shifts.list();
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.filter(({ isReopened }) => isReopened)).toHaveLength(reopened.length);
    for (const { id, number } of closed) {
      const { closing } = await desk.leader.shifts.get({ id, number });
      expect(closing.earlier?.length ?? 0).toBe(number - 1);
      const back = closing.returns.filter(({ method }) => method === 'cash');
      const cash = closing.methods.find(({ method }) => method === 'cash')?.amountVnd ?? 0;
      expect(closing.expectedVnd).toBe(closing.floatVnd + cash - sum(back));
    }
    db.close();
  },
);

test('a month that was settled stays as it was, whatever is given back later', async () => {
  await using desk = await openDesk('2025-04-28T08:00');
  const fee = { amountVnd: 8_000, method: 'transfer', reason: 'Theo phường' } as const;
  const { id } = await desk.clerk.cases.receive(reception({ fee }));
  const [payment] = (await desk.clerk.payments.ofCase({ caseId: id })).payments;
  const paymentId = payment?.id ?? 0;
  await desk.clerk.payments.confirm({ paymentId, version: 1, method: 'transfer' });
  const settled = await desk.leader.settlement.summary({ period: april });
  expect(settled.cashless).toEqual({ cases: 1, cashlessCases: 1, amountVnd: 8_000, cashlessVnd: 8_000 });
  desk.setTime('2025-05-06T08:00');
  await desk.clerk.payments.cancel({
    paymentId,
    version: 2,
    reason: 'Nộp hai lần',
    approval,
  });
  const later = await desk.leader.settlement.summary({ period: april });
  expect({ ...later, withoutReceipt: 1 }).toEqual(settled);
  const { total } = await desk.leader.settlement.summary({ period: may });
  expect(total).toMatchObject({ notes: 0, transfer: 0, returned: 8_000, returns: 1, net: -8_000 });
});

test('what is not paid waits in a list of its own, the oldest first', async () => {
  await using desk = await openDesk();
  for (const method of ['transfer', 'cash', 'later'] as const) {
    const fee = { amountVnd: 8_000, method, reason: 'Theo phường' };
    await desk.clerk.cases.receive(
      reception({ fee, name: `Người nộp ${method === 'later' ? 'sau' : 'ngay'}` }),
    );
  }
  const { rows, count, amountVnd } = await desk.leader.settlement.unpaid({});
  expect(rows.map(({ method }) => method)).toEqual(['transfer', 'later']);
  expect({ count, amountVnd }).toEqual({ count: 2, amountVnd: 16_000 });
  expect(rows.map(({ returnedAt }) => returnedAt)).toEqual([null, null]);
  desk.setTime('2025-04-25T10:00');
  const [first] = rows;
  const id = first?.caseId ?? 0;
  for (const act of [
    { kind: 'handover', toPersonId: desk.officerId },
    { kind: 'resolve', outcome: 'granted' },
    { kind: 'return', recipient: { name: 'Người nộp ngay' }, via: 'counter', note: 'Hẹn nộp sau' },
  ] as const) {
    const { state } = await desk.clerk.cases.get({ id });
    await desk.clerk.cases.act({ id, version: state.version, act });
  }
  const out = await desk.leader.settlement.unpaid({});
  expect(out.rows.map(({ returnedAt }) => returnedAt)).toEqual(['2025-04-25T10:00', null]);
});

async function sheetOf(desk: Desk, path: string): Promise<exceljs.Worksheet> {
  const reply = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('No sheet');
  return sheet;
}

test('the workbooks hold real numbers and days, and the identity they are checked by', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const fee = { amountVnd: 20_000, method: 'cash', reason: 'Theo phường' } as const;
  const { id } = await desk.clerk.cases.receive(reception({ fee }));
  const [payment] = (await desk.clerk.payments.ofCase({ caseId: id })).payments;
  const back = { paymentId: payment?.id ?? 0, version: 2, method: 'cash', reason: 'Thu thừa' } as const;
  await desk.clerk.payments.refund({
    ...back,
    amountVnd: 5_000,
    approval,
  });
  const file = await desk.leader.settlement.exportList({ period: april });
  expect(file).toMatchObject({ fileName: 'Danh sách thu phí, lệ phí 2025-04-24.xlsx', count: 2 });
  const list = await sheetOf(desk, file.path);
  expect(list.getCell('A6').value).toBe('Từ ngày 01/04/2025 đến ngày 30/04/2025');
  expect(list.getCell('A7').value).toBe(
    'Còn lại 15.000 đ = tiền mặt 20.000 đ + chuyển khoản 0 đ + trực tuyến 0 đ − hoàn, hủy 5.000 đ',
  );
  const rows = (list.getSheetValues() as unknown[][]).filter(Boolean).map((row) => row.slice(1));
  const at = new Date('2025-04-24T09:15:00Z');
  const lines = rows.filter(([, noteNo]) => noteNo === '2025-C01-0001');
  expect(lines.map((row) => [row[2], row[6], row[8]])).toEqual([
    [at, 'Thu', 20_000],
    [at, 'Hoàn trả', -5_000],
  ]);
  const summary = await sheetOf(desk, (await desk.leader.settlement.exportSummary({ period: april })).path);
  const parts = (summary.getSheetValues() as unknown[][]).filter(Boolean).map((row) => row.slice(1));
  expect(parts.find(([, code]) => code === '1.004873')?.slice(3)).toEqual([1, 20_000, 0, 0, 5_000, 15_000]);
});
