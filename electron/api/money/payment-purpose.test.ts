import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseVietQr, purposeOfForm, qrPurpose } from '../../../shared/domain/vietqr.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const bank = { bin: '970415', bankName: 'Ngân hàng Mẫu', account: '113366668888', holder: 'UBND Ít Ong' };
const fee = { amountVnd: 10_000, method: 'transfer', reason: 'Mức của phường' } as const;

async function openBankDesk() {
  const desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.setup.save({ bank });
  return desk;
}

/** What stands in the code on the screen of a desk. */
async function shownAt({ counter }: Desk, name: string): Promise<string | undefined> {
  const stream = (await counter.displayCaller(name).screen.watch())[Symbol.asyncIterator]();
  const { state } = (await stream.next()).value ?? {};
  await stream.return?.(undefined);
  if (state?.kind !== 'mirror' && state?.kind !== 'thanks') return undefined;
  return parseVietQr(state.citizen.fee.transfer?.payload ?? '')?.purpose;
}

test('a transfer says the same of itself from the form to the list of what is unpaid', async () => {
  await using desk = await openBankDesk();
  const formKey = randomUUID();
  const purpose = purposeOfForm(formKey);
  await desk.clerk.secondScreen.show({
    formKey,
    name: 'Lường Thị Thu Hằng',
    procedureCode: '1.004873',
    fee: { amountVnd: 10_000, method: 'transfer' },
  });
  expect(await shownAt(desk, 'window')).toBe(purpose);
  const { id } = await desk.clerk.cases.receive(reception({ formKey, fee }));
  expect(await shownAt(desk, 'window')).toBe(purpose);
  const { payments } = await desk.clerk.payments.ofCase({ caseId: id });
  const [payment] = payments;
  expect(payment?.events[0]).toMatchObject({ kind: 'demanded', purpose });
  const qr = await desk.clerk.payments.showQr({ paymentId: payment?.id ?? 0 });
  expect(qr?.transfer.purpose).toBe(purpose);
  await desk.clerk.cases.receive(reception({ fee, name: 'Cầm Văn Nọi' }));
  for (const text of [
    `CT DEN 0123456789012345 ${purpose} NGUYEN VAN A`,
    purpose.slice(2),
    purpose.slice(4, 10),
  ]) {
    const found = await desk.clerk.settlement.unpaid({ text });
    expect(found, text).toMatchObject({ count: 1, amountVnd: 10_000, rows: [{ caseId: id, purpose }] });
  }
  expect(await desk.clerk.settlement.unpaid({})).toMatchObject({ count: 2 });
  expect((await desk.clerk.shifts.current()).shown.rows).toMatchObject([{ purpose }]);
});

test('a dossier accepted later keeps the purpose of its form, a case of a list has its slip code', async () => {
  await using desk = await openBankDesk();
  const formKey = randomUUID();
  const filed = await desk.clerk.cases.register({
    ...reception({ formKey, fee }),
    slips: [],
    decision: null,
  });
  await desk.officer.cases.act({ id: filed.id, version: 1, act: { kind: 'accept' } });
  const { caseIds } = await desk.clerk.batches.receive({
    formKey: randomUUID(),
    giver: { name: 'Trường THCS Ít Ong' },
    procedures: [{ code: '2.000635', papers: [], fee: { method: 'transfer', amountVnd: 8_000 } }],
    rows: [{ name: 'Lò Thị Mai', procedureCode: '2.000635' }],
  });
  const inList = await desk.clerk.cases.get({ id: caseIds[0] ?? 0 });
  const { rows } = await desk.clerk.settlement.unpaid({});
  expect(rows.map(({ purpose }) => purpose)).toEqual([
    purposeOfForm(formKey),
    qrPurpose(inList.state.slipCode),
  ]);
});

test.each(['confirmed', 'cancelled'] as const)(
  'once it is %s at one window, its code goes from the screens of all',
  async (how) => {
    await using desk = await openBankDesk();
    const { id } = await desk.clerk.cases.receive(reception({ fee }));
    const [payment] = (await desk.clerk.payments.ofCase({ caseId: id })).payments;
    const paymentId = payment?.id ?? 0;
    for (const who of [desk.clerk, desk.officer]) await who.payments.showQr({ paymentId });
    for (const name of ['window', 'officer-desk']) expect(await shownAt(desk, name)).toBeDefined();
    const known = { paymentId, version: 2 };
    if (how === 'confirmed') await desk.officer.payments.confirm({ ...known, method: 'transfer' });
    else await desk.officer.payments.cancel({ ...known, reason: 'Ghi nhầm' });
    for (const name of ['window', 'officer-desk']) expect(await shownAt(desk, name)).toBeUndefined();
  },
);

test('a second demand tells which lines rose, with their charge', async () => {
  await using desk = await openDesk('2026-03-10T09:00');
  const papers = (copies: number) => [{ name: 'Học bạ', originals: 1, pages: 12, certifiedCopies: copies }];
  const price = { amountVnd: 14_000, method: 'cash' } as const;
  const { id } = await desk.clerk.cases.receive(
    reception({ procedureCode: '2.000815', papers: papers(1), fee: price }),
  );
  // The papers alone: the price follows them.
  const { state } = await desk.clerk.cases.correct({
    id,
    version: 1,
    reason: 'Thêm hai bản',
    changes: { papers: papers(3) },
  });
  expect(state.fee).toMatchObject({ amountVnd: 42_000, lines: [{ quantity: 3, amountVnd: 42_000 }] });
  const { payments } = await desk.clerk.payments.demand({ caseId: id, amountVnd: 28_000 });
  const [line, ...others] = payments[1]?.lines ?? [];
  expect(line).toMatchObject({ charge: 'fee', amountVnd: 28_000, how: 'đã ghi 14.000 đ' });
  expect(line?.name).toBe(state.fee.lines?.[0]?.name);
  expect(others).toEqual([]);
});

test('an amount that was decided stays when the papers change, and its lines add up', async () => {
  await using desk = await openDesk('2026-03-10T09:00');
  const papers = [{ name: 'Học bạ', originals: 1, pages: 12, certifiedCopies: 3 }];
  const decided = { amountVnd: 20_000, method: 'cash', reason: 'Theo thông báo' } as const;
  const { id } = await desk.clerk.cases.receive(
    reception({ procedureCode: '2.000815', papers, fee: decided }),
  );
  const { state } = await desk.clerk.cases.correct({
    id,
    version: 1,
    reason: 'Đếm lại trang',
    changes: { papers: papers.map((paper) => ({ ...paper, pages: 2 })) },
  });
  expect(state.fee).toMatchObject({ amountVnd: 20_000, reason: 'Theo thông báo' });
  expect(state.fee.lines?.map(({ amountVnd }) => amountVnd)).toEqual([12_000, 8_000]);
});
