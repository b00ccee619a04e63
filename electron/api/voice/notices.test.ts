import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { eventsOf } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';

test('a notice is ready to paste, and one press logs it beside the case', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { id, caseCode } = await desk.clerk.cases.receive(reception());
  const { texts, sent } = await desk.clerk.notices.ofCase({ caseId: id });
  expect(sent).toEqual([]);
  expect(texts.map(({ occasion }) => occasion)).toEqual(['received']);
  const text = texts[0]?.text ?? '';
  expect(text).toContain(caseCode);
  // The office gave no telephone: that sentence is left out, and neither name nor number of the person is in it.
  expect(texts[0]?.leftOut).toEqual(['phone']);
  expect(text).not.toMatch(/014196002187|Lường/);

  const before = await desk.clerk.cases.get({ id });
  desk.setTime('2025-04-24T09:20');
  await desk.clerk.notices.sent({
    formKey: randomUUID(),
    caseId: id,
    occasion: 'received',
    channel: 'zalo',
    text,
  });
  await desk.officer.notices.sent({
    formKey: randomUUID(),
    caseId: id,
    occasion: 'received',
    channel: 'sms',
    text,
  });
  // A second press of the same copy logs nothing more.
  const twice = { formKey: randomUUID(), caseId: id, occasion: 'received', channel: 'phone', text } as const;
  const [one, other] = [await desk.clerk.notices.sent(twice), await desk.officer.notices.sent(twice)];
  expect(other).toEqual(one);
  const after = await desk.clerk.notices.ofCase({ caseId: id });
  expect(after.sent).toMatchObject([
    { channel: 'phone', personName: 'Lò Thị Mai' },
    { channel: 'sms', personName: 'Quàng Văn Hùng' },
    { channel: 'zalo', at: '2025-04-24T09:20', personName: 'Lò Thị Mai' },
  ]);
  const now = await desk.clerk.cases.get({ id });
  expect([now.state, now.timeline]).toEqual([before.state, before.timeline]);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(eventsOf(db, id)).toHaveLength(1);
  expect(entriesOf(db, 'notice:1')).toMatchObject([{ kind: 'notice.sent', data: { text } }]);
  db.close();
});

test('a text with an identity number is not logged', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const notice = {
    formKey: randomUUID(),
    caseId: id,
    occasion: 'received',
    channel: 'sms',
    text: 'Số 014196002187',
  } as const;
  await expect(desk.clerk.notices.sent(notice)).rejects.toMatchObject({ message: 'invalidInput' });
  await expect(desk.clerk.notices.sent({ ...notice, text: 'a', caseId: 99 })).rejects.toMatchObject({
    message: 'notFound',
  });
  expect((await desk.clerk.notices.ofCase({ caseId: id })).sent).toEqual([]);
});

test('the results that wait say how often somebody was told, and apart from it how often somebody rang', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.notices.sent({
    formKey: randomUUID(),
    caseId: id,
    occasion: 'received',
    channel: 'sms',
    text: 'Đã nhận',
  });
  await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
  await desk.officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  const told = async () => ({
    board: (await desk.clerk.cases.board()).waiting.map(({ timesTold, timesCalled }) => [
      timesTold,
      timesCalled,
    ]),
    custody: (await desk.clerk.custody.unclaimed()).flatMap(({ rows }) =>
      rows.map(({ timesTold, lastNotice, lastCall }) => [timesTold, lastNotice?.channel, lastCall?.note]),
    ),
  });
  expect(await told()).toEqual({ board: [[0, 0]], custody: [[0, undefined, undefined]] });
  await desk.clerk.notices.sent({
    formKey: randomUUID(),
    caseId: id,
    occasion: 'ready',
    channel: 'zalo',
    text: 'Đã có',
  });
  await desk.clerk.custody.called({ id, note: 'hẹn thứ Sáu' });
  expect(await told()).toEqual({ board: [[1, 1]], custody: [[1, 'zalo', 'hẹn thứ Sáu']] });
});

test('a template of the ward is used from the day it is saved', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.cases.receive(reception());
  const notices = await desk.clerk.notices.templates();
  const save = (received: string) =>
    desk.leader.setup.save({ notices: { ...notices, received }, was: { notices } });
  await expect(save('{mã hồ sơ} {ten}')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await desk.clerk.notices.templates()).toEqual(notices);
  await save('{mã hồ sơ}, gọi {caseCode}');
  const [made] = (await desk.clerk.notices.ofCase({ caseId: id })).texts;
  expect(made).toMatchObject({ unknown: [], leftOut: [] });
  expect(made?.text).toMatch(/^(H52\.\S+), gọi \1$/);
});
