import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterEmergency, approval, at, paid } from '../../../tests/after-emergency.ts';
import { openDesk } from '../../../tests/desk.ts';
import { writeBackup } from '../backup/backup.ts';
import { listBackups } from '../backup/backup-list.ts';
import { connect, prepared } from '../connection.ts';
import { checkRegister } from '../verify.ts';
import { carveJournal } from './carve.ts';
import { reading } from './emergencies.ts';
import { salvage } from './salvage.ts';
import { listReplaced } from './set-aside.ts';
import { surveyBackups } from './survey.ts';

/** A register that went on from a copy, and lies beside copies of what was given up then, or of an emergency. */

const now = ['2025-04-24T05:00:00Z', '2025-04-24T12:00'] as const;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let restored = '';
beforeAll(async () => {
  {
    await using desk = await openDesk('2025-04-24T08:00');
    await desk.clerk.cases.receive(paid(8_000, 'Lò Văn Pâng', '014196002187'));
    copyNow(desk.folder);
    restored = `${desk.folder}-restored`;
    cpSync(desk.folder, restored, { recursive: true });
  }
  folders.push(restored);
  rmSync(join(restored, 'register.lock'), { force: true });
  const [old] = listBackups(restored);
  await at(restored, '2025-04-24T09:00', async (clerk) => {
    for (const name of ['Vàng A Dơ', 'Hà Thị Thu', 'Giàng A Súa', 'Cứ A Páo', 'Mùa A Lử'])
      await clerk.cases.receive(paid(1_000, name));
    await clerk.backups.restore({ kind: 'here', name: old?.name ?? '' });
    const found = await clerk.backups.restored();
    if (found?.lack == null) throw new Error('nothing was put together');
    const { cases, touched, entries } = found.lack;
    await clerk.backups.take({ at: found.at, head: found.head, lack: { cases, touched, entries }, approval });
  });
  await at(restored, '2025-04-24T09:05', (clerk) =>
    clerk.cases.receive(paid(4_000, 'Quàng Thị Mới', '014196005555')),
  );
}, 30_000);

function copyNow(folder: string): void {
  const db = connect(join(folder, 'register.db'), 'read');
  writeBackup(db, folder);
  db.close();
}

/** The same folder with the first page of the register gone, or the pages of its last entries, from one on. */
function torn(folder: string, name: string, fromEntry = 0): string {
  const lost = `${folder}-${name}`;
  folders.push(lost);
  cpSync(folder, lost, { recursive: true });
  const file = join(lost, 'register.db');
  const db = connect(file, 'write');
  const hashes = prepared<{ hash: Buffer }>(db, 'SELECT hash FROM journal WHERE seq >= ?').all(fromEntry);
  db.close();
  const bytes = readFileSync(file);
  const pages = hashes.map(({ hash }) => Math.floor(bytes.indexOf(hash) / 4096));
  for (const page of fromEntry === 0 ? [0] : pages) bytes.fill(0, page * 4096, (page + 1) * 4096);
  writeFileSync(file, bytes);
  return lost;
}

const entriesIn = (folder: string) => [...carveJournal(join(folder, 'register.db')).keys()];

/** Who applied, as whom the directory knows him, and how many entries there are. */
function peopleIn(folder: string) {
  const db = connect(join(folder, 'register.db'), 'read');
  try {
    const cases = prepared<{ caseCode: string; applicant: string; known: string }>(
      db,
      `SELECT caseCode, applicantName AS applicant, details ->> '$.name' AS known
       FROM cases JOIN citizens ON citizens.id = citizenId ORDER BY cases.id`,
    ).all();
    const entries = prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM journal').get()?.n ?? 0;
    return { cases, entries, faults: checkRegister(db).faults };
  } finally {
    db.close();
  }
}

test('after a restore nothing of what was given up comes back, and nobody becomes another', () => {
  const before = peopleIn(restored);
  expect(before.cases.map(({ known }) => known)).toEqual(['Lò Văn Pâng', 'Quàng Thị Mới']);
  const lost = torn(restored, 'headless');
  expect(surveyBackups(lost).map(({ cases, past, lack }) => [cases, past, lack?.cases ?? null])).toEqual([
    [1, 'own', 1],
    [6, 'other', null],
  ]);
  const { report } = salvage(lost, ...now);
  expect(report).toMatchObject({ lostEntries: 0, lostCases: [] });
  expect(peopleIn(lost)).toEqual({ ...before, entries: before.entries + 1 });
});

test('nothing of an emergency comes into the register by a salvage', async () => {
  const { folder } = await afterEmergency();
  folders.push(folder);
  const before = peopleIn(folder);
  const emergency = listReplaced(folder)
    .map((place) => join(place, 'register.db'))
    .find((file) => reading(file, () => true) && peopleIn(join(file, '..')).cases.length === 3);
  const open = connect(emergency ?? '', 'read');
  writeBackup(open, folder);
  open.close();
  const lost = torn(folder, 'headless');
  expect(surveyBackups(lost).map(({ cases, past }) => [cases, past])).toContainEqual([3, 'emergency']);
  salvage(lost, ...now);
  expect(peopleIn(lost)).toEqual({ ...before, entries: before.entries + 1 });
}, 30_000);

test('a copy of the same past gives back what the end of the register has lost; where none is left, it goes without', () => {
  const own = `${restored}-own`;
  folders.push(own);
  cpSync(restored, own, { recursive: true });
  const before = peopleIn(own);
  copyNow(own);
  const lost = torn(own, 'ended', peopleIn(own).entries - 1);
  const { report } = salvage(lost, ...now);
  expect(report.copyAt).toBe(listBackups(lost).find(({ cases }) => cases === 2)?.at);
  expect(peopleIn(lost)).toMatchObject({ cases: before.cases });
  const alone = torn(restored, 'alone');
  for (const { name, cases } of listBackups(alone)) if (cases === 1) rmSync(join(alone, 'backups', name));
  expect(salvage(alone, ...now).report.copyAt).toBeNull();
  expect(peopleIn(alone).cases).toEqual(before.cases);
});

test('what was given up is not taken where the end of the register, which tells of it, is lost', () => {
  const { seq = 0 } = listBackups(restored).find(({ cases }) => cases === 1) ?? {};
  const lost = torn(restored, 'endless', seq + 1);
  expect(Math.max(...entriesIn(lost))).toBeLessThanOrEqual(seq);
  salvage(lost, ...now);
  expect(peopleIn(lost).cases.map(({ applicant }) => applicant)).not.toContain('Mùa A Lử');
});

describe('after a restore whose own end is lost', () => {
  let went = '';
  beforeAll(async () => {
    await using desk = await openDesk('2025-04-24T08:00');
    for (const name of ['Lò Văn Pâng', 'Vàng A Dơ']) await desk.clerk.cases.receive(paid(1_000, name));
    copyNow(desk.folder);
    const [first] = listBackups(desk.folder);
    for (const name of ['Giàng A Súa', 'Cứ A Páo']) await desk.clerk.cases.receive(paid(1_000, name));
    copyNow(desk.folder);
    await desk.clerk.backups.restore({ kind: 'here', name: first?.name ?? '' });
    const found = await desk.clerk.backups.restored();
    if (found?.lack == null) throw new Error('nothing was put together');
    const { cases, touched, entries } = found.lack;
    await desk.clerk.backups.take({
      at: found.at,
      head: found.head,
      lack: { cases, touched, entries },
      approval,
    });
    await desk.counter.close();
    went = `${desk.folder}-went`;
    folders.push(went);
    cpSync(desk.folder, went, { recursive: true });
    await at(went, '2025-04-24T09:00', (clerk) => clerk.cases.receive(paid(1_000, 'Quàng Thị Mới')));
  }, 30_000);

  test.each([
    ['lies aside', () => undefined],
    ['was removed', removeReplaced],
  ])('the copy it went on from is its own, and nothing given up comes back: the old one %s', (_, prepare) => {
    const point = entriesIn(went).length;
    const from = listBackups(went).find(({ cases }) => cases === 2)?.seq ?? point;
    const lost = torn(went, prepare.name, from);
    prepare(lost);
    expect(surveyBackups(lost).map(({ cases, past }) => [cases, past])).toEqual([
      [2, 'own'],
      [4, 'other'],
    ]);
    const { report } = salvage(lost, ...now);
    expect(peopleIn(lost).cases.map(({ applicant }) => applicant)).toEqual(['Lò Văn Pâng', 'Vàng A Dơ']);
    expect(report).toMatchObject({
      cases: 2,
      lostEntries: point - from,
      lostCases: [expect.stringMatching(/-0005$/)],
    });
    expect(report.copyAt).not.toBeNull();
    expect(peopleIn(lost).faults).toEqual([]);
  });
});

function removeReplaced(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('so-cu-')) rmSync(join(folder, name), { recursive: true });
}
