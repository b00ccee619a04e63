import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { queueSettingsSchema } from '../../../shared/domain/queue-settings.ts';
import { parseVietQr, purposeOfForm } from '../../../shared/domain/vietqr.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { picturesOfPages, textOfPages } from '../../../tests/printing/poppler.ts';
import { readQrsOn } from '../../../tests/printing/qr-reader.ts';
import type { Platform } from '../../platform.ts';
import { findFile } from '../../register/files.ts';

const printer = (): Platform => ({ kind: 'electron', printers: async () => [], print: async () => {} });
const bank = {
  bin: '970436',
  bankName: 'Vietcombank',
  account: '0123456789012',
  holder: 'UBND THI TRAN IT ONG',
};
const transferred = (slips: ('acknowledgement' | 'trackingSlip')[] = ['acknowledgement']) =>
  reception({ fee: { amountVnd: 10_000, method: 'transfer', reason: 'Mức của phường' }, slips });

async function pdfOf({ clerk, counter, folder }: Desk, id: number): Promise<Uint8Array> {
  await counter.printed();
  const [job] = await clerk.slips.jobs({ ids: [id] });
  expect(job).toMatchObject({ state: 'sent' });
  const file = findFile(folder, job?.path?.split('/').at(-1) ?? '');
  if (file === undefined) throw new Error('Nothing was stored');
  return file.bytes;
}

async function paymentOf({ clerk }: Desk, caseId: number) {
  const [payment] = (await clerk.payments.ofCase({ caseId })).payments;
  if (payment === undefined) throw new Error('Nothing is demanded');
  return payment;
}

test('a fee to transfer stands as a code on the slips until somebody saw the money', async () => {
  await using desk = await openDesk('2025-04-24T09:15', printer());
  await desk.clerk.setup.save({ bank });
  const input = transferred();
  const { id, jobIds } = await desk.clerk.cases.receive(input);
  const pdf = await pdfOf(desk, jobIds[0] ?? 0);
  const pages = textOfPages(pdf);
  expect(pages.map((page) => page.includes('Quét để nộp lệ phí'))).toEqual([true, true]);
  expect(pages.map((page) => /mã \d{4}-\d{4}-\d tại màn hình ở quầy/.test(page))).toEqual([false, true]);
  const [picture] = picturesOfPages(pdf, 300);
  const texts = picture === undefined ? [] : readQrsOn(picture, 6);
  expect(texts.map(parseVietQr)).toEqual([
    {
      bin: bank.bin,
      account: bank.account,
      amountVnd: 10_000,
      purpose: purposeOfForm(input.formKey),
    },
  ]);

  const { id: paymentId, version } = await paymentOf(desk, id);
  await desk.clerk.payments.confirm({ paymentId, version, method: 'transfer', reference: 'FT25114' });
  const [again] = await desk.clerk.slips.print({ caseId: id, forms: ['acknowledgement'] });
  expect(textOfPages(await pdfOf(desk, again?.id ?? 0)).join(' ')).not.toContain('Quét để nộp lệ phí');
});

test('a fee note is of its payment and counts its own reprints', async () => {
  await using desk = await openDesk('2025-04-24T09:15', printer());
  const { id } = await desk.clerk.cases.receive(reception());
  const { id: paymentId } = await paymentOf(desk, id);
  const jobs = [];
  for (let turn = 0; turn < 2; turn++) {
    jobs.push((await desk.clerk.payments.printNote({ paymentId })).jobId);
    await desk.counter.printed();
  }
  const [first, second] = await desk.clerk.slips.jobs({ ids: jobs });
  expect(first).toMatchObject({ caseId: id, subject: `payment:${paymentId}`, form: 'feeNote', reprint: 0 });
  expect(second).toMatchObject({ reprint: 1, applicantName: 'Lường Thị Thu Hằng' });
  const pages = textOfPages(await pdfOf(desk, jobs[1] ?? 0));
  expect(pages).toHaveLength(2);
  for (const words of ['IN LẠI lần 1', 'không thay thế biên lai', 'Mười nghìn đồng', 'Lò Thị Mai']) {
    expect(pages[1]).toContain(words);
  }
  // What a printer may have taken comes out again as the next reprint.
  await desk.clerk.slips.mark({ id: jobs[0] ?? 0, state: 'retry' });
  await desk.counter.printed();
  expect((await desk.clerk.slips.jobs({ ids: jobs })).map(({ reprint }) => reprint)).toEqual([2, 1]);
});

test('a note on the roll goes to the roll printer, once', async () => {
  await using desk = await openDesk('2025-04-24T09:15', printer());
  const { printing } = await desk.clerk.session.current();
  if (printing === null) throw new Error('Not set up');
  await desk.clerk.setup.save({
    printing: { ...printing, rollPrinter: 'XP-80', otherPapers: { feeNote: 'roll80' } },
  });
  const { id } = await desk.clerk.cases.receive(reception());
  const { jobId } = await desk.clerk.payments.printNote({ paymentId: (await paymentOf(desk, id)).id });
  expect(await desk.clerk.slips.jobs({ ids: [jobId] })).toMatchObject([{ printer: 'XP-80', copies: 1 }]);
  expect(textOfPages(await pdfOf(desk, jobId))).toHaveLength(1);
});

test('a closed shift and a ticket are printed under their own names', async () => {
  await using desk = await openDesk('2025-04-24T09:15', printer());
  await desk.clerk.cases.receive(reception());
  const { shift } = await desk.clerk.shifts.current();
  const { jobId } = await desk.clerk.shifts.close({
    shiftId: shift?.id ?? 0,
    moves: 1,
    expectedVnd: 10_000,
    pieces: { 10000: 1 },
    witnessId: 3,
  });
  const [sheet] = textOfPages(await pdfOf(desk, jobId));
  for (const words of ['PHIẾU CHỐT CA', 'Chênh lệch không có', 'Cầm Văn Tuấn'])
    expect(sheet).toContain(words);
  const { rows } = (await desk.clerk.slips.outbox()).recent;
  expect(rows).toMatchObject([{ caseId: null, batchId: null, caseCount: 0, applicantName: null }]);
  expect(rows[0]?.title).toMatch(/^Chốt ca/);

  await desk.clerk.setup.save({ queue: queueSettingsSchema.parse({ isOn: true }) });
  const { number } = await desk.clerk.queue.take({ formKey: randomUUID() });
  await desk.counter.printed();
  const ticket = (await desk.clerk.slips.outbox()).recent.rows.find(({ form }) => form === 'queueTicket');
  expect(ticket).toMatchObject({ title: `Số ${number}`, caseId: null, copies: 1 });
  const [paper] = textOfPages(await pdfOf(desk, ticket?.id ?? 0));
  expect(paper).toContain('Lấy số lúc 09:15, 24/04/2025 Không có ai chờ trước');
});

test('a correction takes back the slips of the case, never the note of what was paid', async () => {
  await using desk = await openDesk();
  const { id, jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  const { jobId } = await desk.clerk.payments.printNote({ paymentId: (await paymentOf(desk, id)).id });
  await desk.counter.printed();
  const { version } = (await desk.clerk.cases.get({ id })).state;
  await desk.clerk.cases.correct({ id, version, reason: 'Thiếu nội dung', changes: { summary: 'Bổ sung' } });
  expect(await desk.clerk.slips.jobs({ ids: [jobIds[0] ?? 0, jobId] })).toMatchObject([
    { form: 'acknowledgement', state: 'skipped', fault: 'superseded' },
    { form: 'feeNote', state: 'ready' },
  ]);
});

test('the account is chosen from data or typed, tried with a code, and taken away again', async () => {
  await using desk = await openDesk();
  const { banks, bank: none } = await desk.clerk.setup.bank();
  expect(none).toBeNull();
  expect(new Set(banks.map(({ bin }) => bin)).size).toBe(banks.length);
  expect(banks).toContainEqual({ bin: bank.bin, name: bank.bankName });
  const trial = await desk.clerk.setup.bankSample({ bin: bank.bin, account: '0123 4567.89012' });
  expect(trial).toMatchObject({ amountVnd: 1000, purpose: 'Chuyen thu', qr: { size: 37 } });
  await expect(desk.officer.setup.bankSample(bank)).rejects.toMatchObject({ message: 'notAllowed' });
  await desk.clerk.setup.save({ bank: { ...bank, account: '0123 4567.89012' } });
  expect((await desk.clerk.setup.bank()).bank).toEqual(bank);
  for (const wrong of [{ bin: '97043' }, { account: '12' }, { account: 'số 123456' }, { holder: ' ' }]) {
    await expect(desk.clerk.setup.save({ bank: { ...bank, ...wrong } })).rejects.toThrow();
  }
  await desk.clerk.setup.save({ bank: null });
  expect((await desk.clerk.setup.bank()).bank).toBeNull();
});
