import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { addLanDevice, revokeLanDevice } from '../../register/lan.ts';

const day = {
  weekdays: [4],
  procedures: ['1.004873'],
  opensAt: '07:00',
  closesAt: '17:00',
  from: '2025-01-01',
};

test('a no-appointment day promises the same day, keeps the lawful date, and its hit rate opens its cases', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { clerk, officer, officerId } = desk;
  await clerk.setup.save({ noAppointmentDays: [day], was: { noAppointmentDays: [] } });
  const ids: number[] = [];
  for (const name of ['Người Giữ', 'Người Lỡ', 'Người Chờ']) {
    const { id } = await clerk.cases.receive(reception({ name }));
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
    ids.push(id);
  }
  const [kept = 0, missed = 0, open = 0] = ids;
  const { state } = await clerk.cases.get({ id: kept });
  expect([state.promisedAt, state.dueAt]).toEqual(['2025-04-24T17:00', '2025-04-28T09:15']);
  await officer.cases.act({ id: kept, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const period = { from: '2025-04-01', to: '2025-04-30' };
  expect((await clerk.promises.figures(period)).promises).toEqual({ judged: 1, kept: 1, open: 2 });
  desk.setTime('2025-04-25T09:00');
  const late = await officer.cases.act({
    id: missed,
    version: 2,
    act: { kind: 'resolve', outcome: 'granted' },
  });
  expect(late.state.timeliness).toBe('early');
  const { promises, visits } = await clerk.promises.figures(period);
  expect(promises).toEqual({ judged: 3, kept: 1, open: 0 });
  expect(visits).toEqual({ visits: 0, cases: 0 });
  const listed = async (promise: 'judged' | 'kept' | 'missed') =>
    (await clerk.cases.list({ filter: { promise, receivedFrom: period.from } })).rows
      .map(({ id }) => id)
      .sort();
  expect(await listed('kept')).toEqual([kept]);
  expect(await listed('missed')).toEqual([missed, open]);
  expect(await listed('judged')).toEqual(ids);
  expect((await clerk.promises.figures({ from: '2025-05-01', to: '2025-05-31' })).promises.judged).toBe(0);
});

test('days saved count against the rule of the law, and visits as an average of what was given back', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { clerk } = desk;
  const { procedure } = await clerk.catalogue.get({ code: '1.004873' });
  const shorter = {
    rule: { kind: 'workingDays', value: 1 } as const,
    from: '2025-04-01',
    decisionNo: '12/QĐ-UBND',
  };
  await clerk.catalogue.save({
    code: '1.004873',
    effectiveFrom: '2025-04-24',
    feeVnd: procedure.fee.amountVnd,
    timeLimit: { ...procedure.timeLimit, local: [shorter] },
  });
  await clerk.cases.receive(reception());
  const { saved } = await clerk.promises.figures({ from: '2025-04-24', to: '2025-04-24' });
  expect(saved).toEqual({ days: 2, cases: 1 });
  expect((await clerk.cases.list({ filter: { saved: true } })).total).toBe(1);
});

test('a setting that somebody else saved meanwhile is refused, and names itself', async () => {
  await using desk = await openDesk();
  const { policies } = await desk.clerk.setup.rules();
  await desk.leader.setup.save({ policies: { ...policies, supplement: 'pause' }, was: { policies } });
  const late = desk.clerk.setup.save({ policies: { ...policies, outOfHours: 'keep' }, was: { policies } });
  await expect(late).rejects.toMatchObject({
    message: 'stale',
    cause: { data: { what: 'settings', names: ['policies'] } },
  });
  expect((await desk.clerk.setup.rules()).policies).toEqual({ ...policies, supplement: 'pause' });
  await expect(desk.clerk.setup.save({ policies, from: '2020-01-01' })).rejects.toMatchObject({
    message: 'invalidInput',
  });
});

test('the wording of a form may begin on a later day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { national } = await desk.clerk.forms.texts({});
  const own = { acknowledgement: { ...national.acknowledgement, title: 'Giấy hẹn' } };
  await desk.clerk.setup.save({ formTexts: own, from: '2025-07-01', was: { formTexts: {} } });
  expect((await desk.clerk.forms.texts({})).own).toEqual({});
  expect((await desk.clerk.forms.texts({ on: '2025-07-01' })).own.acknowledgement?.title).toBe('Giấy hẹn');
});

test('somebody who left is listed and may come back', async () => {
  await using desk = await openDesk();
  await desk.leader.people.setActive({ id: desk.officerId, active: false });
  expect((await desk.leader.people.left()).map(({ name }) => name)).toEqual(['Quàng Văn Hùng']);
  await desk.leader.people.setActive({ id: desk.officerId, active: true });
  expect(await desk.leader.people.left()).toEqual([]);
});

test('a day of one counter is known by the name that a device was paired under, also when its case is corrected', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { clerk, counter, folder } = desk;
  const ofSecond = { ...day, receptionPoints: ['Quầy 2'] };
  await clerk.setup.save({ noAppointmentDays: [ofSecond], was: { noAppointmentDays: [] } });
  const db = connect(join(folder, 'register.db'), 'write');
  const paired = { name: 'Quầy 2', kind: 'counter', desk: null, roles: null, pairedBy: 1, atMs: 1 } as const;
  const id = addLanDevice(db, { ...paired, tokenHash: Buffer.alloc(32) });
  const second = counter.caller({ kind: 'lan', device: `lan:${id}`, jar: { token: null } });
  await second.session.signIn({ personId: 1, password: passwordOfTests });
  const asked = { procedureCode: '1.004873', variant: null, channel: 'direct' } as const;
  const promised = async (caller: typeof clerk) => (await caller.cases.appointment(asked)).promisedAt ?? null;
  expect([await promised(clerk), await promised(second)]).toEqual([null, '2025-04-24T17:00']);
  const { id: caseId } = await second.cases.receive(reception({ slips: [] }));
  const stateOf = async () => (await clerk.cases.get({ id: caseId })).state;
  expect((await stateOf()).promisedAt).toBe('2025-04-24T17:00');
  // It was taken in there, whatever became of the device since and wherever it is corrected.
  revokeLanDevice(db, id, 1, 2);
  db.close();
  const changes = { channel: 'postal' } as const;
  await clerk.cases.correct({ id: caseId, version: 1, changes, reason: 'Gõ nhầm' });
  const corrected = await stateOf();
  expect([corrected.channel, corrected.promisedAt]).toEqual(['postal', '2025-04-24T17:00']);
});
