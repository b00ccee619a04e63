import { expect, test } from 'vitest';
import { officeOfTests, openDesk, reception } from '../../../tests/desk.ts';

test('saving one part leaves every other part as it was', async () => {
  await using desk = await openDesk();
  const policies = { outOfHours: 'keep', supplement: 'pause' } as const;
  await desk.clerk.setup.save({ codePattern: '{yyMMdd}-{0001}', policies });
  await desk.clerk.setup.save({ printing: { acknowledgementPaper: 'A4', printer: null } });
  const before = await desk.clerk.session.current();
  const after = await desk.clerk.setup.save({ office: { ...officeOfTests, counterName: 'Quầy 7' } });
  expect(after).toEqual({
    ...before,
    office: { ...before.office, counterName: 'Quầy 7' },
    counterName: 'Quầy 7',
  });
  const { id } = await desk.clerk.cases.receive(reception());
  expect((await desk.clerk.cases.get({ id })).state.appointment.policies).toEqual(policies);
});

test('the latest save wins, also over one made while the clock ran ahead', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const wrong = {
    morning: { opensAt: '05:00', closesAt: '06:00' },
    afternoon: { opensAt: '06:30', closesAt: '07:00' },
  };
  const { hours } = await desk.clerk.session.current();
  desk.setTime('2025-05-06T09:15');
  await desk.clerk.setup.save({ hours: wrong });
  desk.setTime('2025-04-24T09:20');
  await desk.clerk.setup.save({ hours: hours ?? wrong });
  desk.setTime('2025-05-07T09:20');
  expect((await desk.clerk.session.current()).hours).toEqual(hours);
});

test('no change of agency or pattern within a day makes reception fail or a code come twice', async () => {
  await using desk = await openDesk();
  const codes: string[] = [];
  const receive = async () => codes.push((await desk.clerk.cases.receive(reception())).caseCode);
  for (const codePattern of [
    '{yyMMdd}-{0001}',
    '{yyMMdd}{0001}',
    '{yyMMdd}0{001}',
    '{agencyCode}-{yyMMdd}-{0001}',
  ]) {
    for (const agencyCode of ['H52.09.01', 'H52.09.02', 'H52.09.01']) {
      await desk.clerk.setup.save({ codePattern, office: { ...officeOfTests, agencyCode } });
      await receive();
      await receive();
    }
  }
  expect(new Set(codes).size).toBe(24);
});

test('the bars of the day add up to its total, also out of hours', async () => {
  await using desk = await openDesk('2025-04-24T06:40');
  for (const hour of ['06:40', '09:00', '17:10', '21:05']) {
    desk.setTime(`2025-04-24T${hour}`);
    await desk.clerk.cases.receive(reception());
  }
  const { today } = await desk.clerk.cases.board();
  expect(today.byHour.reduce((sum, { count }) => sum + count, 0)).toBe(today.received);
});

test('of two who save one part the later is told whose save his would undo, and nothing of his is written', async () => {
  await using desk = await openDesk();
  const { codePattern = '', hours } = await desk.clerk.session.current();
  if (hours === null) throw new Error('no hours');
  const was = { codePattern };
  await desk.leader.setup.save({ was, codePattern: '{yyMMdd}-{0001}' });
  // A later save of another part is not the one in the way.
  await desk.clerk.setup.save({ hours });
  await expect(desk.clerk.setup.save({ was, codePattern: '{yyMMdd}{0001}' })).rejects.toMatchObject({
    message: 'stale',
    cause: { data: { what: 'settings', by: 'Cầm Văn Tuấn' } },
  });
  expect((await desk.clerk.session.current()).codePattern).toBe('{yyMMdd}-{0001}');
});

test('of two who change one procedure the later is told who was quicker', async () => {
  await using desk = await openDesk();
  const { version, procedure } = await desk.clerk.catalogue.get({ code: '1.004873' });
  const change = { code: '1.004873', effectiveFrom: '2025-04-24', timeLimit: procedure.timeLimit, version };
  await desk.leader.catalogue.save({ ...change, feeVnd: 12_000 });
  await expect(desk.clerk.catalogue.save({ ...change, feeVnd: 15_000 })).rejects.toMatchObject({
    message: 'stale',
    cause: { data: { what: 'procedure', by: 'Cầm Văn Tuấn' } },
  });
});
