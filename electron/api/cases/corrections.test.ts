import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';

/** The chain holds, and every row is the fold of its events. */
function expectWhole({ folder }: Desk): void {
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  db.close();
}

const papers = [{ name: 'Tờ khai theo mẫu', originals: 2 }];

describe('corrections', () => {
  test('every field that was entered can be put right, and the numbers stay', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const received = await desk.clerk.cases.receive(reception());
    const before = (await desk.clerk.cases.whole({ id: received.id })).state;
    desk.setTime('2025-04-25T10:00');
    const changes = {
      applicant: {
        ...before.applicant,
        kind: 'citizen' as const,
        name: 'Lường Thị Thu Hà',
        birthOn: '1996-09-21',
      },
      submitter: { name: 'Lường Văn Ón', relation: 'bố' },
      papers,
      summary: 'Đăng ký kết hôn',
      sets: 2,
      channel: 'postal' as const,
      returnChannel: 'postal' as const,
      fee: { amountVnd: 20_000, method: 'transfer' as const },
      procedureCode: '1.001193',
    };
    const { state, timeline } = await desk.clerk.cases.correct({
      id: received.id,
      version: 1,
      reason: 'Gõ nhầm khi tiếp nhận',
      changes,
    });
    expect(state).toMatchObject({
      applicant: { name: 'Lường Thị Thu Hà', birthOn: '1996-09-21', phone: '0900000214' },
      submitter: { name: 'Lường Văn Ón', relation: 'bố' },
      papers: [{ originals: 2 }],
      summary: 'Đăng ký kết hôn',
      sets: 2,
      channel: 'postal',
      returnChannel: 'postal',
      fee: { amountVnd: 20_000, method: 'transfer' },
      procedure: { code: '1.001193' },
      contentVersion: 2,
      version: 2,
    });
    const { caseCode, slipCode, serial, year, volume, receivedAt, registeredAt } = before;
    expect(state).toMatchObject({ caseCode, slipCode, serial, year, volume, receivedAt, registeredAt });
    expect(timeline.at(-1)).toMatchObject({
      kind: 'corrected',
      at: '2025-04-25T10:00',
      by: { name: 'Lò Thị Mai' },
    });
    expectWhole(desk);
  });

  test('only what is really otherwise is written, and nothing at all is refused', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception());
    const { applicant, summary, fee } = (await desk.clerk.cases.whole({ id })).state;
    const same = desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Thử',
      changes: { applicant, summary, fee },
    });
    await expect(same).rejects.toMatchObject({ message: 'nothingChanged' });
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Thiếu nội dung',
      changes: { applicant, summary: 'Bổ sung', fee },
    });
    expect(state.corrections).toMatchObject([{ reason: 'Thiếu nội dung', fields: ['summary'] }]);
    const noReason = desk.clerk.cases.correct({ id, version: 2, reason: ' ', changes: { summary: 'Khác' } });
    await expect(noReason).rejects.toMatchObject({ message: expect.stringContaining('required') });
    const stale = desk.clerk.cases.correct({ id, version: 1, reason: 'Muộn', changes: { summary: 'Khác' } });
    await expect(stale).rejects.toMatchObject({ message: 'stale' });
  });

  test('the versions before stay readable, each with who, when and why', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const { id } = await desk.clerk.cases.receive(reception());
    desk.setTime('2025-04-24T09:20');
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
    desk.setTime('2025-04-24T09:30');
    await desk.clerk.cases.correct({
      id,
      version: 2,
      reason: 'Sót nội dung',
      changes: { summary: 'Kết hôn' },
    });
    desk.setTime('2025-04-24T10:30');
    await desk.officer.cases.correct({ id, version: 3, reason: 'Thêm bản', changes: { sets: 3 } });
    const { versions } = await desk.clerk.cases.versions({ id });
    expect(
      versions.map(({ version, at, by, reason, entered }) => [
        version,
        at,
        by.name,
        reason,
        entered.summary,
        entered.sets,
      ]),
    ).toEqual([
      [1, '2025-04-24T09:15', 'Lò Thị Mai', '', '', 1],
      [2, '2025-04-24T09:30', 'Lò Thị Mai', 'Sót nội dung', 'Kết hôn', 1],
      [3, '2025-04-24T10:30', 'Quàng Văn Hùng', 'Thêm bản', 'Kết hôn', 3],
    ]);
  });

  test('search finds the new name and no longer the wrong one', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception({ name: 'Lường Thị Thu Hằng' }));
    const { applicant } = (await desk.clerk.cases.whole({ id })).state;
    await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Sai tên',
      changes: { applicant: { ...applicant, name: 'Tòng Thị Diêu' } },
    });
    expect(await desk.clerk.cases.search({ text: 'tong thi dieu' })).toMatchObject([{ id, matched: 'name' }]);
    expect(await desk.clerk.cases.search({ text: 'Lường Thị Thu Hằng' })).toEqual([]);
  });

  test('a slip with the wrong content that never left is withdrawn; the new one is no reprint', async () => {
    await using desk = await openDesk();
    const received = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement', 'controlSlip'] }));
    const { id } = received;
    await desk.clerk.slips.print({ caseId: id, forms: ['guidanceSheet'] });
    await desk.counter.printed();
    const { prints } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Sai lệ phí',
      changes: { fee: { amountVnd: 8000, method: 'cash' } },
      slips: ['acknowledgement'],
    });
    expect(prints.map(({ form, reprint, state, fault }) => [form, reprint, state, fault])).toEqual([
      ['acknowledgement', 0, 'queued', null],
      // It says nothing of the case.
      ['guidanceSheet', 0, 'ready', null],
      ['controlSlip', 0, 'skipped', 'superseded'],
      ['acknowledgement', 0, 'skipped', 'superseded'],
    ]);
    const [old = 0] = received.jobIds;
    const again = desk.clerk.slips.mark({ id: old, state: 'retry' });
    await expect(again).rejects.toMatchObject({ message: 'actNotAllowed' });
    const [control] = await desk.clerk.slips.print({ caseId: id, forms: ['controlSlip'] });
    expect(control?.reprint).toBe(0);
    expectWhole(desk);
  });

  test('a slip that may be out stays, and the one that is asked for comes out as the next reprint', async () => {
    await using desk = await openDesk();
    const { id, jobIds } = await desk.clerk.cases.receive(reception({ slips: ['acknowledgement'] }));
    await desk.counter.printed();
    await desk.clerk.slips.mark({ id: jobIds[0] ?? 0, state: 'confirmed' });
    const { prints } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Sai lệ phí',
      changes: { fee: { amountVnd: 8000, method: 'cash' } },
      slips: ['acknowledgement'],
    });
    expect(prints.map(({ form, reprint }) => [form, reprint])).toEqual([
      ['acknowledgement', 1],
      ['acknowledgement', 0],
    ]);
  });
});

describe('the person of a corrected case', () => {
  const person = { kind: 'citizen', name: 'Lường Thị Thu Hằng', idNumber: '014196002187' } as const;
  const known = async (desk: Awaited<ReturnType<typeof openDesk>>) =>
    Promise.all(
      (await desk.clerk.citizens.find({ text: '014196' })).map(async ({ id, applicant, caseCount }) => {
        const { idNumber } = await desk.clerk.citizens.whole({ id });
        return [id, idNumber, applicant.name, caseCount];
      }),
    );

  test('a wrong number of the only case is put right in the record', async () => {
    await using desk = await openDesk();
    const { id } = await desk.clerk.cases.receive(reception({ applicant: person }));
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Sai số',
      changes: { applicant: { ...person, idNumber: '014196002188' } },
    });
    expect(await known(desk)).toEqual([[state.citizenId, '014196002188', person.name, 1]]);
  });

  test('a number that somebody else has moves the case to that person', async () => {
    await using desk = await openDesk();
    const one = await desk.clerk.cases.receive(reception({ applicant: person }));
    const second = { ...person, name: 'Lường Văn Ón', idNumber: '014196002199' };
    const other = await desk.clerk.cases.receive(reception({ applicant: second }));
    const otherId = (await desk.clerk.cases.get({ id: other.id })).state.citizenId;
    const { state } = await desk.clerk.cases.correct({
      id: one.id,
      version: 1,
      reason: 'Nhầm người',
      changes: { applicant: second },
    });
    expect(state.citizenId).toBe(otherId);
    expect((await known(desk)).map(([, , name, count]) => [name, count])).toEqual([['Lường Văn Ón', 2]]);
  });

  test('whoever stood at the counter for the person is noticed as the case says now', async () => {
    await using desk = await openDesk();
    const submitter = { name: 'Lường Văn Ón', relation: 'con' };
    const { id } = await desk.clerk.cases.receive(reception({ applicant: person, submitter }));
    const { state } = await desk.clerk.cases.correct({
      id,
      version: 1,
      reason: 'Sai quan hệ',
      changes: { submitter: { name: 'Lường Văn Ớn', relation: 'bố' } },
    });
    const household = await desk.clerk.citizens.household({ id: state.citizenId ?? 0 });
    expect(household.map(({ name }) => name)).toEqual(['Lường Văn Ớn']);
    await desk.clerk.cases.correct({ id, version: 2, reason: 'Tự nộp', changes: { submitter: null } });
    expect(await desk.clerk.citizens.household({ id: state.citizenId ?? 0 })).toEqual([]);
  });

  test('what a later form told of the person stays', async () => {
    await using desk = await openDesk('2025-04-24T09:15');
    const first = await desk.clerk.cases.receive(
      reception({ applicant: { ...person, phone: '0900000001' } }),
    );
    await desk.clerk.cases.receive(reception({ applicant: { ...person, phone: '0900000002' } }));
    await desk.clerk.cases.correct({
      id: first.id,
      version: 1,
      reason: 'Sai điện thoại và tên',
      changes: { applicant: { ...person, name: 'Lường Thị Hằng', phone: '0900000003' } },
    });
    const [hint] = await desk.clerk.citizens.find({ text: '014196' });
    expect(hint).toMatchObject({ applicant: { name: 'Lường Thị Hằng', phone: '0900000002' }, caseCount: 2 });
  });
});
