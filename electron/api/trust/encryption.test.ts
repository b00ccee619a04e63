import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstRun, optionsFor, reception } from '../../../tests/desk.ts';
import { passwordOfTests, signInAt } from '../../../tests/sign-in.ts';
import { unwrapPlaceKey } from '../../backup/place-key.ts';
import { type Counter, openCounter } from '../../counter.ts';
import { unlockByCode } from '../../locking/unlock.ts';
import { listBackups } from '../../register/backup/backup-list.ts';
import { connect } from '../../register/connection.ts';
import { restoreBackup } from '../../register/damage/restore.ts';
import { dumpDigest } from '../../register/dump.ts';
import { storeFile } from '../../register/files.ts';
import { entriesOf, findBrokenLink } from '../../register/journal.ts';
import { readKeyFile } from '../../register/locking/key-file.ts';
import { keepKey, keyFor, kindOfFile } from '../../register/locking/keyring.ts';

let home: string;
let folder: string;
let stick: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mot-cua-lock-'));
  [folder, stick] = [join(home, 'data'), join(home, 'stick')];
  mkdirSync(stick);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = (at = folder) => openCounter({ ...optionsFor(at), log: () => {} });
const clerkOf = (counter: Counter) => counter.caller({ kind: 'loopback', device: 'window' });
const approval = { personId: 2, password: passwordOfTests };

async function openAgain(at = folder): Promise<Counter> {
  const counter = await open(at);
  await clerkOf(counter).session.signIn({ personId: 1, password: passwordOfTests });
  return counter;
}

/** An office with cases, slips and a copy, as every one of them is on the disk. */
async function office(): Promise<Counter> {
  const counter = await open();
  await clerkOf(counter).setup.complete(firstRun({ name: 'Cầm Văn Tuấn', roles: ['leader'] }));
  await signInAt(clerkOf(counter), counter.caller({ kind: 'loopback', device: 'leader-desk' }), 2);
  for (let index = 0; index < 3; index += 1) await clerkOf(counter).cases.receive(reception());
  storeFile(folder, Buffer.from('%PDF-1.7 Lường Thị Thu Hằng'));
  await clerkOf(counter).backups.write();
  return counter;
}

let lockedBy = '';
async function lockOffice(): Promise<void> {
  const counter = await office();
  const { code } = await clerkOf(counter).encryption.makeCode();
  await clerkOf(counter).encryption.turnOn({ typed: code.slice(-5).toLowerCase(), approval });
  await counter.close();
  lockedBy = code;
}

/** Once what lay beside it is locked as well. */
async function settled(counter: Counter): Promise<void> {
  const isLeft = async () => (await clerkOf(counter).encryption.standing()).isRestLeft;
  await expect.poll(isLeft, { timeout: 20_000, interval: 20 }).toBe(false);
}

/** Files below a folder that hold one of the texts, byte for byte. */
function holding(at: string, texts: readonly string[]): string[] {
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(at, name)).isFile())
    .filter((name) => texts.some((text) => readFileSync(join(at, name)).includes(text)));
}
const slipName = `${createHash('sha256').update('%PDF-1.7 Lường Thị Thu Hằng').digest('hex')}.pdf`;
const citizen = ['Lường Thị Thu Hằng', 'luong thi thu hang', '014196002187'];

function digestOf(file: string): string {
  const db = connect(file, 'read');
  try {
    expect(findBrokenLink(db)).toBeNull();
    return dumpDigest(db);
  } finally {
    db.close();
  }
}

function kindsIn(file: string): string[] {
  const db = connect(file, 'read');
  try {
    return entriesOf(db, 'register').map(({ kind }) => kind);
  } finally {
    db.close();
  }
}

const door = { kind: 'window', device: 'window', jar: { token: null } } as const;
const finding = (kind: string) => ({ finding: { kind } });

test('locked, nothing of a citizen lies readable on the disk, and the counter works on', async () => {
  const before = await office();
  const { code } = await clerkOf(before).encryption.makeCode();
  await expect(clerkOf(before).encryption.turnOn({ typed: 'AAAAA', approval })).rejects.toThrow(
    'codeNotTyped',
  );
  const lastFive = code.slice(-5).toLowerCase();
  // What cannot be marked in the folder is not answered as done, and is not done at the next start.
  mkdirSync(join(folder, 'lock-asked.json.tmp'));
  await expect(clerkOf(before).encryption.turnOn({ typed: lastFive, approval })).rejects.toThrow('internal');
  rmSync(join(folder, 'lock-asked.json.tmp'), { recursive: true });
  await clerkOf(before).encryption.turnOn({ typed: lastFive, approval });
  // The test itself can see him before, and the answer alone changes nothing.
  expect(holding(folder, citizen)).toContain('register.db-wal');
  const copy = join('backups', listBackups(folder)[0]?.name ?? '');
  const digest = digestOf(join(folder, copy));
  await before.close();
  expect(holding(folder, citizen).sort()).toEqual([copy, join('files', slipName), 'register.db']);

  const counter = await openAgain();
  await settled(counter);
  const { caseCode } = await clerkOf(counter).cases.receive(reception());
  storeFile(folder, Buffer.from('%PDF-1.7 another of Lường Thị Thu Hằng'));
  await clerkOf(counter).backups.write();
  expect(holding(folder, citizen)).toEqual([]);
  const [newest, first] = listBackups(folder);
  expect([newest?.lock, first?.lock]).toMatchObject([{ check: newest?.lock?.check }, {}]);
  expect(digestOf(join(folder, 'backups', first?.name ?? ''))).toBe(digest);
  const shown = await counter.fetch(new Request(`http://counter/files/${slipName}`), door);
  expect(await shown.text()).toBe('%PDF-1.7 Lường Thị Thu Hằng');
  expect(await clerkOf(counter).backups.drill()).toMatchObject({ fault: null, cases: 4 });
  expect(await clerkOf(counter).encryption.standing()).toMatchObject({ isOn: true, fault: null });
  await counter.close();
  expect(kindsIn(join(folder, 'register.db'))).toEqual(
    expect.arrayContaining(['register.lockAsked', 'register.locked']),
  );

  // Started anew nobody has the key: that is a lock, never damage; also where the file beside the register is gone.
  keepKey(folder, null);
  await expect(open()).rejects.toMatchObject(finding('locked'));
  expect(unlockByCode(folder, 'AAAAA-AAAAA-AAAAA-AAAAA')).toBe(false);
  rmSync(join(folder, 'register.key.json'));
  await expect(open()).rejects.toMatchObject(finding('keyLost'));
  // Nor is it damage that the register is gone, before its copies can be read.
  renameSync(join(folder, 'register.db'), join(home, 'taken'));
  expect(unlockByCode(folder, code.toLowerCase())).toBe(true);
  await expect(open()).rejects.toMatchObject(finding('missing'));
  keepKey(folder, null);
  await expect(open()).rejects.toMatchObject(finding('locked'));
  expect(unlockByCode(folder, code)).toBe(true);
  renameSync(join(home, 'taken'), join(folder, 'register.db'));
  const again = await openAgain();
  expect((await clerkOf(again).cases.list({})).rows[0]?.caseCode).toBe(caseCode);
  await again.close();
}, 30_000);

test('a locked register comes back from the second place on a bare machine, under its own code', async () => {
  await lockOffice();
  const counter = await openAgain();
  const chosen = await clerkOf(counter).backups.choosePlace({ place: stick });
  await settled(counter);
  await clerkOf(counter).backups.write();
  expect(await clerkOf(counter).backups.drill()).toMatchObject({
    fault: null,
    where: 'place',
    filesMissing: 0,
  });
  await counter.close();
  const digest = digestOf(join(folder, 'register.db'));
  expect(holding(stick, citizen)).toEqual([]);
  const bare = join(home, 'bare');
  const first = await open(bare);
  const [sealed] = (await clerkOf(first).backups.lookAt({ place: stick })).rows;
  const source = { kind: 'place', place: stick, path: sealed?.path ?? '', code: chosen.code ?? '' } as const;
  await clerkOf(first).backups.restore(source);
  expect(await clerkOf(first).backups.restored()).toMatchObject({ cases: 3 });
  await clerkOf(first).backups.takeFirst();
  await first.close();
  const restored = await openAgain(bare);
  await settled(restored);
  expect((await clerkOf(restored).cases.list({})).total).toBe(3);
  await restored.close();
  expect(holding(bare, citizen)).toEqual([]);
  expect(digestOf(join(folder, 'register.db'))).toBe(digest);
  keepKey(bare, null);
  await expect(open(bare)).rejects.toMatchObject(finding('locked'));
  expect(unlockByCode(bare, lockedBy)).toBe(true);
}, 30_000);

test('opened for good, everything is readable again; damage of a locked register is damage', async () => {
  await lockOffice();
  // A copy that will not be locked: why is told with its name, and the next start goes on.
  const copy = join('backups', listBackups(folder)[0]?.name ?? '');
  const manifest = join(folder, copy.replace(/db$/, 'json'));
  const told = readFileSync(manifest, 'utf8');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(told), head: 'another' }));
  const first = await openAgain();
  await expect
    .poll(() => clerkOf(first).encryption.standing(), { timeout: 20_000, interval: 20 })
    .toMatchObject({ isRestLeft: true, restFault: 'different', openAside: [copy] });
  await first.close();
  writeFileSync(manifest, told);
  const counter = await openAgain();
  await settled(counter);
  await clerkOf(counter).backups.write();
  // Another code for the same key: the one before opens nothing beside the register any more.
  const { code } = await clerkOf(counter).encryption.makeCode();
  // A code that could not be written down is refused, and the one before opens the register as ever.
  mkdirSync(join(folder, 'register.key.json.tmp'));
  await expect(clerkOf(counter).encryption.useCode({ typed: code, approval })).rejects.toThrow('internal');
  rmSync(join(folder, 'register.key.json.tmp'), { recursive: true });
  expect(unlockByCode(folder, lockedBy)).toBe(true);
  expect(kindsIn(join(folder, 'register.db'))).not.toContain('register.codeMade');
  await clerkOf(counter).encryption.useCode({ typed: code, approval });
  const lock = readKeyFile(folder);
  expect(lock && unwrapPlaceKey(lockedBy, lock.wrap)).toBeUndefined();
  expect(lock?.before).toBeNull();
  expect(lock && unwrapPlaceKey(code, lock.wrap)).toEqual(keyFor(folder));
  await counter.close();
  const file = join(folder, 'register.db');
  const whole = readFileSync(file);
  // The key is right, so what does not read is damaged; its copies open and are offered.
  writeFileSync(
    file,
    Buffer.concat([
      randomBytes(16),
      whole.subarray(16, 4096 * 3),
      randomBytes(4096),
      whole.subarray(4096 * 4),
    ]),
  );
  await expect(open()).rejects.toMatchObject(finding('damaged'));
  const aside = restoreBackup(
    folder,
    listBackups(folder)[0]?.name ?? '',
    '2025-04-24T03:00:00.000Z',
    '2025-04-24T10:00',
  );
  expect(kindOfFile(join(aside ?? '', 'register.db'))).toBe('locked');
  expect(kindOfFile(file)).toBe('locked');
  const again = await openAgain();
  expect((await clerkOf(again).cases.list({})).total).toBe(3);
  await clerkOf(again).encryption.turnOff({ approval });
  await again.close();
  const opened = await openAgain();
  expect(await clerkOf(opened).encryption.standing()).toMatchObject({
    isOn: false,
    isRestLeft: false,
    fault: null,
  });
  await opened.close();
  expect(kindOfFile(file)).toBe('open');
  expect(holding(folder, ['Lường Thị Thu Hằng'])).toContain(join('files', slipName));
  expect(listBackups(folder).map(({ name }) => kindOfFile(join(folder, 'backups', name)))).not.toContain(
    'locked',
  );
  expect(existsSync(join(folder, 'register.key.json'))).toBe(false);
}, 30_000);
