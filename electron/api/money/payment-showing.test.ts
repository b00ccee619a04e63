import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseVietQr } from '../../../shared/domain/vietqr.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';

const bank = { bin: '970415', bankName: 'Ngân hàng Mẫu', account: '113366668888', holder: 'UBND Ít Ong' };
const transfer = { amountVnd: 10_000, method: 'transfer' } as const;

async function paymentOf({ clerk }: Desk, caseId: number) {
  const [payment] = (await clerk.payments.ofCase({ caseId })).payments;
  if (payment === undefined) throw new Error('Nothing is demanded');
  return payment;
}

/** A screen beside the clerk's window, until the test ends. */
async function watchedScreen({ counter }: Desk) {
  const states = await counter.displayCaller('window').screen.watch();
  const iterator = states[Symbol.asyncIterator]();
  await iterator.next();
  return iterator;
}

test('the code on the screen says nothing of money: shown where and by whom, and seen only by a person (rules §14)', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception({ fee: transfer }));
  const { id: paymentId } = await paymentOf(desk, id);
  // Without an account there is nothing to show.
  expect(await desk.clerk.payments.showQr({ paymentId })).toBeNull();
  expect(await paymentOf(desk, id)).toMatchObject({ status: 'unpaid', version: 1 });
  await desk.clerk.setup.save({ bank });
  const screen = await watchedScreen(desk);
  const shown = await desk.clerk.payments.showQr({ paymentId });
  const told = parseVietQr(shown?.transfer.payload ?? '');
  expect(told).toMatchObject({ account: bank.account, amountVnd: 10_000 });
  expect((await screen.next()).value).toMatchObject({
    state: {
      kind: 'mirror',
      citizen: { name: 'Lường Thị Thu Hằng', fee: { transfer: { payload: shown?.transfer.payload } } },
    },
  });
  // Shown again it stays one event.
  expect(await desk.clerk.payments.showQr({ paymentId })).toEqual(shown);
  expect(await paymentOf(desk, id)).toMatchObject({ status: 'qrShown', version: 2, refundableVnd: 0 });
  await desk.clerk.payments.confirm({ paymentId, version: 2, method: 'transfer' });
  expect((await screen.next()).value).toMatchObject({ state: { kind: 'idle' } });
  await expect(desk.clerk.payments.showQr({ paymentId })).rejects.toThrow('actNotAllowed');
  expect((await paymentOf(desk, id)).events.map(({ kind }) => kind)).toEqual([
    'demanded',
    'qrShown',
    'confirmed',
  ]);
});

test('a code that stood before the citizen while the form was filled in was shown; without a screen it was not', async () => {
  await using desk = await openDesk();
  await desk.clerk.setup.save({ bank });
  const input = reception({ fee: transfer });
  const mirror = { name: 'Lường Thị Thu Hằng', procedureCode: '1.004873', fee: transfer };
  await desk.clerk.secondScreen.show({ ...mirror, formKey: input.formKey });
  const alone = await desk.clerk.cases.receive(input);
  expect(await paymentOf(desk, alone.id)).toMatchObject({ status: 'unpaid' });
  const screen = await watchedScreen(desk);
  const formKey = randomUUID();
  await desk.clerk.secondScreen.show({ ...mirror, formKey });
  await screen.next();
  const { id } = await desk.clerk.cases.receive(reception({ formKey, fee: transfer }));
  expect(await paymentOf(desk, id)).toMatchObject({ status: 'qrShown', version: 2 });
});

test('a note that waits is not made twice, and what nobody paid has none (rules §14)', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const { id: paymentId } = await paymentOf(desk, id);
  const first = await desk.clerk.payments.printNote({ paymentId });
  expect(await desk.clerk.payments.printNote({ paymentId })).toEqual(first);
  const unpaid = await desk.clerk.cases.receive(reception({ fee: transfer }));
  const open = await paymentOf(desk, unpaid.id);
  await expect(desk.clerk.payments.printNote({ paymentId: open.id })).rejects.toThrow('actNotAllowed');
  // The note is drawn before the counter closes.
  for (let tries = 0; tries < 100; tries++) {
    const [job] = await desk.clerk.slips.jobs({ ids: [first.jobId] });
    if (job?.state === 'ready') break;
    await setTimeout(50);
  }
  expect((await desk.clerk.slips.jobs({ ids: [first.jobId] }))[0]).toMatchObject({
    form: 'feeNote',
    state: 'ready',
    subject: `payment:${paymentId}`,
  });
});

test('a sum that was changed past the door is found', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const payment = await paymentOf(desk, id);
  const file = join(desk.folder, 'register.db');
  const db = connect(file, 'read');
  expect(findUnfoldedPayments(db)).toEqual([]);
  const intruder = new Database(file);
  intruder.exec('DROP TRIGGER moneyMovesStayUpdate');
  intruder.exec('UPDATE moneyMoves SET amountVnd = 9000');
  expect(findUnfoldedPayments(db)).toEqual([payment.id]);
  intruder.exec('UPDATE moneyMoves SET amountVnd = 10000; UPDATE payments SET refundedVnd = 1000');
  expect(findUnfoldedPayments(db)).toEqual([payment.id]);
  intruder.close();
  db.close();
});
