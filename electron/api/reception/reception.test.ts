import { describe, expect, test } from 'vitest';
import { caseCodePattern, isSlipCode } from '../../../shared/domain/codes.ts';
import { openDesk, reception } from '../../../tests/desk.ts';

describe('receiving a case', () => {
  test('answers code, slip code, serial and the appointment of worked example 5', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const received = await desk.clerk.cases.receive(reception());
    expect(received.caseCode).toBe('H52.09.01-250424-0001');
    expect(received.caseCode).toMatch(caseCodePattern);
    expect(isSlipCode(received.slipCode)).toBe(true);
    expect(received.serial).toBe(1);
    expect(received.dueAt).toBe('2025-04-28T09:15');
    expect(received.trace.map(({ number }) => number)).toEqual([undefined, 1, 2, undefined, 3]);
  });

  test('one form makes one case, however often it is sent', async () => {
    await using desk = await openDesk();
    const form = reception({ slips: ['acknowledgement'] });
    const [first, again] = await Promise.all([
      desk.clerk.cases.receive(form),
      desk.clerk.cases.receive(form),
    ]);
    expect(again).toEqual(first);
    expect((await desk.clerk.cases.list({})).total).toBe(1);
    expect(await desk.clerk.slips.jobs({ caseId: first.id })).toHaveLength(1);
  });

  test('a form key that comes with other content is refused, the first case named', async () => {
    await using desk = await openDesk();
    const form = reception();
    const { caseCode } = await desk.clerk.cases.receive(form);
    const other = desk.clerk.cases.receive({ ...form, applicant: { kind: 'citizen', name: 'Người Khác' } });
    await expect(other).rejects.toMatchObject({ message: 'formAlreadyUsed', cause: { data: { caseCode } } });
    expect((await desk.clerk.cases.list({})).total).toBe(1);
  });

  test('the draft becomes the case in the same transaction', async () => {
    await using desk = await openDesk();
    await desk.clerk.drafts.save({ content: { name: 'Lường' } });
    await desk.clerk.cases.receive(reception());
    expect(await desk.clerk.drafts.get()).toBeNull();
  });

  test('what is known of a person stays known when the next form leaves it empty', async () => {
    await using desk = await openDesk();
    await desk.clerk.cases.receive(reception());
    const applicant = { kind: 'citizen', name: 'Lường Thị Thu Hằng', idNumber: '014196002187' } as const;
    await desk.clerk.cases.receive(reception({ applicant }));
    const [hint] = await desk.clerk.citizens.find({ text: '014196002187' });
    expect(hint).toMatchObject({ caseCount: 2, applicant: { phone: '0900000214', birthOn: '1996-09-12' } });
  });

  test('serials of the day and of the year start again, codes of the day keep their zeros', async () => {
    await using desk = await openDesk('2025-12-31T09:00');
    await desk.clerk.cases.receive(reception());
    const second = await desk.clerk.cases.receive(reception());
    desk.setTime('2026-01-05T08:00');
    const next = await desk.clerk.cases.receive(reception());
    expect([second.caseCode, second.serial]).toEqual(['H52.09.01-251231-0002', 2]);
    expect([next.caseCode, next.serial]).toEqual(['H52.09.01-260105-0001', 1]);
  });

  test('1/11 and 11/1 have counters of their own', async () => {
    await using desk = await openDesk('2026-01-11T09:00');
    await desk.clerk.cases.receive(reception());
    desk.setTime('2026-11-01T09:00');
    const november = await desk.clerk.cases.receive(reception());
    expect(november.caseCode).toBe('H52.09.01-261101-0001');
  });

  test('the code pattern is a setting', async () => {
    await using desk = await openDesk();
    await desk.clerk.setup.save({ codePattern: '{agencyCode}-{yyyyMMdd}-{00001}' });
    const { caseCode } = await desk.clerk.cases.receive(reception());
    expect(caseCode).toBe('H52.09.01-20250424-00001');
  });

  test('a sub-case has its own rule: supplementing 1.004859 is same-day', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { procedure } = await desk.clerk.catalogue.get({ code: '1.004859' });
    const variant = procedure.timeLimit.variants?.[0]?.name ?? null;
    const base = await desk.clerk.cases.appointment({
      procedureCode: '1.004859',
      variant: null,
      channel: 'direct',
    });
    const sub = await desk.clerk.cases.appointment({ procedureCode: '1.004859', variant, channel: 'direct' });
    expect(base.dueAt).toBe('2025-04-28T09:15');
    expect(sub.dueAt).toBe('2025-04-24T17:00');
  });

  test('an earlier promise is kept, a later one is refused and stores nothing', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const late = desk.clerk.cases.receive(reception({ promisedAt: '2025-04-29T09:00' }));
    await expect(late).rejects.toMatchObject({ message: 'promiseTooLate' });
    const kept = await desk.clerk.cases.receive(reception({ promisedAt: '2025-04-25T16:00' }));
    const { state } = await desk.clerk.cases.get({ id: kept.id });
    expect([state.promisedAt, state.dueAt]).toEqual(['2025-04-25T16:00', '2025-04-28T09:15']);
    expect(kept.serial).toBe(1);
  });

  test('a due date in a provisional year warns (worked example 24)', async () => {
    await using desk = await openDesk('2026-12-24T09:00');
    const asked = { procedureCode: '1.004222', variant: null, channel: 'direct' } as const;
    const appointment = await desk.clerk.cases.appointment(asked);
    expect(appointment.dueAt).toBe('2027-01-05T09:00');
    expect(appointment.warnings).toContainEqual({ code: 'provisionalYear', years: [2027] });
  });

  test('a procedure without a rule gives no date and the case is never on time or late', async () => {
    await using desk = await openDesk();
    await desk.clerk.catalogue.save({
      code: '2.002409',
      effectiveFrom: '2025-01-01',
      feeVnd: null,
      timeLimit: { kind: 'none' },
    });
    const { id, dueAt } = await desk.clerk.cases.receive(reception({ procedureCode: '2.002409' }));
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    const done = await desk.officer.cases.act({
      id,
      version: 2,
      act: { kind: 'resolve', outcome: 'granted' },
    });
    expect(dueAt).toBeNull();
    expect(done.timeliness).toBe('noDeadline');
  });

  test('a person is warned of before the same request is received twice', async () => {
    await using desk = await openDesk();
    const { caseCode } = await desk.clerk.cases.receive(reception());
    const asked = { procedureCode: '1.004873', idNumber: null, phone: null, birthOn: null };
    const hints = await desk.clerk.cases.duplicates({ ...asked, name: 'luong thi thu hang' });
    expect(hints.map((hint) => hint.caseCode)).toEqual([caseCode]);
    const hintsOf = async (given: { name: string; idNumber?: string; phone?: string; birthOn?: string }) =>
      (await desk.clerk.cases.duplicates({ ...asked, ...given })).length;
    expect(await hintsOf({ name: 'Tên khác', idNumber: '014196002187' })).toBe(1);
    expect(await hintsOf({ name: 'Tên khác', phone: '0900000214' })).toBe(1);
    expect(await hintsOf({ name: 'Lường Thị Thu Hà' })).toBe(0);
    // A namesake with another number or another birthday is somebody else.
    expect(await hintsOf({ name: 'Lường Thị Thu Hằng', idNumber: '014196009999' })).toBe(0);
    expect(await hintsOf({ name: 'Lường Thị Thu Hằng', birthOn: '1970-01-01' })).toBe(0);
    // A name that has no word yet finds nobody.
    for (const name of ['', ' ', '-', '.', '*', "'", '"', '…', '😀']) expect(await hintsOf({ name })).toBe(0);
  });
});
