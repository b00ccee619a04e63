import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDesk, optionsFor, reception } from '../../tests/desk.ts';
import { passwordOfTests } from '../../tests/sign-in.ts';
import { type Counter, openCounter } from '../counter.ts';
import { connect } from '../register/connection.ts';
import { entriesOf, findBrokenLink } from '../register/journal.ts';
import { startCounter } from './start-counter.ts';

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

const base = mkdtempSync(join(tmpdir(), 'mot-cua-refused-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Closed, with two cases, and a copy of the first of them put together and taken. */
const taken = join(base, 'taken');
beforeAll(async () => {
  await using desk = await openDesk();
  const { clerk, counter, folder } = desk;
  await clerk.cases.receive(reception());
  await clerk.backups.write();
  const [copy] = (await clerk.backups.list()).copies;
  desk.setTime('2025-04-24T09:40');
  await clerk.cases.receive(reception());
  const here = { kind: 'here', name: copy?.name ?? '' } as const;
  await clerk.backups.restore(here);
  const { at = '', head = '', lack = null } = (await clerk.backups.restored()) ?? {};
  const approval = { personId: 3, password: passwordOfTests };
  await clerk.backups.take({ at, head, lack, approval });
  // What two have signed for stays what it is.
  const refused = { cause: { code: 'stale', data: { what: 'restoreAsked' } } };
  for (const act of [
    () => clerk.backups.restore(here),
    () => clerk.backups.forget(),
    () => clerk.backups.take({ at, head, lack, approval }),
  ])
    await expect(act()).rejects.toMatchObject(refused);
  await counter.close();
  cpSync(folder, taken, { recursive: true });
}, 30_000);

const copyOf = (name: string): string => {
  const folder = join(base, name);
  cpSync(taken, folder, { recursive: true });
  return folder;
};
const about = (folder: string) => join(folder, 'khoi-phuc', 'about.json');
const lying = (folder: string) => join(folder, 'khoi-phuc', 'register.db');
const mark = (folder: string) => join(folder, 'take-restored.json');
const aside = (folder: string) => join(folder, 'so-cu-2025-04-24-0940');

function spoil(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 4096, bytes.length / 2));
}

/** As the move of a taking leaves it. */
function moveAside(folder: string): void {
  mkdirSync(aside(folder));
  renameSync(join(folder, 'register.db'), join(aside(folder), 'register.db'));
}

const refusals: [name: string, why: string, happen: (folder: string) => void][] = [
  ['nothing says which copy lies there', 'damaged', (folder) => writeFileSync(about(folder), '')],
  ['the copy is gone', 'damaged', (folder) => rmSync(lying(folder))],
  ['half of the copy is zeros', 'damaged', (folder) => spoil(lying(folder))],
  [
    'one letter of the copy is another',
    'damaged',
    (folder) => {
      const db = connect(lying(folder), 'write');
      db.exec("UPDATE cases SET applicantName = 'Ai Khác'");
      db.pragma('journal_mode = DELETE');
      db.close();
    },
  ],
  ['what was asked is unreadable', 'unreadable', (folder) => writeFileSync(mark(folder), '')],
  [
    'another copy lies there',
    'other',
    (folder) => {
      const told = JSON.parse(readFileSync(about(folder), 'utf8'));
      writeFileSync(about(folder), JSON.stringify({ ...told, head: told.head.replace(/./g, 'a') }));
    },
  ],
  [
    'the copy was spoiled after the register was moved aside',
    'damaged',
    (folder) => {
      moveAside(folder);
      spoil(lying(folder));
    },
  ],
];

const clock = () => Date.parse('2025-04-24T09:45:00+07:00');
const open = (folder: string): Promise<Counter> =>
  openCounter({ ...optionsFor(folder), clock, log: () => {} });

async function signedIn(counter: Counter) {
  const window = counter.caller({ kind: 'loopback', device: 'window' });
  await window.session.signIn({ personId: 1, password: passwordOfTests });
  return window;
}

test.each(refusals)('%s: the register that worked opens, and says why', async (name, why, happen) => {
  const folder = copyOf(name.replaceAll(' ', '-'));
  happen(folder);
  const counter = await open(folder);
  const window = await signedIn(counter);
  expect((await window.cases.list({})).total).toBe(2);
  const { restoreRefused } = await window.session.current();
  expect(restoreRefused).toEqual({
    seq: expect.any(Number),
    at: '2025-04-24T09:40',
    copyAt: '2025-04-24T09:15',
    by: 'Lò Thị Mai',
    approver: 'Cầm Văn Tuấn',
    why,
  });
  expect(await window.backups.restored()).toBeNull();
  await window.backups.acknowledge({ seq: restoreRefused?.seq ?? 0 });
  expect((await window.session.current()).restoreRefused).toBeNull();
  await counter.close();
  expect(readdirSync(folder).filter((each) => /^take-|^khoi-phuc/.test(each))).toEqual([]);
  const db = connect(join(folder, 'register.db'), 'read');
  expect([findBrokenLink(db), entriesOf(db, 'register').map(({ kind }) => kind)]).toEqual([
    null,
    ['register.givenUp', 'register.restoreRefused', 'register.restoreRead'],
  ]);
  db.close();
});

const start = (folder: string) =>
  startCounter({
    ...optionsFor(folder),
    damageWorker: new URL('../register/damage/damage-worker.ts', import.meta.url),
    clock,
    log: () => {},
  });

test('a kill after the register was moved aside, and what was asked is gone: the copy that is ready takes its place', async () => {
  const folder = copyOf('ready');
  const told = readFileSync(about(folder), 'utf8');
  await (await open(folder)).close();
  mkdirSync(join(folder, 'khoi-phuc'));
  renameSync(join(folder, 'register.db'), lying(folder));
  writeFileSync(about(folder), told);
  writeFileSync(mark(folder), '');
  const counter = await open(folder);
  const window = await signedIn(counter);
  expect((await window.cases.list({})).total).toBe(1);
  expect(await window.session.current()).toMatchObject({
    restored: { loss: { cases: 1 } },
    restoreRefused: null,
  });
  await counter.close();
});

test('no register in its place, none aside and none ready: an empty one is never made', async () => {
  const folder = copyOf('none');
  moveAside(folder);
  rmSync(aside(folder), { recursive: true });
  rmSync(lying(folder));
  const counter = await start(folder);
  expect(counter.finding()).toEqual({ kind: 'missing' });
  await counter.close();
  expect(existsSync(join(folder, 'register.db'))).toBe(false);
});

test('on a bare machine the first page says that it did not take place', async () => {
  const folder = join(base, 'bare');
  const bare = await open(folder);
  cpSync(join(taken, 'backups'), join(folder, 'backups'), { recursive: true });
  const nobody = bare.caller({ kind: 'loopback', device: 'window' });
  const [name = ''] = readdirSync(join(folder, 'backups')).filter((each) => each.endsWith('.db'));
  await nobody.backups.restore({ kind: 'here', name });
  await nobody.backups.takeFirst();
  await bare.close();
  spoil(lying(folder));
  const again = await open(folder);
  const session = await again.caller({ kind: 'loopback', device: 'window' }).session.current();
  expect(session).toMatchObject({ setUp: false, restoreRefused: { by: null, why: 'damaged' } });
  await again.close();
});

test('a copy that is damaged before it is taken is told in words', async () => {
  const folder = copyOf('unread');
  rmSync(mark(folder));
  const counter = await open(folder);
  const window = await signedIn(counter);
  const [copy] = (await window.backups.list()).copies;
  await window.backups.restore({ kind: 'here', name: copy?.name ?? '' });
  writeFileSync(lying(folder), readFileSync(lying(folder)).subarray(0, 5000));
  await expect(window.backups.restored()).rejects.toMatchObject({
    cause: { code: 'backupFailed', data: { fault: 'different' } },
  });
  await window.backups.forget();
  expect(await window.backups.restored()).toBeNull();
  await counter.close();
});
