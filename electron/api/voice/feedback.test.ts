import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedFeedback } from '../../register/voice/feedback.ts';

const said = { channel: 'inPerson', topic: 'timeLimit', content: 'Chờ quá lâu' } as const;

test('from what was said to the answer: codes of the year, dates, acts, the row equal to its fold', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { caseCode, id: caseId } = await desk.clerk.cases.receive(reception());
  const { id, code } = await desk.clerk.feedback.receive({
    ...said,
    formKey: randomUUID(),
    caseCode: caseCode.toLowerCase(),
  });
  expect(code).toBe('PA-2025-0001');
  expect(await desk.officer.feedback.get({ id })).toMatchObject({
    about: { caseId, caseCode },
    content: 'Chờ quá lâu',
    status: 'received',
    // 26/4 is worked in place of 2/5; 30/4 to 4/5 is off.
    acknowledgeDueAt: '2025-04-26T17:00',
    answerDueAt: '2025-05-19T17:00',
    times: { acknowledge: 'pending', answer: 'pending' },
  });
  desk.setTime('2025-04-25T10:00');
  await desk.clerk.feedback.act({ id, version: 1, act: { kind: 'acknowledge' } });
  const asked = await desk.officer.feedback.act({
    id,
    version: 2,
    act: { kind: 'askDetail', question: 'Hôm nào?' },
  });
  expect(asked).toMatchObject({ status: 'awaitingDetail', answerDueAt: null, version: 3 });
  desk.setTime('2025-04-29T10:00');
  const given = await desk.clerk.feedback.act({
    id,
    version: 3,
    act: { kind: 'giveDetail', detail: 'Thứ Tư' },
  });
  expect(given.answerDueAt).toBe('2025-05-22T17:00');
  desk.setTime('2025-05-05T10:00');
  const done = await desk.leader.feedback.act({
    id,
    version: 4,
    act: { kind: 'answer', answer: 'Đã nhắc bộ phận' },
  });
  expect(done).toMatchObject({ status: 'answered', acts: ['judge'], times: { answer: 'early' } });
  expect(done.timeline.map(({ kind, words }) => [kind, words])).toEqual([
    ['received', 'Chờ quá lâu'],
    ['acknowledged', ''],
    ['detailAsked', 'Hôm nào?'],
    ['detailGiven', 'Thứ Tư'],
    ['answered', 'Đã nhắc bộ phận'],
  ]);
  const next = await desk.officer.feedback.receive({ ...said, formKey: randomUUID() });
  expect(next.code).toBe('PA-2025-0002');
  expect((await desk.clerk.feedback.list({ view: 'open' })).map((row) => row.id)).toEqual([next.id]);
  expect((await desk.clerk.feedback.list({ view: 'ended' })).map((row) => row.id)).toEqual([id]);
  desk.setTime('2026-01-05T09:00');
  expect((await desk.clerk.feedback.receive({ ...said, formKey: randomUUID() })).code).toBe('PA-2026-0001');
  expect(await desk.clerk.feedback.figures({ from: '2025-01-01', to: '2025-12-31' })).toEqual({
    received: 2,
    open: 1,
    openLate: 1,
    answered: 1,
    answeredInTime: 1,
    acknowledgedLate: 1,
    founded: 0,
    unfounded: 0,
  });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect([findUnfoldedFeedback(db), findBrokenLink(db)]).toEqual([[], null]);
  db.close();
});

test('a row that was written past the door is found', async () => {
  await using desk = await openDesk();
  const { id } = await desk.clerk.feedback.receive({ ...said, formKey: randomUUID() });
  const db = connect(join(desk.folder, 'register.db'), 'write');
  db.prepare("UPDATE feedbackCases SET acknowledgedAt = '2025-04-24T10:00' WHERE id = ?").run(id);
  expect(findUnfoldedFeedback(db)).toEqual([id]);
  db.prepare('DELETE FROM feedbackCases').run();
  expect(findUnfoldedFeedback(db)).toEqual([id]);
  db.close();
});

test('a complaint about attitude is read by the leader and by whoever wrote it down alone', async () => {
  await using desk = await openDesk();
  const secret = {
    ...said,
    topic: 'attitude',
    content: 'Chị ở quầy nói gắt',
    sender: { name: 'Ông Pánh' },
  } as const;
  const { id } = await desk.clerk.feedback.receive({ ...secret, formKey: randomUUID() });
  for (const caller of [desk.clerk, desk.leader]) {
    const seen = await caller.feedback.get({ id });
    expect(seen).toMatchObject({ content: secret.content, sender: { name: 'Ông Pánh' } });
  }
  const other = JSON.stringify([
    await desk.officer.feedback.get({ id }),
    await desk.officer.feedback.list({ view: 'open' }),
  ]);
  expect(other).toContain('PA-2025-0001');
  expect(other).not.toMatch(/gắt|Pánh/);
  const act = { id, version: 1, act: { kind: 'answer', answer: 'Xin lỗi' } } as const;
  await expect(desk.officer.feedback.act(act)).rejects.toMatchObject({ message: 'notAllowed' });
  const judge = { id, version: 1, act: { kind: 'judge', isFounded: false } } as const;
  await expect(desk.clerk.feedback.act(judge)).rejects.toMatchObject({ message: 'actNotAllowed' });
  expect(await desk.leader.feedback.act(judge)).toMatchObject({ isFounded: false, version: 2 });
});

test('what cannot be is refused and changes nothing', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await expect(
    desk.clerk.feedback.receive({ ...said, formKey: randomUUID(), caseCode: 'H52.09.01-250424-9999' }),
  ).rejects.toMatchObject({
    message: 'invalidInput',
  });
  await expect(
    desk.clerk.feedback.receive({ ...said, formKey: randomUUID(), content: ' ' }),
  ).rejects.toThrow();
  const { id, code } = await desk.clerk.feedback.receive({ ...said, formKey: randomUUID() });
  // The refused ones used up no number.
  expect(code).toBe('PA-2025-0001');
  const acknowledge = { id, version: 1, act: { kind: 'acknowledge' } } as const;
  await desk.clerk.feedback.act(acknowledge);
  await expect(desk.officer.feedback.act(acknowledge)).rejects.toMatchObject({ message: 'stale' });
  const again = { ...acknowledge, version: 2 };
  await expect(desk.officer.feedback.act(again)).rejects.toMatchObject({ message: 'actNotAllowed' });
  desk.setTime('2025-04-24T09:00');
  const answer = { id, version: 2, act: { kind: 'answer', answer: 'Rồi' } } as const;
  await expect(desk.clerk.feedback.act(answer)).rejects.toMatchObject({ message: 'clockWrong' });
  await expect(desk.clerk.feedback.get({ id: 99 })).rejects.toMatchObject({ message: 'notFound' });
  expect((await desk.clerk.feedback.get({ id })).version).toBe(2);
});

test('sent twice it is one, told with its first code; the page of its case lists it', async () => {
  await using desk = await openDesk();
  const { caseCode, id: caseId } = await desk.clerk.cases.receive(reception());
  const form = { ...said, formKey: randomUUID(), caseCode };
  const [one, other] = [await desk.clerk.feedback.receive(form), await desk.clerk.feedback.receive(form)];
  expect(other).toEqual(one);
  await desk.clerk.feedback.receive({ ...said, formKey: randomUUID() });
  expect(await desk.clerk.feedback.list({ view: 'open' })).toHaveLength(2);
  expect(await desk.officer.feedback.ofCase({ caseId })).toMatchObject([{ code: 'PA-2025-0001' }]);
});
