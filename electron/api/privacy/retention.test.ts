import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findMiscounts } from '../../register/figures/tallies.ts';
import { findBrokenLink } from '../../register/journal.ts';
import { findUnfoldedPayments } from '../../register/money/payments.ts';
import { findUnfoldedFeedback } from '../../register/voice/feedback.ts';

const approval = { personId: 3, password: passwordOfTests };
const why = { reason: 'Hết thời hạn lưu', ground: 'Luật 91/2025/QH15 Đ14' };
const code = '1.004873';
const [name, submitter] = ['Xa Thị Hoài Phương', 'Khà Văn Đồng'];
const secrets = [
  name,
  submitter,
  '014196009999',
  '0912345999',
  'Ngõ 77',
  'Xin ghi tên Sùng',
  'Gặp ở chợ',
  'Bùi Thị Xoan',
];

/** A case with all that can be said beside it, ended and given back. */
async function told(desk: Desk, slips: 'acknowledgement'[] = []): Promise<number> {
  const { clerk, officer } = desk;
  const { id, caseCode } = await clerk.cases.receive(
    reception({
      applicant: {
        kind: 'citizen',
        name,
        idNumber: '014196009999',
        birthOn: '1991-02-03',
        phone: '0912345999',
        address: 'Ngõ 77, Tiểu khu 3',
      },
      submitter: { name: submitter, idNumber: '014196008888', phone: null, relation: 'con đẻ' },
      papers: [
        { name: 'Tờ khai theo mẫu', originals: 1 },
        { name: 'Giấy ra viện của Bùi Thị Xoan', photocopies: 1 },
      ],
      summary: 'Xin ghi tên Sùng',
      slips,
    }),
  );
  await clerk.cases.act({
    id,
    version: 1,
    act: { kind: 'handover', toPersonId: desk.officerId, note: 'Gặp ở chợ' },
  });
  await officer.cases.act({ id, version: 2, act: { kind: 'resolve', outcome: 'granted' } });
  await clerk.cases.act({
    id,
    version: 3,
    act: { kind: 'return', recipient: { name: submitter, idNumber: '014196008888' }, via: 'counter' },
  });
  const feedback = await clerk.feedback.receive({
    ...{
      formKey: randomUUID(),
      channel: 'inPerson',
      topic: 'timeLimit',
      content: `${name} chờ lâu`,
      caseCode,
    },
    sender: { name, phone: '0912345999' },
  });
  await clerk.feedback.act({ id: feedback.id, version: 1, act: { kind: 'withdraw', reason: submitter } });
  await clerk.notices.sent({
    ...{ formKey: randomUUID(), caseId: id, occasion: 'received', channel: 'sms' },
    text: `Chào ${name}, hồ sơ đã nhận`,
  });
  // A slip is made aside: until then it holds its case.
  const isMade = async () =>
    (await clerk.slips.outbox()).waiting.rows.every(({ state }) => state !== 'queued');
  await vi.waitFor(async () => expect(await isMade()).toBe(true), { timeout: 20_000, interval: 50 });
  return id;
}

const keep = (desk: Desk, retention: { months: number; source: string } | null) =>
  desk.clerk.catalogue.save({
    ...{ code, effectiveFrom: '2025-01-01', feeVnd: 10_000, timeLimit: { kind: 'workingDays', value: 3 } },
    retention,
  });

/** All bytes of the register, its log and its stored papers. */
const onDisk = (folder: string): string =>
  ['register.db', 'register.db-wal']
    .map((file) => join(folder, file))
    .filter(existsSync)
    .map((file) => readFileSync(file, 'utf8'))
    .join();

test('an act of two people erases every trace of a case whose time is over, and keeps all that is counted', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const id = await told(desk, ['acknowledgement']);
  // Of another person, under the same procedure: it stays.
  desk.setTime('2026-06-01T09:00');
  const other = await desk.clerk.cases.receive(reception({ name: 'Lường Văn Ở Lại' }));
  expect(await desk.clerk.retention.due()).toMatchObject({ rows: [] });
  await keep(desk, { months: 12, source: 'Quyết định của phường' });
  const held = { due: 0, held: [{ reason: 'bookOpen', count: 1 }] };
  expect((await desk.clerk.retention.due()).rows).toMatchObject([{ code, lastDay: '2025-05-31', ...held }]);
  await desk.clerk.books.close({ year: 2025 });
  await desk.clerk.drafts.save({ content: { applicant: { idNumber: '014196009999' } } });
  const codes = [code];
  const rehearsal = await desk.clerk.retention.rehearse({ codes });
  const asked = { codes, shown: rehearsal, ...why };
  expect(rehearsal).toMatchObject({ cases: 1, payments: 1, feedback: 1, notices: 1, citizens: 1 });
  for (const secret of secrets)
    expect([secret, onDisk(desk.folder).includes(secret)]).toEqual([secret, true]);
  const papers = readdirSync(join(desk.folder, 'files')).filter((file) => file.endsWith('.pdf'));
  const { years } = await desk.clerk.cases.board();

  await expect(desk.clerk.retention.erase(asked)).rejects.toThrow('approvalNeeded');
  const self = { ...approval, personId: 1 };
  await expect(desk.clerk.retention.erase({ ...asked, approval: self })).rejects.toThrow(
    'approverNotAllowed',
  );
  await expect(desk.leader.retention.erase({ ...asked, approval })).rejects.toThrow('notAllowed');
  for (const more of [{ cases: 2 }, { feedback: 0 }, { citizens: 0 }]) {
    const shown = { ...rehearsal, ...more };
    await expect(desk.clerk.retention.erase({ ...asked, shown, approval })).rejects.toThrow('stale');
  }
  expect(await desk.clerk.retention.erase({ ...asked, approval })).toEqual({ cases: 1, citizens: 1 });

  const disk = onDisk(desk.folder);
  expect(secrets.filter((secret) => disk.includes(secret))).toEqual([]);
  expect(disk).toContain('Lường Văn Ở Lại');
  const left = readdirSync(join(desk.folder, 'files')).filter((file) => file.endsWith('.pdf'));
  expect(papers.length - left.length).toBe(rehearsal.papers);
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect([findBrokenLink(db), findUnfoldedCases(db), findMiscounts(db)]).toEqual([null, [], []]);
  expect([findUnfoldedPayments(db), findUnfoldedFeedback(db)]).toEqual([[], []]);
  db.close();
  expect((await desk.clerk.cases.board()).years).toEqual(years);
  expect(await desk.clerk.citizens.find({ text: '014196009999' })).toEqual([]);
  expect(await desk.clerk.cases.search({ text: 'Hoài Phương' })).toEqual([]);
  expect(await desk.clerk.drafts.get()).toBeFalsy();
  const { state } = await desk.clerk.cases.get({ id });
  expect(state).toMatchObject({
    status: 'returned',
    serial: 1,
    applicant: { name: 'Đã xóa dữ liệu', idNumber: null },
  });
  expect((await desk.clerk.cases.get({ id: other.id })).state.applicant.name).toBe('Lường Văn Ở Lại');
  // The closed book keeps its lines: the journal explains what differs, so nothing is called altered.
  expect(await desk.clerk.books.check({ year: 2025 })).toMatchObject({
    fault: null,
    tampered: [],
    changed: [],
  });
  const after = await desk.clerk.retention.due();
  expect(after.rows).toMatchObject([{ due: 0, held: [] }]);
  expect(after.acts).toMatchObject([{ reason: why.reason, cases: 1, citizens: 1, approver: 'Cầm Văn Tuấn' }]);
});

test("one person's data goes on his wish; what is still held stays and is named", async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const id = await told(desk);
  const { state } = await desk.clerk.cases.whole({ id });
  const citizenId = state.citizenId ?? 0;
  const running = await desk.clerk.cases.receive(
    reception({ applicant: { ...state.applicant, kind: 'citizen', sex: null, birthOn: '1991-02-03' } }),
  );
  desk.setTime('2026-01-05T09:00');
  await desk.clerk.books.close({ year: 2025 });
  const rehearsal = await desk.clerk.retention.rehearsePerson({ citizenId });
  expect(rehearsal).toMatchObject({ cases: 1, held: [{ id: running.id, reason: 'open' }] });
  const asked = { citizenId, ...why, approval };
  const done = await desk.clerk.retention.erasePerson(await personAsShown(desk.clerk, asked));
  // He is still the applicant of a case that runs.
  expect(done).toEqual({ cases: 1, citizens: 0 });
  expect((await desk.clerk.cases.get({ id })).state.applicant.name).toBe('Đã xóa dữ liệu');
  expect((await desk.clerk.cases.get({ id: running.id })).state.applicant.name).toBe(name);
});
