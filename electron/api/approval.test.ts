import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../../tests/desk.ts';
import { openLanDesk, pairedClient } from '../../tests/lan.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { connect } from '../register/connection.ts';
import { entriesOf } from '../register/journal.ts';

const byLeader = { personId: 3, password: passwordOfTests };
const refused = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: { message: string; cause?: { data?: { why?: string } } }) =>
      [error.message, error.cause?.data?.why].filter(Boolean).join(' '),
  );
const idOf = async (desk: Desk, name: string) =>
  (await desk.clerk.session.current()).people.find((person) => person.name === name)?.id ?? 0;

function entries(desk: Desk, subject: string) {
  const db = connect(join(desk.folder, 'register.db'), 'read');
  try {
    return entriesOf(db, subject);
  } finally {
    db.close();
  }
}

test('nobody comes to manage the office, leaves or comes back as a manager, by one manager alone (ASVS 2.3.5)', async () => {
  await using desk = await openDesk();
  const lead = { name: 'Bạc Thị Ín', title: '', roles: ['leader' as const] };
  expect(await refused(desk.clerk.people.add(lead))).toBe('approvalNeeded');
  expect(await refused(desk.clerk.people.add({ ...lead, approval: { ...byLeader, personId: 1 } }))).toBe(
    'approverNotAllowed',
  );
  await desk.clerk.people.add({ ...lead, approval: byLeader });
  const id = await idOf(desk, lead.name);
  const [given, added] = [entries(desk, 'person:3').at(-1), entries(desk, `person:${id}`)];
  expect(given).toMatchObject({
    kind: 'approval.given',
    personId: 3,
    data: { path: 'people.add', asked: 1 },
  });
  expect(added).toMatchObject([{ kind: 'person.added', personId: 1, data: lead }]);
  // He has no password yet: he cannot speak for the second person.
  expect(await refused(desk.clerk.people.add({ ...lead, approval: { ...byLeader, personId: id } }))).toBe(
    'approverNotAllowed noPassword',
  );
  // A clerk comes and goes by one.
  await desk.clerk.people.add({ name: 'Tòng Văn Inh', roles: ['clerk'] });
  await desk.clerk.people.setActive({ id: await idOf(desk, 'Tòng Văn Inh'), active: false });
  for (const active of [false, true]) {
    expect(await refused(desk.clerk.people.setActive({ id, active }))).toBe('approvalNeeded');
    await desk.clerk.people.setActive({ id, active, approval: byLeader });
  }
});

test('a start code of a manager who has a password takes two: whoever holds it is that manager', async () => {
  await using desk = await openDesk();
  expect(await refused(desk.clerk.accounts.startCode({ personId: 3 }))).toBe('approvalNeeded');
  // He forgot his own, and nobody else manages: the envelope speaks for him.
  expect((await desk.clerk.session.current()).approvers).toEqual([3]);
  const approval = { recoveryCode: desk.recoveryCode.toLowerCase() };
  const { code } = await desk.clerk.accounts.startCode({ personId: 3, approval });
  expect(code).toMatch(/^[0-9A-Z-]+$/);
  expect(entries(desk, 'recovery').at(-1)).toMatchObject({
    kind: 'approval.given',
    personId: null,
    data: { path: 'accounts.startCode', asked: 1 },
  });
});

test('where one alone manages, the sealed code is the second proof, and no longer once another can', async () => {
  await using desk = await openDesk();
  const lead = { name: 'Bạc Thị Ín', roles: ['leader' as const] };
  const byCode = { recoveryCode: desk.recoveryCode };
  expect(await refused(desk.clerk.people.add({ ...lead, approval: byCode }))).toBe(
    'approverNotAllowed someoneCan',
  );
  expect(await desk.clerk.accounts.envelope()).toMatchObject({ openedAt: null });
  desk.setTime('2025-04-24T09:16');
  await desk.clerk.people.setActive({ id: 3, active: false, approval: byCode });
  // Whoever stood by has read it: another belongs into the envelope.
  expect(await desk.clerk.accounts.envelope()).toMatchObject({ openedAt: '2025-04-24T09:16' });
  expect((await desk.clerk.session.current()).approvers).toEqual([]);
  expect(await refused(desk.clerk.people.add({ ...lead, approval: byLeader }))).toBe('approverNotAllowed');
  expect(await refused(desk.clerk.people.add({ ...lead, approval: { recoveryCode: 'AAAA-BBBB' } }))).toBe(
    'wrongPassword',
  );
  // A wrong code makes the account of the code wait.
  expect(await refused(desk.clerk.people.add({ ...lead, approval: byCode }))).toBe('tooManyTries');
  desk.setTime('2025-04-24T09:20');
  await desk.clerk.people.add({ ...lead, approval: byCode });
  // It is not spent: it opens a lost password still.
  await desk.clerk.session.recover({
    personId: 1,
    code: desk.recoveryCode,
    newPassword: 'một mật khẩu khác hẳn',
  });
  await desk.clerk.session.signIn({ personId: 1, password: 'một mật khẩu khác hẳn' });
  expect(await desk.clerk.accounts.envelope()).toMatchObject({ openedAt: null });
});

test('the first place of sealed copies takes one, another or none takes two', async () => {
  await using desk = await openDesk();
  const stick = mkdtempSync(join(tmpdir(), 'mot-cua-place-'));
  try {
    await desk.clerk.backups.choosePlace({ place: stick });
    for (const place of [stick, null])
      expect(await refused(desk.clerk.backups.choosePlace({ place }))).toBe('approvalNeeded');
    expect(await refused(desk.leader.backups.choosePlace({ place: null, approval: byLeader }))).toBe(
      'notAllowed',
    );
    const { code } = await desk.clerk.backups.choosePlace({
      place: stick,
      newCode: true,
      approval: byLeader,
    });
    expect(code).not.toBeNull();
    await desk.clerk.backups.choosePlace({ place: null, approval: byLeader });
    expect((await desk.clerk.backups.list()).place).toBeNull();
    expect(existsSync(stick)).toBe(true);
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

test('whoever came to manage no more while his password was compared approves nothing, also of what takes its time', async () => {
  await using desk = await openDesk();
  const stick = mkdtempSync(join(tmpdir(), 'mot-cua-place-'));
  try {
    await desk.clerk.backups.choosePlace({ place: stick });
    // Secrets are compared one after the other: he has left once the second comes out.
    const leaving = desk.clerk.people.setActive({ id: 3, active: false, approval: byLeader });
    const long = refused(desk.clerk.backups.choosePlace({ place: null, approval: byLeader }));
    await leaving;
    expect(await long).toBe('approverNotAllowed');
    expect((await desk.clerk.backups.list()).place).not.toBeNull();
    expect(entries(desk, 'person:3').filter(({ kind }) => kind === 'approval.given')).toMatchObject([
      { data: { path: 'people.setActive' } },
    ]);
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

test('the sealed code speaks no more once somebody came to manage while it was compared', async () => {
  await using desk = await openDesk();
  const byCode = { recoveryCode: desk.recoveryCode };
  await desk.clerk.people.setActive({ id: 3, active: false, approval: byCode });
  // Secrets are compared one after the other: he is back once the second comes out.
  const back = desk.clerk.people.setActive({ id: 3, active: true, approval: byCode });
  const lead = { name: 'Bạc Thị Ín', roles: ['leader' as const], approval: byCode };
  const short = refused(desk.clerk.people.add(lead));
  const shown = { cases: 1, payments: 0, feedback: 0, notices: 0, papers: 0, citizens: 1 };
  const long = refused(
    desk.clerk.retention.erase({ codes: ['x'], shown, reason: 'x', ground: 'y', approval: byCode }),
  );
  await back;
  expect([await short, await long]).toEqual(Array(2).fill('approverNotAllowed someoneCan'));
  expect(entries(desk, 'recovery').filter(({ kind }) => kind === 'approval.given')).toHaveLength(2);
});

test('of two who choose the first place at once, the later needs a second person', async () => {
  await using desk = await openDesk();
  const sticks = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'mot-cua-place-')));
  try {
    const chosen = await Promise.all(
      sticks.map((place) => refused(desk.clerk.backups.choosePlace({ place }))),
    );
    expect(chosen.sort()).toEqual(['approvalNeeded', 'done']);
  } finally {
    for (const stick of sticks) rmSync(stick, { recursive: true, force: true });
  }
});

test('the sealed code is typed at this PC alone', async () => {
  await using desk = await openLanDesk();
  const approval = { recoveryCode: desk.recoveryCode };
  await desk.clerk.people.setActive({ id: 3, active: false, approval });
  const client = await pairedClient(desk, 'counter');
  await client.call('session.signIn', { personId: 1, password: passwordOfTests });
  const lead = { name: 'Bạc Thị Ín', roles: ['leader' as const] };
  // Neither the right one nor a guess: over the network nobody learns which it was.
  for (const recoveryCode of [desk.recoveryCode, 'AAAAA-BBBBB'])
    await expect(client.call('people.add', { ...lead, approval: { recoveryCode } })).rejects.toThrow(
      'approverNotAllowed',
    );
  client.close();
  expect(entries(desk, 'recovery').map(({ kind }) => kind)).toEqual([
    ...['approval.given', 'approval.refused', 'approval.refused'],
  ]);
  await desk.clerk.people.add({ ...lead, approval });
});

test('another sealed code needs a second manager, or the code before where nobody else could (ASVS 2.3.5)', async () => {
  await using desk = await openDesk();
  const own = { password: passwordOfTests };
  const { accounts, people } = desk.clerk;
  expect(await refused(accounts.newRecoveryCode(own))).toBe('approvalNeeded');
  // That the paper is gone is no way round somebody who could.
  expect(await refused(accounts.newRecoveryCode({ ...own, isLost: true }))).toBe('approvalNeeded');
  const first = desk.recoveryCode;
  const byTwo = await accounts.newRecoveryCode({ ...own, approval: byLeader });
  await people.setActive({ id: 3, active: false, approval: { recoveryCode: byTwo.recoveryCode } });
  for (const approval of [undefined, { recoveryCode: first }])
    expect(await refused(accounts.newRecoveryCode({ ...own, ...(approval && { approval }) }))).toBe(
      approval ? 'wrongPassword' : 'approvalNeeded',
    );
  desk.setTime('2025-04-24T09:20');
  const approval = { recoveryCode: byTwo.recoveryCode };
  const { recoveryCode } = await accounts.newRecoveryCode({ ...own, approval });
  await people.setActive({ id: 3, active: true, approval: { recoveryCode } });
});

test('who alone manages and lost the paper gets a code that does nothing for a week, and the settings say so', async () => {
  await using desk = await openDesk();
  const { accounts, people, session } = desk.clerk;
  const approval = { recoveryCode: desk.recoveryCode };
  await people.setActive({ id: 3, active: false, approval });
  const made = await accounts.newRecoveryCode({ password: passwordOfTests, isLost: true });
  const byNew = { recoveryCode: made.recoveryCode };
  const lead = { name: 'Giả Danh', roles: ['leader' as const], approval: byNew };
  const newPassword = 'một mật khẩu khác hẳn';
  const recover = () => refused(session.recover({ personId: 1, code: made.recoveryCode, newPassword }));
  expect(await refused(people.add(lead))).toBe('approverNotAllowed codeFresh');
  expect(await recover()).toBe('approverNotAllowed codeFresh');
  const { madeAlone } = await accounts.envelope();
  expect(madeAlone).toMatchObject({ by: 'Lò Thị Mai', holdsFrom: '2025-05-01' });
  // Another made with it is none of two.
  expect(await refused(accounts.newRecoveryCode({ password: passwordOfTests, approval: byNew }))).toBe(
    'approverNotAllowed codeFresh',
  );
  desk.setTime('2025-05-02T09:00');
  await session.signIn({ personId: 1, password: passwordOfTests });
  expect((await accounts.envelope()).madeAlone).toBeNull();
  await people.add(lead);
});

test('with one envelope nobody becomes his own second person, as long as two others manage', async () => {
  await using desk = await openDesk();
  const { accounts, session } = desk.clerk;
  const lead = { personId: 2, roles: ['officer' as const, 'administrator' as const] };
  await accounts.setRoles({ ...lead, approval: byLeader });
  // The one at the safe, who makes himself the other administrator.
  const newPassword = 'của người mở phong bì';
  const { recoveryCode } = await desk.officer.session.recover({
    personId: 2,
    code: desk.recoveryCode,
    newPassword,
  });
  const bySecond = { personId: 2, password: newPassword };
  const leaderGoes = { personId: 3, roles: ['officer' as const] };
  expect(await refused(accounts.setRoles({ ...leaderGoes, approval: bySecond }))).toBe(
    'approverNotAllowed recovered',
  );
  // Nor the other way about, nor as a third with the next code, nor with the next code itself.
  const byFirst = { personId: 1, password: passwordOfTests };
  expect(await refused(desk.officer.accounts.setRoles({ ...leaderGoes, approval: byFirst }))).toBe(
    'approverNotAllowed recovered',
  );
  expect(await refused(accounts.setRoles({ ...leaderGoes, approval: { recoveryCode } }))).toBe(
    'approverNotAllowed someoneCan',
  );
  expect(await refused(desk.officer.session.recover({ personId: 1, code: recoveryCode, newPassword }))).toBe(
    'approverNotAllowed codeOfOther',
  );
  expect((await accounts.envelope()).recovered).toMatchObject([
    { name: 'Quàng Văn Hùng', until: '2025-05-01' },
  ]);
  // The two others go on as before, and who came back does what needs one.
  await accounts.setRoles({ personId: 2, roles: ['administrator'], approval: byLeader });
  desk.setTime('2025-05-02T09:00');
  await session.signIn({ personId: 1, password: passwordOfTests });
  await accounts.setRoles({ ...leaderGoes, approval: bySecond });
});

test('where only two manage, who came back by the envelope is one of them', async () => {
  await using desk = await openDesk();
  const newPassword = 'một mật khẩu khác hẳn';
  await desk.clerk.session.recover({ personId: 1, code: desk.recoveryCode, newPassword });
  await desk.clerk.accounts.setRoles({ personId: 2, roles: ['officer', 'cashier'], approval: byLeader });
});
