import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const clerkId = 1;
const leaderId = 3;

/** A cashier beside the clerk, the officer and the leader; and somebody who only administers. */
async function openMoneyDesk(at?: string) {
  const desk = await openDesk(at);
  const seat = async (name: string, role: 'cashier' | 'administrator') => {
    const approval = { personId: leaderId, password: passwordOfTests };
    const { people } = await desk.clerk.people.add({ name, roles: [role], approval });
    const personId = people.find((person) => person.name === name)?.id ?? 0;
    const caller = desk.counter.caller({ kind: 'loopback', device: `${role}-desk` });
    await signInAt(desk.clerk, caller, personId);
    return { caller, personId };
  };
  const { caller: cashier, personId: cashierId } = await seat('Hà Thị Thu', 'cashier');
  const { caller: administrator } = await seat('Vì Văn Nam', 'administrator');
  return Object.assign(desk, { cashier, cashierId, administrator });
}

const paid = (
  method: 'cash' | 'transfer' | 'later' | 'exempt' | 'onlinePayment',
  amountVnd = method === 'exempt' ? 0 : 10_000,
) => reception({ fee: { amountVnd, method, reason: 'Theo thông báo của phường' } });

function audit({ folder }: Desk) {
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findUnfoldedPayments(db)).toEqual([]);
  expect(findBrokenLink(db)).toBeNull();
  const moves = db.prepare('SELECT kind, method, amountVnd, personId, shiftId FROM moneyMoves').all();
  db.close();
  return moves;
}

async function moneyOf(desk: Desk, caseId: number) {
  const money = await desk.clerk.payments.ofCase({ caseId });
  const [payment] = money.payments;
  if (payment === undefined) throw new Error('Nothing is demanded');
  return { money, payment };
}

test.each([
  { method: 'cash', status: 'confirmed', openVnd: 0, noteNo: '2025-C01-0001', shiftId: 1 },
  { method: 'transfer', status: 'unpaid', openVnd: 10_000, noteNo: '', shiftId: undefined },
  { method: 'later', status: 'unpaid', openVnd: 10_000, noteNo: '', shiftId: undefined },
  { method: 'exempt', status: 'exempt', openVnd: 0, noteNo: '', shiftId: undefined },
  { method: 'onlinePayment', status: 'confirmed', openVnd: 0, noteNo: '', shiftId: null },
] as const)(
  'a case paid by $method begins $status; only cash is in a drawer (rules §14)',
  async ({ method, status, openVnd, noteNo, shiftId }) => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(paid(method));
    const { money, payment } = await moneyOf(desk, id);
    expect(payment).toMatchObject({ status, noteNo, method });
    expect(money).toMatchObject({ openVnd, missingVnd: 0, toReturnVnd: 0 });
    const moves = audit(desk);
    expect(moves).toMatchObject(shiftId === undefined ? [] : [{ kind: 'confirmed', method, shiftId }]);
  },
);

test('what the ward has not set, and what costs nothing, is not demanded (rules §14)', async () => {
  await using desk = await openDesk();
  for (const amountVnd of [null, 0]) {
    const fee = { amountVnd, method: 'cash', reason: 'Chưa có mức thu' } as const;
    const { id } = await desk.clerk.cases.receive(reception({ fee }));
    expect((await desk.clerk.payments.ofCase({ caseId: id })).payments).toEqual([]);
  }
  expect(audit(desk)).toEqual([]);
});

test('a dossier that was only filed owes nothing until it is accepted, and then once (rules §14)', async () => {
  await using desk = await openDesk();
  const filed = await desk.clerk.cases.register({
    ...reception({ channel: 'online', fee: { amountVnd: 10_000, method: 'cash' } }),
    slips: [],
    decision: null,
  });
  expect((await desk.clerk.payments.ofCase({ caseId: filed.id })).payments).toEqual([]);
  await desk.officer.cases.act({ id: filed.id, version: 1, act: { kind: 'accept' } });
  const { money, payment } = await moneyOf(desk, filed.id);
  expect(money).toMatchObject({ takenVnd: money.feeVnd, openVnd: 0, missingVnd: 0 });
  expect(payment).toMatchObject({ status: 'confirmed', noteNo: '2025-C02-0001' });
});

test('a transfer is shown, then seen by a person: who, when, with which reference (rules §14)', async () => {
  await using desk = await openMoneyDesk('2025-04-24T09:15');
  const { id } = await desk.clerk.cases.receive(paid('transfer'));
  const first = await moneyOf(desk, id);
  desk.setTime('2025-04-24T09:20');
  const seen = { paymentId: first.payment.id, version: 1, method: 'transfer', reference: 'FT25114' } as const;
  const after = await desk.cashier.payments.confirm(seen);
  expect(after).toMatchObject({ openVnd: 0, takenVnd: 10_000, payments: [{ status: 'confirmed' }] });
  expect(after.payments[0]?.events.at(-1)).toMatchObject({
    kind: 'confirmed',
    at: '2025-04-24T09:20',
    by: { id: desk.cashierId, name: 'Hà Thị Thu' },
    reference: 'FT25114',
    noteNo: `2025-C0${desk.cashierId}-0001`,
  });
  // The button pressed twice.
  await expect(desk.cashier.payments.confirm(seen)).rejects.toMatchObject({ message: 'stale' });
  await expect(desk.cashier.payments.confirm({ ...seen, version: 2 })).rejects.toMatchObject({
    message: 'actNotAllowed',
  });
  expect(audit(desk)).toHaveLength(1);
});

test('a part and then all of it goes back, never more than was paid (rules §14)', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('cash'));
  const { payment } = await moneyOf(desk, id);
  const back = {
    paymentId: payment.id,
    method: 'cash',
    reason: 'Thu nhầm',
    approval: { personId: leaderId, password: passwordOfTests },
  } as const;
  // As for a void: whoever took it names somebody who leads.
  await expect(
    desk.clerk.payments.refund({
      ...back,
      version: 2,
      amountVnd: 4_000,
      approval: { personId: clerkId, password: passwordOfTests },
    }),
  ).rejects.toMatchObject({ message: 'approverNotAllowed' });
  const part = await desk.clerk.payments.refund({ ...back, version: 2, amountVnd: 4_000 });
  expect(part.payments[0]).toMatchObject({ status: 'confirmed', refundedVnd: 4_000, refundableVnd: 6_000 });
  await expect(desk.clerk.payments.refund({ ...back, version: 3, amountVnd: 6_001 })).rejects.toMatchObject({
    cause: { data: { fields: { amountVnd: 'tooBig' } } },
  });
  const rest = await desk.officer.payments.refund({ ...back, version: 3, amountVnd: 6_000 });
  expect(rest.payments[0]).toMatchObject({ status: 'refunded', refundableVnd: 0 });
  expect(rest.payments[0]?.events.at(-1)).toMatchObject({ approvedBy: { name: 'Cầm Văn Tuấn' } });
  // The fee still stands: who need not pay has it corrected.
  expect(rest).toMatchObject({ takenVnd: 10_000, returnedVnd: 10_000, missingVnd: 10_000 });
  expect(audit(desk)).toMatchObject([
    { amountVnd: 10_000, shiftId: 1 },
    { amountVnd: -4_000, shiftId: 1 },
    // Out of the drawer of the officer, who gave it back.
    { amountVnd: -6_000, shiftId: 2 },
  ]);
});

test('a voided note keeps its number, a second person approves it, and the fee may be taken again (rules §14)', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('cash'));
  const { payment } = await moneyOf(desk, id);
  const [approver] = payment.approvers ?? [];
  expect(payment.approvers?.map(({ name }) => name)).toEqual(['Cầm Văn Tuấn']);
  const void_ = { paymentId: payment.id, version: 2, reason: 'Ghi nhầm người nộp' };
  await expect(desk.clerk.payments.cancel(void_)).rejects.toMatchObject({ message: 'approvalNeeded' });
  for (const [personId, password, why] of [
    [clerkId, passwordOfTests, 'approverNotAllowed'],
    [leaderId, 'không phải mật khẩu này', 'wrongPassword'],
  ] as const) {
    const approval = { personId, password };
    await expect(desk.clerk.payments.cancel({ ...void_, approval })).rejects.toMatchObject({ message: why });
  }
  desk.setTime('2025-04-24T09:16');
  const voided = await desk.clerk.payments.cancel({
    ...void_,
    approval: { personId: approver?.id ?? 0, password: passwordOfTests },
  });
  expect(voided).toMatchObject({ takenVnd: 10_000, returnedVnd: 10_000, missingVnd: 10_000, openVnd: 0 });
  expect(voided.payments[0]).toMatchObject({ status: 'cancelled', noteNo: '2025-C01-0001' });
  await expect(desk.clerk.payments.demand({ caseId: id, amountVnd: 9_000 })).rejects.toMatchObject({
    message: 'stale',
  });
  const again = await desk.clerk.payments.demand({ caseId: id, amountVnd: 10_000 });
  const second = again.payments[1];
  await desk.clerk.payments.confirm({ paymentId: second?.id ?? 0, version: 1, method: 'cash' });
  const { money } = await moneyOf(desk, id);
  expect(money.payments.map(({ noteNo, status }) => [noteNo, status])).toEqual([
    ['2025-C01-0001', 'cancelled'],
    ['2025-C01-0002', 'confirmed'],
  ]);
  expect(money).toMatchObject({ missingVnd: 0, openVnd: 0, takenVnd: 20_000, returnedVnd: 10_000 });
  audit(desk);
});

test("a leader's own word voids what somebody else took", async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('transfer'));
  const { payment } = await moneyOf(desk, id);
  await desk.clerk.payments.confirm({ paymentId: payment.id, version: 1, method: 'transfer' });
  const seen = await desk.leader.payments.ofCase({ caseId: id });
  expect(seen.payments[0]?.approvers).toBeNull();
  const money = await desk.leader.payments.cancel({
    paymentId: payment.id,
    version: 2,
    reason: 'Sai số tiền',
  });
  expect(money.payments[0]?.events.at(-1)).toMatchObject({ by: { name: 'Cầm Văn Tuấn' }, approvedBy: null });
  audit(desk);
});

test('numbers of notes run by year and cashier, without a gap, and a refusal spends none', async () => {
  await using desk = await openDesk('2025-12-31T09:00');
  for (const who of [desk.clerk, desk.officer, desk.clerk]) await who.cases.receive(paid('cash'));
  const { id } = await desk.clerk.cases.receive(paid('transfer'));
  const { payment } = await moneyOf(desk, id);
  const confirm = { paymentId: payment.id, method: 'transfer' } as const;
  await expect(desk.clerk.payments.confirm({ ...confirm, version: 9 })).rejects.toThrow('stale');
  await desk.clerk.payments.confirm({ ...confirm, version: 1 });
  desk.setTime('2026-01-02T09:00');
  await desk.clerk.cases.receive(paid('cash'));
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(db.prepare('SELECT noteNo FROM payments ORDER BY id').pluck().all()).toEqual([
    '2025-C01-0001',
    '2025-C02-0001',
    '2025-C01-0002',
    '2025-C01-0003',
    '2026-C01-0001',
  ]);
  db.close();
});

test('the numbers of the official receipt are kept; its number has at most eight digits (NĐ 254/2026/NĐ-CP Đ23.2)', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('cash'));
  const { payment } = await moneyOf(desk, id);
  const receipt = { formSymbol: '01BLP', symbol: 'AA-25E', lookupCode: 'M1A2', issuedOn: '2025-04-24' };
  const note = (number: string) =>
    desk.clerk.payments.noteReceipt({ paymentId: payment.id, version: 2, receipt: { ...receipt, number } });
  for (const wrong of ['123456789', '12a', '']) await expect(note(wrong)).rejects.toThrow();
  expect((await note('00001234')).payments[0]?.receipt).toEqual({ ...receipt, number: '00001234' });
});

test('money is open to who takes it, the leader reads, nobody else (rules §14)', async () => {
  await using desk = await openMoneyDesk();
  const { id } = await desk.clerk.cases.receive(paid('transfer'));
  const { payment } = await moneyOf(desk, id);
  const confirm = { paymentId: payment.id, version: 1, method: 'cash' } as const;
  const nobody = desk.counter.caller({ kind: 'loopback', device: 'empty-desk' });
  await expect(desk.leader.payments.confirm(confirm)).rejects.toThrow('notAllowed');
  await expect(desk.administrator.payments.ofCase({ caseId: id })).rejects.toThrow('notAllowed');
  await expect(desk.administrator.payments.confirm(confirm)).rejects.toThrow('notAllowed');
  await expect(nobody.payments.ofCase({ caseId: id })).rejects.toThrow('notSeated');
  for (const who of [desk.clerk, desk.officer, desk.cashier, desk.leader])
    expect((await who.payments.ofCase({ caseId: id })).openVnd).toBe(10_000);
  await desk.cashier.payments.confirm(confirm);
  expect(audit(desk)).toMatchObject([{ method: 'cash', personId: desk.cashierId }]);
});

test('a slip with the code says that the code was shown, and nothing of money (rules §14)', async () => {
  await using desk = await openDesk();
  const shown = async () => {
    const transfer = { ...paid('transfer'), slips: ['acknowledgement' as const] };
    const { id } = await desk.clerk.cases.receive(transfer);
    return (await moneyOf(desk, id)).payment.status;
  };
  expect(await shown()).toBe('unpaid');
  await desk.clerk.setup.save({
    bank: { bin: '970416', bankName: 'ACB', account: '257678859', holder: 'UBND THI TRAN IT ONG' },
  });
  expect(await shown()).toBe('qrShown');
  expect(audit(desk)).toEqual([]);
});

test('a result goes out unpaid only with a word on why; no law keeps it back', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(paid('later'));
  const act = async (one: object) => {
    const { state } = await desk.clerk.cases.get({ id });
    return desk.clerk.cases.act({ id, version: state.version, act: one as never });
  };
  await act({ kind: 'handover', toPersonId: desk.officerId });
  await act({ kind: 'resolve', outcome: 'granted' });
  const giveBack = { kind: 'return', recipient: { name: 'Lường Thị Thu Hằng' }, via: 'counter' };
  await expect(act(giveBack)).rejects.toMatchObject({
    cause: { code: 'invalidInput', data: { fields: { 'act.note': 'owing' } } },
  });
  const { state } = await act({ ...giveBack, note: 'Hẹn nộp chiều nay' });
  expect(state.status).toBe('returned');
});
