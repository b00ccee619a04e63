import { describe, expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

const birth = '1.001193';
const noFacts = { copies: null, eventOn: null, exemption: null, extras: [] };

describe('the fee of a reception', () => {
  test('is stored with the lines that it is made of', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const fee = { amountVnd: 16_000, method: 'cash', facts: { eventOn: '2026-02-01', copies: 2 } } as const;
    const { id } = await desk.clerk.cases.receive(reception({ procedureCode: birth, fee }));
    expect((await desk.clerk.cases.get({ id })).state.fee).toEqual({
      amountVnd: 16_000,
      method: 'cash',
      facts: { ...noFacts, eventOn: '2026-02-01', copies: 2 },
      lines: [
        expect.objectContaining({ amountVnd: 0, how: expect.stringContaining('02/04/2026') }),
        expect.objectContaining({ quantity: 2, amountVnd: 16_000 }),
      ],
    });
  });

  test('asks why another amount is taken, and keeps the answer with a line of its own', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const fee = { amountVnd: 5000, method: 'cash' } as const;
    await expect(desk.clerk.cases.receive(reception({ procedureCode: birth, fee }))).rejects.toMatchObject({
      message: 'invalidInput',
      cause: { data: { fields: { 'fee.reason': 'required' } } },
    });
    const reasoned = reception({ procedureCode: birth, fee: { ...fee, reason: 'Khai sinh quá hạn' } });
    const { id } = await desk.clerk.cases.receive(reasoned);
    expect((await desk.clerk.cases.get({ id })).state.fee).toMatchObject({
      reason: 'Khai sinh quá hạn',
      lines: [{ amountVnd: 0 }, { charge: 'override', amountVnd: 5000, how: 'Khai sinh quá hạn' }],
    });
  });

  test('takes a page price from the papers, and an exemption with its proof', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const papers = [{ name: 'Học bạ', originals: 1, pages: 12, certifiedCopies: 3 }];
    const copies = reception({
      procedureCode: '2.000815',
      papers,
      fee: { amountVnd: 42_000, method: 'later' },
    });
    const { id } = await desk.clerk.cases.receive(copies);
    expect((await desk.clerk.cases.get({ id })).state.fee.lines).toMatchObject([
      { quantity: 3, unitVnd: 14_000 },
    ]);
    const exemption = { group: 'poor', proof: 'Giấy chứng nhận hộ nghèo số 7' };
    const exempt = reception({ fee: { amountVnd: 0, method: 'exempt', facts: { exemption } } });
    const { id: free } = await desk.clerk.cases.receive(exempt);
    expect((await desk.clerk.cases.get({ id: free })).state.fee.lines?.at(-1)).toMatchObject({
      charge: 'exemption',
      how: 'Hộ nghèo, Giấy chứng nhận hộ nghèo số 7',
    });
    const unknown = reception({
      fee: { amountVnd: 0, method: 'exempt', facts: { exemption: { group: 'friend', proof: '' } } },
    });
    await expect(desk.clerk.cases.receive(unknown)).rejects.toMatchObject({
      cause: { data: { fields: { 'fee.facts.exemption': 'choice' } } },
    });
  });

  test('is asked of every procedure of a list', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const list = (fee: { amountVnd: number; reason?: string }) =>
      desk.clerk.batches.receive({
        formKey: crypto.randomUUID(),
        giver: { name: 'Trường THCS Ít Ong' },
        procedures: [{ code: '2.000635', papers: [], fee: { method: 'cash', ...fee } }],
        rows: [{ name: 'Lò Thị Mai', procedureCode: '2.000635' }],
      });
    await expect(list({ amountVnd: 1000 })).rejects.toMatchObject({
      cause: { data: { fields: { 'fee.reason': 'required' } } },
    });
    const { caseIds } = await list({ amountVnd: 8000 });
    const { state } = await desk.clerk.cases.get({ id: caseIds[0] ?? 0 });
    expect(state.fee.lines).toMatchObject([{ how: '1 bản × 8.000 đ' }]);
  });

  test('is put right with new lines; the same facts are no correction', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const fee = { amountVnd: 8000, method: 'cash', facts: { copies: 1 } } as const;
    const { id } = await desk.clerk.cases.receive(reception({ procedureCode: birth, fee }));
    desk.setTime('2026-09-10T09:00');
    const correct = (version: number, amountVnd: number, facts?: { copies: number; eventOn?: string }) =>
      desk.clerk.cases.correct({
        id,
        version,
        reason: 'Ghi nhầm số bản',
        changes: { fee: { amountVnd, method: 'cash', ...(facts && { facts }) } },
      });
    await expect(correct(1, 8000, { copies: 1 })).rejects.toMatchObject({ message: 'nothingChanged' });
    // Lateness is counted on the day of reception, not on the day of the correction.
    const { state } = await correct(1, 24_000, { copies: 3, eventOn: '2026-02-01' });
    expect(state.fee).toMatchObject({ lines: [{ amountVnd: 0 }, { quantity: 3, amountVnd: 24_000 }] });
    const decided = await correct(2, 20_000, { copies: 3 });
    expect(decided.state.fee).toMatchObject({
      reason: 'Ghi nhầm số bản',
      lines: [{ amountVnd: 0 }, { amountVnd: 24_000 }, { charge: 'override', amountVnd: -4000 }],
    });
  });
});

describe('the fee in the catalogue', () => {
  const rule = {
    items: [{ per: 'case' as const, name: 'Lệ phí', amountVnd: 8000, channelVnd: { online: 0 } }],
    exemptGroups: ['poor'],
    basis: 'NQ 12/2018/NQ-HĐND',
  };

  test('is in force from its day, and the single amount follows the rule', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const code = '1.004873';
    const { timeLimit } = (await desk.clerk.catalogue.get({ code })).procedure;
    await desk.leader.catalogue.save({
      code,
      effectiveFrom: '2026-04-01',
      feeVnd: null,
      timeLimit,
      feeRule: rule,
    });
    const receive = (amountVnd: number, channel: 'direct' | 'online' = 'direct') =>
      desk.clerk.cases.receive(reception({ fee: { amountVnd, method: 'cash' }, channel }));
    await receive(5000);
    desk.setTime('2026-04-01T09:00');
    await expect(receive(5000)).rejects.toMatchObject({ message: 'invalidInput' });
    await receive(8000);
    await receive(0, 'online');
    expect((await desk.clerk.catalogue.get({ code })).procedure.fee).toMatchObject({ amountVnd: 8000, rule });
    const one = { code, effectiveFrom: '2026-04-01', feeVnd: 9000, timeLimit };
    expect((await desk.leader.catalogue.save(one)).procedure.fee).toMatchObject({
      amountVnd: 9000,
      rule: { items: [{ amountVnd: 9000 }] },
    });
    expect((await desk.leader.catalogue.save({ ...one, feeRule: null })).procedure.fee.rule).toBeUndefined();
  });

  test('lets no single amount undo tiers', async () => {
    await using desk = await openDesk();
    const code = '2.000815';
    const { timeLimit } = (await desk.clerk.catalogue.get({ code })).procedure;
    await expect(
      desk.leader.catalogue.save({ code, effectiveFrom: '2025-05-01', feeVnd: 3000, timeLimit }),
    ).rejects.toMatchObject({ cause: { data: { fields: { feeVnd: 'choice' } } } });
  });

  test('is not saved over what somebody else saved meanwhile', async () => {
    await using desk = await openDesk('2026-03-10T09:00');
    const code = '1.004873';
    const { version, procedure } = await desk.clerk.catalogue.get({ code });
    const { timeLimit } = procedure;
    const change = { code, version, effectiveFrom: '2026-03-10', timeLimit };
    await desk.leader.catalogue.save({ ...change, feeVnd: 9000 });
    await expect(desk.clerk.catalogue.save({ ...change, feeVnd: 7000 })).rejects.toMatchObject({
      message: 'stale',
      cause: { data: { what: 'procedure' } },
    });
    const newest = await desk.clerk.catalogue.get({ code });
    expect(newest.procedure.fee.amountVnd).toBe(9000);
    await desk.clerk.catalogue.save({ ...change, version: newest.version, feeVnd: 7000 });
    expect((await desk.clerk.catalogue.get({ code })).procedure.fee.amountVnd).toBe(7000);
  });

  test('tells the intake who is exempt and what the office charges', async () => {
    await using desk = await openDesk();
    const { exemptGroups } = await desk.clerk.setup.fees();
    const extra = { code: 'photo', name: 'Phô tô', unit: 'trang', unitVnd: 500, ceilingVnd: 500, basis: '' };
    await desk.leader.setup.save({ fees: { exemptGroups, extras: [extra] } });
    expect((await desk.officer.setup.fees()).extras).toEqual([extra]);
    const dear = { ...extra, unitVnd: 600 };
    await expect(desk.leader.setup.save({ fees: { exemptGroups, extras: [dear] } })).rejects.toThrow();
  });
});
