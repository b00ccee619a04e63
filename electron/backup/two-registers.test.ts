import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstRun, optionsFor, reception } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { type Counter, openCounter } from '../counter.ts';
import { listBackups } from '../register/backup/backup-list.ts';
import { openEmergency } from '../register/damage/emergency.ts';

/** An emergency and the register that it stands in for write their copies into the same folders. */

let home: string;
let folder: string;
let stick: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mot-cua-two-'));
  [folder, stick] = [join(home, 'data'), join(home, 'stick')];
  mkdirSync(stick);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

let now = '';
const patient = { timeout: 20_000 };
const open = (backups = { everyMs: 0, atClosing: false }) =>
  openCounter({
    ...optionsFor(folder),
    backups,
    clock: () => Date.parse(`${now}:00+07:00`),
    log: () => {},
  });
const clerkOf = (counter: Counter) => counter.caller({ kind: 'loopback', device: 'window' });

/** A morning with three copies, and the register damaged: an emergency stands in its place. */
async function intoEmergency(): Promise<void> {
  now = '2025-04-24T08:00';
  const counter = await open();
  const clerk = clerkOf(counter);
  await clerk.setup.complete(firstRun({ name: 'Cầm Văn Tuấn', roles: ['leader'] }));
  await clerk.backups.choosePlace({ place: stick });
  for (const time of ['08:10', '08:20']) {
    now = `2025-04-24T${time}`;
    await clerk.cases.receive(reception());
    await clerk.backups.write();
  }
  await counter.close();
  const file = join(folder, 'register.db');
  writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
  openEmergency(folder, '2025-04-24T02:00:00Z', '2025-04-24T09:00');
  now = '2025-04-24T09:00';
}

async function openAgain(backups?: Parameters<typeof open>[0]): Promise<Counter> {
  const counter = await open(backups);
  await clerkOf(counter).session.signIn({ personId: 1, password: passwordOfTests });
  return counter;
}

test('copies of an emergency push out none of the register that it stands in for, here or at the second place', async () => {
  await intoEmergency();
  const counter = await openAgain();
  const clerk = clerkOf(counter);
  for (const time of ['09:15', '09:30', '09:45', '10:00']) {
    now = `2025-04-24T${time}`;
    await clerk.cases.receive(reception());
    await clerk.backups.write();
  }
  const here = (await clerk.backups.list()).copies;
  const there = (await clerk.backups.lookAt({ place: stick })).rows;
  for (const copies of [here, there]) {
    const times = (isMain: boolean) =>
      copies.filter(({ lack }) => (lack === null) === isMain).map(({ at }) => at.slice(11));
    expect(times(true)).toEqual(['08:20', '08:10', '08:00']);
    expect(times(false)).toEqual(['10:00', '09:45', '09:30']);
  }
  await counter.close();
});

test('the newest copy, here and at the second place, is one of the register that is open, and a drill takes that', async () => {
  await intoEmergency();
  const emergency = await openAgain();
  const clerk = clerkOf(emergency);
  expect((await clerk.session.current()).backup).toMatchObject({ lastAt: null, fault: null });
  expect(await clerk.backups.list()).toMatchObject({ isChanged: true, carriedAt: null });
  expect(await clerk.backups.drill()).toBeNull();
  now = '2025-04-24T09:15';
  await clerk.cases.receive(reception());
  await clerk.backups.write();
  expect((await clerk.session.current()).backup.lastAt).toBe('2025-04-24T02:15:00.000Z');
  expect(await clerk.backups.list()).toMatchObject({ isChanged: false, carriedAt: now });
  await emergency.close();
  // The register itself comes back, as from its own file.
  const main = listBackups(folder).find(({ at }) => at === '2025-04-24T01:10:00.000Z');
  for (const left of ['-wal', '-shm']) rmSync(join(folder, `register.db${left}`), { force: true });
  copyFileSync(join(folder, 'backups', main?.name ?? ''), join(folder, 'register.db'));
  now = '2025-04-24T10:00';
  const counter = await openAgain();
  const back = clerkOf(counter);
  expect((await back.session.current()).backup.lastAt).toBe(main?.at);
  await expect.poll(async () => (await back.backups.list()).carriedAt, patient).toBe('2025-04-24T08:10');
  expect(await back.backups.drill()).toMatchObject({ fault: null, where: 'place', copyAt: main?.at });
  await counter.close();
});

test('a register whose copies are all gone writes one although nothing was done since, and says that none is there', async () => {
  await intoEmergency();
  const first = await openAgain();
  await clerkOf(first).backups.write();
  await first.close();
  for (const place of [join(folder, 'backups'), join(stick, 'Mot-Cua')])
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' }))
      if (/register-\S+\.(?:db|sealed)$/.test(name)) rmSync(join(place, name));
  const again = await openAgain();
  const clerk = clerkOf(again);
  await expect.poll(async () => (await clerk.backups.list()).carriedAt, patient).toBeNull();
  expect((await clerk.session.current()).backup.lastAt).toBeNull();
  await again.close();
  const closing = await openAgain({ everyMs: 0, atClosing: true });
  await closing.close();
  expect(listBackups(folder)).toMatchObject([{ reason: 'closing' }]);
});
