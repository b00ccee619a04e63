import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BulkInput } from '../../../shared/domain/bulk.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';

const names = ['Lò Thị Mai', 'Quàng Văn Ón', 'Tòng Thị Diêu', 'Cầm Văn Pâng'];

function list(count: number, override: Partial<BulkInput> = {}): BulkInput {
  return {
    formKey: randomUUID(),
    giver: { name: 'Trường THCS số 2 Ít Ong', phone: '0900000100', relation: 'Nhà trường' },
    procedures: [
      {
        code: '1.004873',
        papers: [{ name: 'Tờ khai', originals: 1 }],
        fee: { amountVnd: 10_000, method: 'cash' },
      },
    ],
    rows: Array.from({ length: count }, (_, index) => ({
      name: names[index % names.length] ?? '',
      idNumber: `0141960${String(10_000 + index)}`,
      birthOn: '1996-09-12',
      phone: '0900000214',
      address: 'Tiểu khu 3',
      note: index === 0 ? 'Làm gấp' : '',
      procedureCode: '1.004873',
    })),
    ...override,
  };
}

async function countAll({ clerk }: Desk): Promise<number> {
  return (await clerk.cases.list({ view: 'all', filter: {}, limit: 1 })).total;
}

describe('a list received at once', () => {
  test('a later line under the number of an earlier one is received, and leaves that person his name', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { rows } = list(3);
    const same = rows.map((row) => ({ ...row, idNumber: '014196010000' }));
    const { caseIds } = await desk.clerk.batches.receive(list(3, { rows: same }));
    const states = await Promise.all(caseIds.map(async (id) => (await desk.clerk.cases.get({ id })).state));
    expect(states.map(({ applicant }) => applicant.name)).toEqual(names.slice(0, 3));
    const [hint] = await desk.clerk.citizens.find({ text: '014196010000' });
    expect(hint).toMatchObject({ caseCount: 3, applicant: { name: names[0] } });
  });

  test('makes a case of each line, with numbers of its own, and one paper', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { batchId, title, caseIds, jobIds } = await desk.clerk.batches.receive(list(3));
    expect(title).toBe('Biên bản giao nhận hồ sơ số 1/2025');
    const states = await Promise.all(caseIds.map(async (id) => (await desk.clerk.cases.get({ id })).state));
    expect(
      states.map(({ serial, caseCode, batch, summary, submitter }) => [
        serial,
        caseCode.slice(-4),
        batch,
        summary,
        submitter?.name,
      ]),
    ).toEqual([
      [1, '0001', { id: batchId, position: 1 }, 'Làm gấp', 'Trường THCS số 2 Ít Ong'],
      [2, '0002', { id: batchId, position: 2 }, '', 'Trường THCS số 2 Ít Ong'],
      [3, '0003', { id: batchId, position: 3 }, '', 'Trường THCS số 2 Ít Ong'],
    ]);
    expect(new Set(states.map(({ slipCode }) => slipCode)).size).toBe(3);
    const jobs = await desk.clerk.slips.jobs({ ids: jobIds });
    expect(jobs.map(({ form, caseCount }) => [form, caseCount])).toEqual([['bulkMinutes', 3]]);
    const page = await desk.clerk.batches.get({ id: batchId });
    expect(page.rows.map(({ id }) => id)).toEqual(caseIds);
    expect(page).toMatchObject({ kind: 'bulkReception', personName: 'Lò Thị Mai' });
    expect(await desk.clerk.batches.list()).toMatchObject([{ id: batchId, count: 3 }]);
    expectWhole(desk);
  });

  test('one acknowledgement stands for all its dossiers, and again later with its mark', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { batchId, jobIds } = await desk.clerk.batches.receive(list(3, { hasAcknowledgement: true }));
    await desk.counter.printed();
    const jobs = await desk.clerk.slips.jobs({ ids: jobIds });
    expect(jobs.map(({ form, caseCount, state }) => [form, caseCount, state])).toEqual([
      ['bulkMinutes', 3, 'ready'],
      ['acknowledgement', 3, 'ready'],
    ]);
    const [again] = await desk.clerk.slips.printBatch({ batchId, forms: ['acknowledgement'] });
    expect(again).toMatchObject({ batchId, form: 'acknowledgement', reprint: 1 });
    const other = desk.clerk.slips.printBatch({ batchId, forms: ['handoverMinutes'] });
    await expect(other).rejects.toThrow('wrongForm');
  });

  test('one bad line and nothing is received, no number is spent', async () => {
    await using desk = await openDesk();
    const input = list(5);
    const wrong = {
      ...input,
      rows: input.rows.map((row, index) => (index === 3 ? { ...row, procedureCode: '9.999' } : row)),
    };
    await expect(desk.clerk.batches.receive(wrong)).rejects.toMatchObject({
      cause: { data: { fields: { 'rows.3.procedureCode': 'choice' } } },
    });
    const noSuch = {
      ...input,
      procedures: [{ ...input.procedures[0], code: '9.999' }],
      rows: input.rows.map((row) => ({ ...row, procedureCode: '9.999' })),
    };
    await expect(desk.clerk.batches.receive(noSuch as BulkInput)).rejects.toMatchObject({
      message: 'unknownProcedure',
    });
    expect(await countAll(desk)).toBe(0);
    const { caseIds, title } = await desk.clerk.batches.receive(input);
    expect((await desk.clerk.cases.get({ id: caseIds[0] ?? 0 })).state.serial).toBe(1);
    expect(title).toContain('số 1/');
  });

  test('the same form answers the list it made; with other content it is refused', async () => {
    await using desk = await openDesk();
    const input = list(4, { slips: ['acknowledgement'] });
    const first = await desk.clerk.batches.receive(input);
    const again = await desk.clerk.batches.receive(input);
    expect(again.caseIds).toEqual(first.caseIds);
    expect(first.jobIds).toHaveLength(5);
    expect(again.jobIds.toSorted()).toEqual(first.jobIds.toSorted());
    await expect(desk.clerk.batches.receive({ ...input, notes: 'khác' })).rejects.toMatchObject({
      message: 'formAlreadyUsed',
    });
    expect(await countAll(desk)).toBe(4);
  });

  test('lines may have procedures of their own', async () => {
    await using desk = await openDesk();
    const input = list(2);
    const { caseIds } = await desk.clerk.batches.receive({
      ...input,
      procedures: [
        ...input.procedures,
        { code: '1.001193', papers: [], fee: { amountVnd: 0, method: 'cash' } },
      ],
      rows: input.rows.map((row, index) => (index === 1 ? { ...row, procedureCode: '1.001193' } : row)),
    });
    const codes = await Promise.all(
      caseIds.map(async (id) => (await desk.clerk.cases.get({ id })).state.procedure.code),
    );
    expect(codes).toEqual(['1.004873', '1.001193']);
  });

  test('200 lines take less than 3 seconds', async () => {
    await using desk = await openDesk();
    const before = performance.now();
    await desk.clerk.batches.receive(list(200));
    expect(performance.now() - before).toBeLessThan(3000);
    expect(await countAll(desk)).toBe(200);
  });
});

describe('many cases from hand to hand', () => {
  async function three(desk: Desk) {
    const { caseIds } = await desk.clerk.batches.receive(list(3));
    return caseIds;
  }
  const asRead = (checks: { id: number; version: number }[]) =>
    checks.map(({ id, version }) => ({ id, version }));

  test('to one taker in one list; the ones that cannot go are named before', async () => {
    await using desk = await openDesk();
    const ids = await three(desk);
    await desk.clerk.cases.act({
      id: ids[1] ?? 0,
      version: 1,
      act: { kind: 'handover', toPersonId: desk.officerId },
    });
    await desk.clerk.cases.act({ id: ids[1] ?? 0, version: 2, act: { kind: 'withdraw', reason: 'Rút' } });
    const checks = await desk.clerk.batches.check({ way: 'handover', ids });
    expect(checks.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'finished', null]);
    const all = desk.clerk.batches.handOver({ cases: asRead(checks), toPersonId: desk.officerId });
    await expect(all).rejects.toMatchObject({ message: 'actNotAllowed' });
    expect((await desk.clerk.cases.get({ id: ids[0] ?? 0 })).state.status).toBe('received');
    const allowed = asRead(checks.filter(({ refusal }) => refusal === null));
    const { batchId, title } = await desk.clerk.batches.handOver({
      cases: allowed,
      toPersonId: desk.officerId,
      notes: 'Kèm bản chính',
    });
    expect(title).toMatch(/^Giấy bàn giao hồ sơ số 1\//);
    const { state } = await desk.clerk.cases.get({ id: ids[2] ?? 0 });
    expect(state).toMatchObject({ status: 'processing', holder: { id: desk.officerId } });
    expect((await desk.clerk.batches.get({ id: batchId })).prints).toMatchObject([
      { form: 'handoverMinutes' },
    ]);
    expectWhole(desk);
  });

  test('results to the counter: what is in work is finished with the list, what is finished is listed', async () => {
    await using desk = await openDesk();
    const ids = await three(desk);
    const cases = asRead(await desk.clerk.batches.check({ way: 'handover', ids }));
    await desk.clerk.batches.handOver({ cases: cases.slice(0, 2), toPersonId: desk.officerId });
    await desk.officer.cases.act({
      id: ids[0] ?? 0,
      version: 2,
      act: { kind: 'resolve', outcome: 'refused' },
    });
    const checks = await desk.officer.batches.check({ way: 'results', ids });
    expect(checks.map(({ refusal, willResolve }) => [refusal?.code ?? null, willResolve])).toEqual([
      [null, false],
      [null, true],
      ['needsHandover', false],
    ]);
    const { batchId } = await desk.officer.batches.handOverResults({
      cases: asRead(checks.slice(0, 2)),
      electronicResult: true,
    });
    expect((await desk.clerk.cases.get({ id: ids[1] ?? 0 })).state.digitalResult).toBe(true);
    const { rows } = await desk.officer.batches.get({ id: batchId });
    expect(rows.map(({ status }) => status)).toEqual(['resolved', 'resolved']);
    expect((await desk.clerk.cases.get({ id: ids[0] ?? 0 })).state.outcome).toBe('refused');
    expect((await desk.clerk.cases.get({ id: ids[1] ?? 0 })).state.outcome).toBe('granted');
  });

  test('somebody who acted meanwhile refuses the whole list', async () => {
    await using desk = await openDesk();
    const ids = await three(desk);
    const cases = asRead(await desk.clerk.batches.check({ way: 'handover', ids }));
    await desk.clerk.cases.act({ id: ids[2] ?? 0, version: 1, act: { kind: 'visit', purpose: 'Hỏi' } });
    const stale = desk.clerk.batches.handOver({ cases, toPersonId: desk.officerId });
    await expect(stale).rejects.toMatchObject({ message: 'stale' });
    expect((await desk.clerk.cases.get({ id: ids[0] ?? 0 })).state.version).toBe(1);
  });
});

test('duplicates are shown whatever became of them, open or ended', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.register(
    reception({ decision: { kind: 'reject', reason: 'Không thuộc thẩm quyền' } } as never),
  );
  const { applicant } = (await desk.clerk.cases.whole({ id })).state;
  const { idNumber, name, birthOn, phone } = applicant;
  const hints = await desk.clerk.cases.duplicates({
    procedureCode: '1.004873',
    idNumber,
    name,
    birthOn,
    phone,
  });
  expect(hints).toMatchObject([{ id, status: 'rejected' }]);
});

function expectWhole({ folder }: Desk): void {
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
}
