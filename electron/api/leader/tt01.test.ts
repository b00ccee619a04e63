import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { signInAt } from '../../../tests/sign-in.ts';
import { connect, plansOf } from '../../register/connection.ts';
import { listEndedCases, listOnlineOpenAt } from '../../register/figures/tt01.ts';

/** A case received and handed over on a day, resolved on another. */
async function settle(
  desk: Desk,
  receivedAt: string,
  resolvedAt: string,
  channel: 'direct' | 'online' = 'direct',
  by = { id: desk.officerId, caller: desk.officer },
): Promise<number> {
  desk.setTime(receivedAt);
  const { id } = await desk.clerk.cases.receive(reception({ channel }));
  await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: by.id } });
  desk.setTime(resolvedAt);
  await by.caller.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  return id;
}

const quarter = { from: '2025-01-01', to: '2025-03-31' };

test('the report of a quarter is counted from events, and an unanswered index is left out', async () => {
  await using desk = await openDesk('2025-03-03T08:00');
  // 1.004873 is due in 3 working days.
  const early = await settle(desk, '2025-03-03T08:00', '2025-03-04T08:00');
  await settle(desk, '2025-03-05T08:00', '2025-03-10T08:00');
  await settle(desk, '2025-03-31T08:00', '2025-04-01T08:00');
  desk.setTime('2025-04-02T08:00');
  const { caseCode } = (await desk.clerk.cases.get({ id: early })).state;
  const said = { channel: 'inPerson', topic: 'attitude', content: 'Nói gắt', caseCode } as const;
  const report = () => desk.leader.tt01.report(quarter);
  const before = await report();
  const tallies = Object.fromEntries(
    before.scores.map(({ index, tally, tenths }) => [index, [tally.points, tally.cases, tenths]]),
  );
  expect(before.cases).toBe(2);
  expect(tallies).toMatchObject({
    1: [3, 2, 15],
    2: [3, 2, 15],
    3: [4, 2, 20],
    4: [2, 2, 10],
    7: [3, 2, 15],
  });
  expect(tallies).toMatchObject({ 5: [0, 0, null], 6: [0, 0, null], 8: [2, 1, 20] });
  expect(before.total).toEqual({
    tenths: before.scores.reduce((sum, one) => sum + (one.tenths ?? 0), 0),
    missing: [5, 6],
  });
  expect(before.band).toBeNull();
  expect(before.officers).toMatchObject([
    { name: null, cases: 2, total: { tenths: 75, missing: [] }, band: null },
  ]);

  // A complaint takes index 7 of its case; found false, it gives it back.
  const { id } = await desk.clerk.feedback.receive({ ...said, formKey: randomUUID() });
  const seven = async () => (await report()).scores.find(({ index }) => index === 7)?.tally.points;
  expect(await seven()).toBe(1);
  const withdraw = { id, version: 1, act: { kind: 'withdraw', reason: 'Người gửi rút' } } as const;
  await expect(desk.clerk.feedback.act(withdraw)).rejects.toMatchObject({ message: 'actNotAllowed' });
  expect(await seven()).toBe(1);
  await desk.leader.feedback.act({ id, version: 1, act: { kind: 'judge', isFounded: false } });
  expect(await seven()).toBe(3);

  const feedback = await desk.leader.feedback.settings();
  await desk.leader.setup.save({ feedback: { ...feedback, publication: 'one', oneStop: 'here' } });
  const answered = await report();
  expect(answered).toMatchObject({ sameDay: 0, total: { missing: [] }, band: expect.any(String) });
  expect(answered.total.tenths).toBe(before.total.tenths + 20);
});

test('whoever settled few cases is in no line of his own, and never named', async () => {
  await using desk = await openDesk('2025-03-03T08:00');
  const { people } = await desk.clerk.people.add({ name: 'Tòng Văn Inh', roles: ['officer'] });
  const id = people.find(({ name }) => name === 'Tòng Văn Inh')?.id ?? 0;
  const inh = { id, caller: desk.counter.caller({ kind: 'loopback', device: 'inh' }) };
  await signInAt(desk.clerk, inh.caller, id);
  for (let n = 0; n < 5; n++) await settle(desk, '2025-03-03T08:00', '2025-03-04T08:00');
  for (let n = 0; n < 4; n++) await settle(desk, '2025-03-03T08:00', '2025-03-04T08:00', 'direct', inh);
  const report = await desk.leader.tt01.report(quarter);
  expect(report.officers.map(({ name, cases, band }) => [name, cases, band])).toEqual([
    ['Quàng Văn Hùng', 5, 'completes'],
    [null, 4, null],
  ]);
  expect(JSON.stringify(report)).not.toContain('Inh');
});

test('feedback over its date is prolonged at the end of the period, answered in another', async () => {
  await using desk = await openDesk('2025-03-03T08:00');
  const { id } = await desk.clerk.feedback.receive({
    formKey: randomUUID(),
    channel: 'box',
    topic: 'fee',
    content: 'Thu thừa',
  });
  desk.setTime('2025-04-10T08:00');
  await desk.officer.feedback.act({ id, version: 1, act: { kind: 'answer', answer: 'Đã giải thích' } });
  expect((await desk.leader.tt01.report(quarter)).feedback).toEqual({ due: 1, inTime: 0, prolonged: 1 });
  const next = await desk.leader.tt01.report({ from: '2025-04-01', to: '2025-06-30' });
  expect(next.feedback).toEqual({ due: 1, inTime: 0, prolonged: 0 });
  expect(next.scores.find(({ index }) => index === 1)).toMatchObject({ tenths: null });
});

test('online cases count as late by what they were when the period ended, whatever became of them', async () => {
  await using desk = await openDesk('2025-03-03T08:00');
  // Due on 6/3 and settled in April; due on 31/3 and settled in April; due in April.
  await settle(desk, '2025-03-03T08:00', '2025-04-01T08:00', 'online');
  await settle(desk, '2025-03-26T08:00', '2025-04-02T08:00', 'online');
  await settle(desk, '2025-03-31T08:00', '2025-04-14T08:00', 'online');
  desk.setTime('2025-07-01T08:00');
  expect((await desk.leader.tt01.report(quarter)).online.unresolvedOrLate).toBe(2);
  const next = { from: '2025-04-01', to: '2025-06-30' };
  expect((await desk.leader.tt01.report(next)).online).toMatchObject({ onlineCases: 3, unresolvedOrLate: 3 });
});

test('it tells one moment, also when something happens while it is read', async () => {
  await using desk = await openDesk('2025-03-03T08:00', undefined, false);
  for (let n = 0; n < 40; n++) await settle(desk, '2025-03-03T08:00', '2025-03-04T08:00');
  const said = { channel: 'box', topic: 'fee', content: 'Thu thừa', formKey: randomUUID() } as const;
  const { id } = await desk.clerk.feedback.receive(said);
  desk.setTime('2025-03-31T08:00');
  const reading = desk.leader.tt01.report(quarter);
  // Not awaited before: the report has begun, and pauses.
  const answering = desk.officer.feedback.act({
    id,
    version: 1,
    act: { kind: 'answer', answer: 'Đã giải thích' },
  });
  const [{ cases, feedback }] = await Promise.all([reading, answering]);
  expect([cases, feedback]).toEqual([40, { due: 1, inTime: 0, prolonged: 1 }]);
});

test('nobody but the leader reads it', async () => {
  await using desk = await openDesk();
  for (const caller of [desk.clerk, desk.officer])
    await expect(caller.tt01.report(quarter)).rejects.toMatchObject({ message: 'notAllowed' });
});

test('the cases of a period are found by an index', async () => {
  await using desk = await openDesk();
  const db = connect(join(desk.folder, 'register.db'), 'read');
  listEndedCases(db, '2025-01-01', '2025-03-31');
  listOnlineOpenAt(db, '2025-04-01T00:00');
  for (const { sql, plan } of plansOf(db)) expect(plan, sql).toMatch(/USING (COVERING )?INDEX cases/);
  db.close();
});
