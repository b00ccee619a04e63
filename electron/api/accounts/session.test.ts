import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Desk, openDesk, optionsFor } from '../../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../../tests/sign-in.ts';
import { openCounter } from '../../counter.ts';
import type { TokenJar } from '../../door.ts';
import { connect } from '../../register/connection.ts';
import { entriesOf } from '../../register/journal.ts';

/** A desk whose sign-ins last as long as an office's: its clock is told what the test needs. */
const openStrictDesk = () => openDesk('2025-04-24T08:00', undefined, false, { signInLimits: {} });

const at = (desk: Desk, device: string) => desk.counter.caller({ kind: 'loopback', device });
const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Error)) return '';
      return error.cause instanceof z.ZodError ? 'invalidInput' : error.message;
    },
  );

/** What the journal says of a subject. */
function kindsOf(desk: Desk, subject: string): string[] {
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const kinds = entriesOf(db, subject).map(({ kind }) => kind);
  db.close();
  return kinds;
}

test('only the password signs in; each wrong one waits twice as long, at that device alone (ASVS 6.1.1)', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const other = at(desk, 'second');
  const wrong = () => refused(other.session.signIn({ personId: 1, password: 'sai rồi nhé' }));
  expect(await wrong()).toBe('wrongPassword');
  expect(await wrong()).toBe('tooManyTries');
  expect(await refused(other.session.signIn({ personId: 1, password: passwordOfTests }))).toBe(
    'tooManyTries',
  );
  // The colleague at his own device is not held up.
  expect(
    (await at(desk, 'third').session.signIn({ personId: 1, password: passwordOfTests })).person?.id,
  ).toBe(1);
  desk.setTime('2025-04-24T08:01');
  expect(await wrong()).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:02');
  const { person, isLocked } = await other.session.signIn({
    personId: 1,
    password: passwordOfTests.normalize('NFD'),
  });
  expect([person?.name, isLocked]).toEqual(['Lò Thị Mai', false]);
  const kinds = kindsOf(desk, 'person:1');
  expect(kinds.filter((kind) => kind === 'signIn.failed')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === 'session.signedIn')).toHaveLength(3);
});

test('many guesses at once are one guess, and a restart forgets none (ASVS 6.3.1)', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const other = at(desk, 'second');
  const guesses = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      refused(other.session.signIn({ personId: 1, password: `đoán lần ${n}` })),
    ),
  );
  expect(guesses.toSorted()).toEqual([...Array(7).fill('tooManyTries'), 'wrongPassword']);
  // What is on disk while it runs is what a restart after a kill finds.
  const copy = mkdtempSync(join(tmpdir(), 'mot-cua-'));
  for (const file of ['register.db', 'register.db-wal']) cpSync(join(desk.folder, file), join(copy, file));
  const clock = () => Date.parse('2025-04-24T08:00:00+07:00');
  const again = await openCounter({ ...optionsFor(copy), clock, log: () => {} });
  const second = again.caller({ kind: 'loopback', device: 'second' });
  expect(await refused(second.session.signIn({ personId: 1, password: passwordOfTests }))).toBe(
    'tooManyTries',
  );
  await again.close();
  rmSync(copy, { recursive: true });
});

test('a window is locked by its clerk, by three minutes without a touch, and by nothing that a page asks (ASVS 7.3.1)', async () => {
  await using desk = await openStrictDesk();
  const { clerk } = desk;
  await clerk.session.lock();
  expect(await refused(clerk.cases.list({}))).toBe('locked');
  expect((await clerk.session.current()).isLocked).toBe(true);
  expect((await clerk.session.unlock({ password: passwordOfTests })).isLocked).toBe(false);
  desk.setTime('2025-04-24T08:02');
  await clerk.session.touch();
  desk.setTime('2025-04-24T08:04');
  await clerk.cases.list({});
  desk.setTime('2025-04-24T08:05');
  expect(await refused(clerk.cases.list({}))).toBe('locked');
  expect(await refused(clerk.session.touch())).toBe('locked');
});

test('after eight hours the password is asked for, touched or not; a clock set back ends it as well (ASVS 7.3.2)', async () => {
  await using desk = await openStrictDesk();
  const { clerk } = desk;
  for (let minute = 2; minute < 480; minute += 2) {
    desk.setTime(new Date(Date.UTC(2025, 3, 24, 8, minute)).toISOString().slice(0, 16));
    await clerk.session.touch();
  }
  desk.setTime('2025-04-24T16:00');
  expect(await refused(clerk.session.touch())).toBe('notSeated');
  await clerk.session.signIn({ personId: 1, password: passwordOfTests });
  desk.setTime('2025-04-24T15:00');
  expect((await clerk.session.current()).isLocked).toBe(true);
  desk.setTime('2025-04-24T07:59');
  expect((await clerk.session.current()).person).toBeNull();
});

test('a PIN reopens, five wrong ones ask for the password', async () => {
  await using desk = await openStrictDesk();
  const { clerk } = desk;
  expect(await refused(clerk.accounts.setPin({ password: passwordOfTests, pin: '123456' }))).toBe(
    'invalidInput',
  );
  await clerk.accounts.setPin({ password: passwordOfTests, pin: '739204' });
  await clerk.session.lock();
  expect((await clerk.session.unlock({ pin: '739204' })).isLocked).toBe(false);
  await clerk.session.lock();
  const misses = [];
  for (let n = 0; n < 6; n += 1) misses.push(await refused(clerk.session.unlock({ pin: '111222' })));
  expect(misses).toEqual([...Array(4).fill('wrongPassword'), 'pinSpent', 'pinSpent']);
  expect(await refused(clerk.session.unlock({ pin: '739204' }))).toBe('pinSpent');
  expect((await clerk.session.unlock({ password: passwordOfTests })).hasPin).toBe(true);
});

test('a new token at each sign-in; the old one, and one carried to another device, is nobody (ASVS 7.2.1, 7.2.4)', async () => {
  await using desk = await openStrictDesk();
  const jar: TokenJar = { token: null };
  const mine = desk.counter.caller({ kind: 'loopback', device: 'window', jar });
  await mine.session.signIn({ personId: 1, password: passwordOfTests });
  const first = jar.token;
  await mine.session.signIn({ personId: 1, password: passwordOfTests });
  expect(jar.token).not.toBe(first);
  const with_ = (token: string | null, device = 'window') =>
    desk.counter.caller({ kind: 'loopback', device, jar: { token } }).session.current();
  expect((await with_(first)).person).toBeNull();
  expect((await with_('AAAAAAAAAAAAAAAAAAAAAA')).person).toBeNull();
  expect((await with_(jar.token, 'elsewhere')).person).toBeNull();
  expect((await with_(jar.token)).person?.id).toBe(1);
});

test('signing out ends it here, signing out everywhere ends all (ASVS 7.4.1)', async () => {
  await using desk = await openStrictDesk();
  const [one, two] = [at(desk, 'one'), at(desk, 'two')];
  for (const caller of [one, two]) await caller.session.signIn({ personId: 1, password: passwordOfTests });
  expect((await one.session.signOut()).person).toBeNull();
  expect(await refused(one.cases.list({}))).toBe('notSeated');
  await two.cases.list({});
  await two.session.signOutEverywhere();
  expect(await refused(desk.clerk.cases.list({}))).toBe('notSeated');
});

test('the sealed code makes one new password and a new code', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const other = at(desk, 'second');
  const recover = (code: string, personId = 1) =>
    other.session.recover({ personId, code, newPassword: 'con trâu đi trước' });
  expect(await refused(recover('00000-00000-00000-00000'))).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:01');
  expect(await refused(recover(desk.recoveryCode, desk.officerId))).toBe('notAllowed');
  const typed = ` ${desk.recoveryCode.toLowerCase().replaceAll('-', ' ')}`;
  const { recoveryCode, person } = await recover(typed);
  expect(person?.id).toBe(1);
  expect(recoveryCode).not.toBe(desk.recoveryCode);
  expect(await refused(desk.clerk.cases.list({}))).toBe('notSeated');
  expect(await refused(recover(desk.recoveryCode))).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:02');
  expect((await recover(recoveryCode)).person?.id).toBe(1);
  expect(kindsOf(desk, 'person:1').filter((kind) => kind === 'session.recovered')).toHaveLength(2);
});

test('a manager makes another code with his password and a second one, and the one before is spent', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const make = (password: string) =>
    desk.clerk.accounts.newRecoveryCode({
      password,
      approval: { personId: 3, password: passwordOfTests },
    });
  expect(await refused(make('đoán thử xem'))).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:01');
  const { recoveryCode } = await make(passwordOfTests);
  const recover = (code: string) =>
    refused(desk.clerk.session.recover({ personId: 1, code, newPassword: 'con trâu đi trước' }));
  expect(await recover(desk.recoveryCode)).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:02');
  expect(await recover(recoveryCode)).toBe('done');
});

test('a start code holds a week, opens only with a password that is none of ours, and once (ASVS 6.4.1)', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const { people } = await desk.clerk.people.add({ name: 'Tòng Văn Inh', roles: ['clerk'] });
  const personId = people.at(-1)?.id ?? 0;
  const inh = at(desk, 'second');
  expect(await refused(inh.session.signIn({ personId, password: 'gì cũng được' }))).toBe('noPassword');
  const { code } = await desk.clerk.accounts.startCode({ personId });
  expect(await refused(inh.session.signIn({ personId, password: code }))).toBe('newPasswordNeeded');
  const signIn = (newPassword: string) =>
    refused(inh.session.signIn({ personId, password: code, newPassword }));
  expect(await signIn('tongvaninh2025')).toBe('invalidInput');
  expect(await signIn(code)).toBe('invalidInput');
  desk.setTime('2025-05-01T08:00');
  expect(await signIn('hàng cau trước ngõ')).toBe('codeExpired');
  desk.setTime('2025-04-30T08:00');
  expect(await signIn('hàng cau trước ngõ')).toBe('done');
  expect(await signIn('con trâu đi trước')).toBe('wrongPassword');
  expect(await refused(desk.officer.accounts.startCode({ personId: 1 }))).toBe('notAllowed');
  expect(await refused(desk.clerk.accounts.startCode({ personId: 1 }))).toBe('notAllowed');
});

test('roles change with a second manager who types his password; both stand in the journal (ASVS 8.3.2)', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  const { people } = await desk.clerk.session.current();
  const leaderId = people.find(({ name }) => name === 'Cầm Văn Tuấn')?.id ?? 0;
  const change = (approval: { personId: number; password: string }) =>
    refused(
      desk.clerk.accounts.setRoles({ personId: desk.officerId, roles: ['officer', 'cashier'], approval }),
    );
  expect(await change({ personId: 1, password: passwordOfTests })).toBe('approverNotAllowed');
  expect(await change({ personId: desk.officerId, password: passwordOfTests })).toBe('approverNotAllowed');
  expect(await change({ personId: leaderId, password: 'đoán thử xem' })).toBe('wrongPassword');
  desk.setTime('2025-04-24T08:01');
  expect(await change({ personId: leaderId, password: passwordOfTests })).toBe('done');
  // Whoever's rights changed signs in anew.
  expect(await refused(desk.officer.cases.list({}))).toBe('notSeated');
  await signInAt(desk.clerk, desk.officer, desk.officerId);
  await desk.officer.shifts.current();
  const kinds = kindsOf(desk, `person:${desk.officerId}`);
  expect(kinds).toContain('person.rolesChanged');
  expect(kinds).toContain('approval.refused');
});

test('who leaves is signed out at once; no password and no code stands in the register', async () => {
  await using desk = await openDesk('2025-04-24T08:00', undefined, false);
  await desk.clerk.people.setActive({ id: desk.officerId, active: false });
  expect(await refused(desk.officer.cases.list({}))).toBe('notSeated');
  expect(await refused(desk.clerk.session.sit({ personId: desk.officerId }))).toBe('notAllowed');
  expect(kindsOf(desk, 'settings')).toContain('setup.completed');
  for (const file of ['register.db', 'register.db-wal']) {
    const bytes = readFileSync(join(desk.folder, file));
    for (const secret of [passwordOfTests, desk.recoveryCode, desk.recoveryCode.replaceAll('-', '')])
      expect([file, secret, bytes.includes(secret)]).toEqual([file, secret, false]);
  }
});
