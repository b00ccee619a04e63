import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import type { Platform } from '../../platform.ts';
import { setPersonActive } from '../../register/accounts/people.ts';
import { insertBatch } from '../../register/cases/batches.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';

const printers = async () => ['LBP2900', 'HP-tang-2'].map((name) => ({ name, isDefault: false }));
/** Off until it is told otherwise. */
function printer(): Platform & { isOn: boolean } {
  return {
    kind: 'electron',
    isOn: false,
    printers,
    print() {
      return this.isOn ? Promise.resolve() : Promise.reject(new Error('offline'));
    },
  };
}

test('the outbox holds each slip once, in the group of what it asks of people', async () => {
  const platform = printer();
  await using desk = await openDesk('2025-04-24T09:15', platform);
  const { clerk, counter } = desk;
  const made = await clerk.cases.receive(
    reception({ slips: ['acknowledgement', 'controlSlip', 'trackingSlip'] }),
  );
  await counter.printed();
  expect(await clerk.slips.outbox()).toMatchObject({
    attention: { total: 3 },
    waiting: { total: 0 },
    recent: { total: 0 },
  });
  expect((await clerk.session.current()).failedPrints).toBe(3);
  expect((await clerk.cases.board()).figures.unprinted).toMatchObject({ count: 3, cases: 1 });
  platform.isOn = true;
  const [first = 0, second = 0, third = 0] = made.jobIds;
  await clerk.slips.markMany({ ids: [first, second], state: 'retry' });
  await counter.printed();
  await clerk.slips.mark({ id: first, state: 'confirmed' });
  await clerk.slips.mark({ id: third, state: 'skipped', reason: 'byHand' });
  const outbox = await clerk.slips.outbox();
  expect(outbox.attention.rows).toEqual([]);
  expect(outbox.recent.rows.map(({ id, state }) => [id, state])).toEqual([
    [second, 'sent'],
    [third, 'skipped'],
    [first, 'confirmed'],
  ]);
  expect(await clerk.session.current()).toMatchObject({ unprinted: 0, failedPrints: 0 });
  // What was settled yesterday is over; what nobody confirmed is still asked for.
  desk.setTime('2025-04-25T07:30');
  expect((await clerk.slips.outbox()).recent.rows.map(({ id }) => id)).toEqual([second]);
});

test('many at once: what moved on meanwhile is left and counted; the journal names who said what', async () => {
  const platform = printer();
  await using desk = await openDesk('2025-04-24T09:15', platform);
  const { clerk, counter } = desk;
  const { id, jobIds } = await clerk.cases.receive(reception({ slips: ['acknowledgement', 'controlSlip'] }));
  await counter.printed();
  const [first = 0, second = 0] = jobIds;
  await clerk.slips.mark({ id: first, state: 'skipped', reason: 'notNeeded' });
  expect(await clerk.slips.markMany({ ids: [first, second, second], state: 'confirmed' })).toEqual({
    marked: 1,
    left: 1,
  });
  await expect(clerk.slips.markMany({ ids: [first], state: 'retry', printer: 'HP-tang-3' })).rejects.toThrow(
    'unknownPrinter',
  );
  await expect(desk.leader.slips.markMany({ ids: [first], state: 'retry' })).rejects.toThrow('notAllowed');
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const said = entriesOf(db, `case:${id}`).filter(({ kind }) => /^slip\.(skipped|confirmed)$/.test(kind));
  expect(said.map(({ kind, personId, data }) => [kind, personId, data])).toEqual([
    ['slip.skipped', 1, { id: first, form: 'acknowledgement', reprint: 0, reason: 'notNeeded' }],
    ['slip.confirmed', 1, { id: second, form: 'controlSlip', reprint: 0, reason: '' }],
  ]);
  db.close();
});

test('a list of cases is printed as its own job, which belongs to no case', async () => {
  const platform = printer();
  platform.isOn = true;
  await using desk = await openDesk('2025-04-24T09:15', platform);
  const { clerk, counter } = desk;
  const { id } = await clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'write');
  const batch = insertBatch(
    db,
    { kind: 'handover', at: '2025-04-24T09:20', personId: desk.officerId },
    (number) => ({
      title: `Giấy bàn giao số ${number}`,
      caseIds: [id],
      notes: '',
    }),
  );
  await expect(clerk.slips.printBatch({ batchId: 99, forms: ['handoverMinutes'] })).rejects.toThrow(
    'notFound',
  );
  // The list keeps the name of whoever made it, also when that person has left.
  setPersonActive(db, desk.officerId, false);
  const [job] = await clerk.slips.printBatch({ batchId: batch.id, forms: ['handoverMinutes'] });
  await counter.printed();
  const [sent] = await clerk.slips.jobs({ ids: [job?.id ?? 0] });
  expect(sent).toMatchObject({ title: 'Giấy bàn giao số 1', caseId: null, batchId: batch.id, state: 'sent' });
  expect((await clerk.slips.jobs({ caseId: id })).length).toBe(0);
  expect(entriesOf(db, `batch:${batch.id}`).map(({ kind }) => kind)).toEqual([
    'slip.requested',
    'slip.printing',
    'slip.sent',
  ]);
  const [again] = await clerk.slips.printBatch({ batchId: batch.id, forms: ['handoverMinutes'] });
  expect(again?.reprint).toBe(1);
  db.close();
});

test('a browser dialog that nobody answered for: the slip may be out, printing it again says so', async () => {
  await using desk = await openDesk();
  const { clerk, counter } = desk;
  const { jobIds } = await clerk.cases.receive(reception({ slips: ['acknowledgement', 'controlSlip'] }));
  const [id = 0, other = 0] = jobIds;
  await expect(clerk.slips.mark({ id, state: 'opened' })).rejects.toThrow('actNotAllowed');
  await counter.printed();
  const opened = await clerk.slips.mark({ id, state: 'opened' });
  expect(opened).toMatchObject({ state: 'unknown', fault: 'opened', mayBeOut: true, reprint: 0 });
  expect((await clerk.slips.outbox()).attention.rows.map((job) => job.id)).toEqual([id]);
  await expect(clerk.slips.mark({ id, state: 'opened' })).rejects.toThrow('actNotAllowed');
  await clerk.slips.mark({ id, state: 'retry' });
  await counter.printed();
  const [again] = await clerk.slips.jobs({ ids: [id] });
  expect(again).toMatchObject({ state: 'ready', reprint: 1 });
  expect(again?.path).not.toBe(opened.path);
  // Whoever closed the dialog and says so prints the first slip, not a second.
  await clerk.slips.mark({ id: other, state: 'opened' });
  const closed = await clerk.slips.mark({ id: other, state: 'failed', reason: 'notOut' });
  expect(closed).toMatchObject({ state: 'failed', mayBeOut: false });
  await clerk.slips.mark({ id: other, state: 'opened' });
  expect(await clerk.slips.mark({ id: other, state: 'confirmed' })).toMatchObject({
    state: 'confirmed',
    reprint: 0,
    copiesOut: [1],
  });
});

test('a form that tells of what never happened in a case is refused at the door, alone or with an act', async () => {
  await using desk = await openDesk();
  const { clerk } = desk;
  const { id } = await clerk.cases.receive(reception());
  for (const form of ['rejectionSlip', 'returnReceipt', 'supplementSlip', 'condolenceLetter'] as const) {
    await expect(clerk.slips.print({ caseId: id, forms: ['caseHistory', form] })).rejects.toMatchObject({
      message: 'wrongForm',
      cause: { data: { forms: [form] } },
    });
  }
  const handover = { kind: 'handover', toPersonId: desk.officerId } as const;
  await expect(clerk.cases.act({ id, version: 1, act: handover, slips: ['refusalNotice'] })).rejects.toThrow(
    'wrongForm',
  );
  expect((await clerk.cases.get({ id })).state.version).toBe(1);
  expect(await clerk.slips.jobs({ caseId: id })).toEqual([]);
  await clerk.cases.act({ id, version: 1, act: handover, slips: ['handoverSlip'] });
  expect((await clerk.slips.jobs({ caseId: id })).map(({ form }) => form)).toEqual(['handoverSlip']);
});

test('an act is undone: its slip that never left is withdrawn, and the next one is no reprint', async () => {
  await using desk = await openDesk();
  const { clerk, officer, officerId, counter } = desk;
  const { id } = await clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
  const handover = { kind: 'handover', toPersonId: officerId } as const;
  await clerk.cases.act({ id, version: 1, act: handover, slips: ['handoverSlip'] });
  const statesAfter = async (version: number) =>
    (await clerk.cases.act({ id, version, act: { kind: 'undo' } })).prints
      .filter(({ form }) => form !== 'acknowledgement')
      .map(({ form, reprint, state, fault }) => [form, reprint, state, fault]);
  await counter.printed();
  expect(await statesAfter(2)).toEqual([['handoverSlip', 0, 'skipped', 'superseded']]);
  await clerk.cases.act({ id, version: 3, act: handover });
  await officer.cases.act({ id, version: 4, act: { kind: 'resolve', outcome: 'granted' } });
  const { applicant } = (await clerk.cases.get({ id })).state;
  const giveBack = { kind: 'return', recipient: { name: applicant.name }, via: 'counter' } as const;
  await clerk.cases.act({ id, version: 5, act: giveBack, slips: ['returnReceipt'] });
  await counter.printed();
  expect((await statesAfter(6))[0]).toEqual(['returnReceipt', 0, 'skipped', 'superseded']);
  const again = await clerk.cases.act({ id, version: 7, act: giveBack, slips: ['returnReceipt'] });
  expect(again.prints[0]).toMatchObject({ form: 'returnReceipt', reprint: 0, state: 'queued' });
  // The slip of the reception is still true.
  expect(again.prints.find(({ form }) => form === 'acknowledgement')?.state).toBe('ready');
});
