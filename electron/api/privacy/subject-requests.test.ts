import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RequestInput } from '../../../shared/domain/subject-request.ts';
import { numberOf, openHost, tap } from '../../../tests/campaign.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { textOfPages } from '../../../tests/printing/poppler.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect } from '../../register/connection.ts';
import { appendEntry, findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedRestrictions, putBackRestrictions } from '../../register/privacy/restrictions.ts';
import { findUnfoldedRequests, putBackRequest } from '../../register/privacy/subject-requests.ts';

async function citizenOf(desk: Desk, override: Parameters<typeof reception>[0] = {}): Promise<number> {
  const { id } = await desk.clerk.cases.receive(reception(override));
  return (await desk.clerk.cases.get({ id })).state.citizenId ?? 0;
}

/** Of somebody whose case was refused at the counter, and ended there. */
async function rejectedOf({ clerk }: Desk, name = 'Cầm Thị Ón', idNumber = '014196002195'): Promise<number> {
  const { slips: _, ...form } = reception({ applicant: { kind: 'citizen', name, idNumber, phone: null } });
  const decision = { kind: 'reject', reason: 'Không thuộc thẩm quyền', ground: 'Luật' } as const;
  const { id } = await clerk.cases.register({ ...form, decision, slips: [] });
  return (await clerk.cases.get({ id })).state.citizenId ?? 0;
}

function ask(desk: Desk, citizenId: number, wish: RequestInput['wish']) {
  const form = { formKey: randomUUID(), asker: { capacity: 'self' } as const, words: 'Theo đơn' };
  return desk.clerk.subjects.receive({ ...form, citizenId, wish });
}

async function grant(desk: Desk, id: number) {
  const { version } = await desk.clerk.subjects.get({ id });
  const act = { kind: 'answer', result: 'granted', answer: 'Đã thực hiện' } as const;
  return desk.clerk.subjects.act({ id, version, act });
}

async function approvalOf(desk: Desk) {
  const { people } = await desk.clerk.session.current();
  const leader = people.find(({ name }) => name === 'Cầm Văn Tuấn');
  return { personId: leader?.id ?? 0, password: passwordOfTests };
}

const met = { name: 'Lường Thị Thu Hằng', idNumber: '014196002187', birthYear: 1996 };

test('a request is due by the law, acknowledged by a clerk, answered by who answers for the office, and late shows', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const citizenId = await citizenOf(desk);
  const { id, code } = await ask(desk, citizenId, 'view');
  expect(code).toBe('DL-2025-0001');
  const [row] = await desk.officer.subjects.list({ view: 'open' });
  expect(row).toMatchObject({ acknowledgeDueAt: '2025-03-12T17:00', answerDueAt: '2025-03-20T17:00' });
  expect(row).toMatchObject({ personName: 'Lường Thị Thu Hằng', times: { answer: 'pending' } });
  desk.setTime('2025-03-13T08:00');
  const told = await desk.officer.subjects.act({ id, version: 1, act: { kind: 'acknowledge' } });
  expect(told.times).toEqual({ acknowledge: 'late', answer: 'pending' });
  const answer = { kind: 'answer', result: 'granted', answer: 'Đã giao bản in' } as const;
  await expect(desk.officer.subjects.act({ id, version: 2, act: answer })).rejects.toMatchObject({
    message: 'actNotAllowed',
  });
  await expect(desk.clerk.subjects.act({ id, version: 1, act: answer })).rejects.toMatchObject({
    message: 'stale',
  });
  desk.setTime('2025-03-21T08:00');
  expect((await desk.clerk.subjects.act({ id, version: 2, act: answer })).times.answer).toBe('late');
  expect(await desk.clerk.subjects.list({ view: 'open' })).toEqual([]);
  expect((await desk.clerk.subjects.ofPerson({ citizenId })).map((one) => one.id)).toEqual([id]);
});

test('a letter counts from the day it came, no day to come is taken, and a form makes one request', async () => {
  await using desk = await openDesk('2025-03-14T09:15', undefined, false);
  const citizenId = await citizenOf(desk);
  const input = {
    formKey: randomUUID(),
    citizenId,
    wish: 'delete',
    asker: { capacity: 'authorised', name: 'Lường Văn Pán', proof: 'Giấy ủy quyền ngày 01/3' },
    words: 'Xóa số điện thoại cũ',
    receivedOn: '2025-03-10',
  } as const;
  await expect(desk.clerk.subjects.receive({ ...input, receivedOn: '2025-03-15' })).rejects.toMatchObject({
    message: 'invalidInput',
  });
  const { id } = await desk.clerk.subjects.receive(input);
  expect((await desk.clerk.subjects.receive(input)).id).toBe(id);
  // The same form with something else in it is not answered as if it were written down.
  for (const other of [{ words: 'Xóa hết' }, { wish: 'view' }, { receivedOn: '2025-03-11' }] as const)
    await expect(desk.clerk.subjects.receive({ ...input, ...other })).rejects.toThrow('formAlreadyUsed');
  // What leaves names a request of this person, and a person who is there.
  const file = { citizenId, form: 'json', purpose: 'Theo yêu cầu', requestId: id } as const;
  for (const part of [{ requestId: 999 }, { requestId: null, citizenId: 999 }])
    await expect(desk.leader.subjects.exportPerson({ ...file, ...part })).rejects.toThrow('notFound');
  const detail = await desk.leader.subjects.get({ id });
  expect(detail).toMatchObject({ acknowledgeDueAt: '2025-03-12T17:00', answerDueAt: '2025-03-31T17:00' });
  const handed = await desk.leader.subjects.act({ id, version: 1, act: { kind: 'handOver' } });
  expect(handed).toMatchObject({ handedOverAt: '2025-03-14T09:15', endedAt: null });
  expect(handed.acts).not.toContain('handOver');
});

test('a restricted person is offered to no form and used for nothing optional, while his cases go on', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const citizenId = await citizenOf(desk);
  const { personId } = await desk.clerk.digital.help({
    formKey: randomUUID(),
    whose: { citizenId },
    topic: 'vneid',
    level: 'guided',
  });
  const form = { idNumber: '014196002187', phone: null, name: '', birthOn: null };
  expect(await desk.clerk.citizens.recognise(form)).toHaveLength(1);
  const { id } = await ask(desk, citizenId, 'restrict');
  expect(await desk.clerk.citizens.recognise(form)).toHaveLength(1);
  expect(await grant(desk, id)).toMatchObject({ isRestricted: true, person: { isRestricted: true } });

  expect(await desk.clerk.citizens.find({ text: '014196002187' })).toEqual([]);
  expect(await desk.clerk.citizens.find({ text: 'Lường Thị Thu Hằng' })).toEqual([]);
  expect(await desk.clerk.citizens.recognise(form)).toEqual([]);
  expect(await desk.clerk.citizens.list({ text: '' })).toMatchObject([{ id: citizenId, isRestricted: true }]);
  const refused = { message: 'personRestricted' };
  const help = { formKey: randomUUID(), topic: 'bank', level: 'guided' } as const;
  for (const whose of [{ citizenId }, { personId }, { met }])
    await expect(desk.clerk.digital.help({ ...help, whose })).rejects.toMatchObject(refused);

  // The law's own work: another case of his, under his record, moving on; he is told of it by word of mouth.
  const next = await desk.clerk.cases.receive(reception());
  const held = await desk.clerk.cases.get({ id: next.id });
  expect(held.state.citizenId).toBe(citizenId);
  const notice = { caseId: next.id, occasion: 'received', text: 'Đã nhận hồ sơ' } as const;
  await expect(
    desk.clerk.notices.sent({ ...notice, formKey: randomUUID(), channel: 'zalo' }),
  ).rejects.toMatchObject(refused);
  await desk.clerk.notices.sent({ ...notice, formKey: randomUUID(), channel: 'phone' });
  expect(await desk.clerk.notices.ofCase({ caseId: next.id })).toMatchObject({ isRestricted: true });
  const period = { from: '2025-03-01', to: '2025-03-31' };
  const { rows } = await desk.clerk.digital.helped({ period, limit: 10 });
  expect(rows).toMatchObject([{ name: 'Người đã hạn chế xử lý dữ liệu', phone: null, helps: 1 }]);

  // Neither his family's form is filled with him.
  const mother = await citizenOf(desk, {
    applicant: { ...reception().applicant, idNumber: '014170000001', name: 'Lường Thị Mẹ', phone: null },
  });
  await desk.clerk.citizens.addRelative({ id: mother, relativeId: citizenId, kin: 'child' });
  const { household } = await desk.clerk.citizens.get({ id: mother });
  expect(household).toHaveLength(1);
  expect(await desk.clerk.citizens.household({ id: mother })).toEqual([]);
  const link = { id: mother, linkId: household[0]?.linkId ?? 0 };
  await expect(desk.clerk.citizens.relative(link)).rejects.toMatchObject(refused);

  await grant(desk, (await ask(desk, citizenId, 'lift')).id);
  expect(await desk.clerk.citizens.recognise(form)).toHaveLength(1);
  await desk.clerk.digital.help({ ...help, whose: { personId } });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const kinds = db
    .prepare<[], { kind: string }>(
      "SELECT kind FROM journal WHERE kind LIKE 'citizen.restrict%' ORDER BY seq",
    )
    .all();
  expect(kinds.map(({ kind }) => kind)).toEqual(['citizen.restricted', 'citizen.restrictionLifted']);
  expect([findUnfoldedRequests(db), findUnfoldedRestrictions(db), findBrokenLink(db)]).toEqual([
    [],
    [],
    null,
  ]);
  db.close();
});

test('a campaign writes nothing down of a restricted person, however he is met', async () => {
  const { host } = await openHost();
  await using desk = host;
  const citizenId = await citizenOf(desk);
  await grant(desk, (await ask(desk, citizenId, 'restrict')).id);
  const topic = { team: 0, topic: 'filing', marks: [] };
  await tap(desk, randomUUID(), { who: 3, ...topic });
  expect(numberOf(77)).toBe('014196002187');
  await expect(tap(desk, randomUUID(), { who: 77, ...topic })).rejects.toMatchObject({
    message: 'personRestricted',
  });
});

test('a restriction follows the person into a merge and out of it', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const applicant = { ...reception().applicant, idNumber: '014196009999', name: 'Lường Thu Hằng' };
  const [first, second] = [await citizenOf(desk), await citizenOf(desk, { applicant })];
  const request = await ask(desk, second, 'withdraw');
  await grant(desk, request.id);
  const { id } = await desk.clerk.citizens.merge({ survivorId: first, mergedId: second, take: [] });
  expect(await desk.clerk.citizens.get({ id: first })).toMatchObject({ isRestricted: true });
  await desk.clerk.citizens.unmerge({ id });
  expect(await desk.clerk.citizens.get({ id: first })).toMatchObject({ isRestricted: false });
  expect(await desk.clerk.citizens.get({ id: second })).toMatchObject({ isRestricted: true });

  // Its rows lost, as in a damaged register: the journal puts them back.
  const db = connect(join(desk.folder, 'register.db'), 'write');
  const unfolded = () => [findUnfoldedRequests(db), findUnfoldedRestrictions(db)];
  db.transaction(() => {
    db.exec('DELETE FROM restrictions; DELETE FROM subjectRequests');
    expect(unfolded()).toEqual([[request.id], [second]]);
    putBackRequest(db, request.id);
    putBackRestrictions(db);
    expect(unfolded()).toEqual([[], []]);
  }).immediate();
  db.close();
});

test('a correction made since the request came in stands in its answer', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const { id: caseId, caseCode } = await desk.clerk.cases.receive(reception());
  const { state } = await desk.clerk.cases.whole({ id: caseId });
  const { id } = await ask(desk, state.citizenId ?? 0, 'correct');
  desk.setTime('2025-03-11T09:15');
  const applicant = { ...state.applicant, phone: '0900000999' };
  await desk.clerk.cases.correct({ id: caseId, version: 1, changes: { applicant }, reason: 'Theo đơn' });
  expect((await desk.clerk.subjects.get({ id })).corrections).toMatchObject([{ caseCode }]);
  expect((await grant(desk, id)).corrections).toMatchObject([{ caseCode, at: '2025-03-11T09:15' }]);
});

test('the paper says by when, then what was answered, and never the whole number', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const { id } = await ask(desk, await citizenOf(desk), 'view');
  const textOf = async () => {
    const { path } = await desk.clerk.subjects.sheet({ id });
    const response = await desk.counter.fetch(new Request(`http://counter${path}`), {
      kind: 'loopback',
      device: 'window',
    });
    return textOfPages(new Uint8Array(await response.arrayBuffer()));
  };
  const open = await textOf();
  expect(open).toHaveLength(1);
  expect(open[0]).toMatch(/GIẤY BÁO NHẬN YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN[\s\S]*DL-2025-0001[\s\S]*20\/03\/2025/);
  expect(open[0]).not.toContain('014196002187');
  await grant(desk, id);
  expect((await textOf())[0]).toMatch(/TRẢ LỜI YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN[\s\S]*Đã thực hiện/);
});

test('what was erased for a request is told by it', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const [citizenId, beside] = [
    await rejectedOf(desk, 'Lường Thị Hai', '014196002188'),
    await rejectedOf(desk),
  ];
  const { id, code } = await ask(desk, citizenId, 'delete');
  desk.setTime('2026-01-05T09:15');
  await desk.clerk.books.close({ year: 2025 });
  const approval = await approvalOf(desk);
  const act = { reason: `Theo yêu cầu ${code}`, ground: 'Điều 14', approval };
  // A reason is words: what was done for a request is told by the act itself.
  const erase = async (asked: { citizenId: number; requestId?: number }) =>
    desk.clerk.retention.erasePerson(await personAsShown(desk.clerk, { ...act, ...asked }));
  await erase({ citizenId: beside });
  expect((await desk.clerk.subjects.get({ id })).erased).toBeNull();
  await erase({ citizenId, requestId: id });
  expect((await desk.clerk.subjects.get({ id })).erased).toEqual({
    at: '2026-01-05T09:15',
    cases: 1,
    citizens: 1,
  });
});

test('an erasure of the time when only its reason named the request is still told by it', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const { id, code } = await ask(desk, await citizenOf(desk), 'delete');
  const db = connect(join(desk.folder, 'register.db'), 'write');
  const entry = { at: '2025-03-10T02:15:00.000Z', personId: null, device: 'window', subject: 'retention' };
  const data = { reason: `Theo yêu cầu ${code}`, ground: 'Điều 14', cases: 2, citizens: 1, approver: null };
  appendEntry(db, { ...entry, kind: 'retention.personErased', data });
  db.close();
  expect((await desk.clerk.subjects.get({ id })).erased).toEqual({
    at: '2025-03-10T09:15',
    cases: 2,
    citizens: 1,
  });
});

test('nothing is erased of one person for the request of another', async () => {
  await using desk = await openDesk('2025-03-10T09:15', undefined, false);
  const { id } = await ask(desk, await citizenOf(desk), 'delete');
  const other = await citizenOf(desk, {
    applicant: { ...reception().applicant, name: 'Cầm Thị Ón', idNumber: '014196002195' },
  });
  const approval = await approvalOf(desk);
  const act = { citizenId: other, requestId: id, reason: 'Nhầm người', ground: 'Điều 14', approval };
  const asked = await personAsShown(desk.clerk, act);
  await expect(desk.clerk.retention.erasePerson(asked)).rejects.toThrow('notFound');
});
