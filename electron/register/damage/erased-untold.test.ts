import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../../tests/desk.ts';
import { personAsShown } from '../../../tests/erase-person.ts';
import {
  approval,
  classId,
  gone,
  keysIn,
  whereHeStands,
  writeCases,
  writeDigital,
  writeThings,
  writeWords,
} from '../../../tests/everywhere.ts';
import { writeBackup } from '../backup/backup.ts';
import { listBackups } from '../backup/backup-list.ts';
import { connect } from '../connection.ts';
import { erasedKind } from '../journal.ts';
import { checkRegister } from '../verify.ts';
import { salvage } from './salvage.ts';

/** An erasure after the copy that helps, of which the damaged register has lost every entry that tells it. */

const folders: string[] = [];
let [folder, keys, allowed]: [string, string[], unknown[]] = ['', [], []];
beforeAll(async () => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk } = desk;
  const { citizenId, elsewhere } = await writeCases(desk);
  const requestId = await writeWords(desk, citizenId);
  await writeDigital(desk, citizenId);
  await writeThings(desk);
  desk.setTime('2026-01-05T09:00');
  await clerk.books.close({ year: 2025 });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  writeBackup(db, desk.folder);
  keys = keysIn(db);
  db.close();
  allowed = [`case:${elsewhere}`, `trainingClasses:${classId}`, classId];
  const why = { reason: `Theo đơn của ${gone.name}`, ground: 'Luật 91/2025/QH15 Đ14' };
  await clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, requestId, ...why, approval }));
  folder = `${desk.folder}-untold`;
  folders.push(folder);
  cpSync(desk.folder, folder, { recursive: true });
  const file = join(folder, 'register.db');
  connect(file, 'write').close();
  const bytes = readFileSync(file);
  for (let at = 4096; at < bytes.length; at += 4096) {
    const page = bytes.subarray(at, at + 4096);
    const tells = page.includes(erasedKind) || page.includes('retention.personErased');
    if (page[0] === 13 && tells && !page.includes('CREATE')) page.fill(0);
  }
  writeFileSync(file, bytes);
}, 60_000);
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

/** What a salvage of a copy of the folder reports, where he stands in it, and what a check finds. */
function salvaged(name: string, prepare: (lost: string) => void = () => undefined) {
  const lost = `${folder}-${name}`;
  folders.push(lost);
  cpSync(folder, lost, { recursive: true });
  prepare(lost);
  const { report } = salvage(lost, '2026-01-05T03:00:00Z', '2026-01-05T10:00');
  const db = connect(join(lost, 'register.db'), 'read');
  const stands = whereHeStands(db, keys).filter(({ whose }) => !allowed.includes(String(whose)));
  const { faults } = checkRegister(db);
  db.close();
  return { report, stands, faults };
}

test('whoever is erased stays so where every entry that tells it is lost, and the report says it', () => {
  const { report, stands, faults } = salvaged('again');
  expect(stands).toEqual([]);
  expect(report).toMatchObject({ copyAt: expect.any(String), erasedAgain: 0, refusedAt: null });
  expect(report.erasedUntold).toBeGreaterThan(1);
  expect(report.lostEntries).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test('where he cannot be erased in the copy nothing of it is taken, and the report says that', () => {
  const { report, stands } = salvaged('refused', (lost) => {
    const [copy] = listBackups(lost);
    const about = join(lost, 'backups', copy?.name.replace('.db', '.json') ?? '');
    writeFileSync(about, readFileSync(about, 'utf8').replace(/"version": ?\d+/, '"version":18'));
  });
  expect(stands).toEqual([]);
  expect(report).toMatchObject({ copyAt: null, erasedUntold: 0, refusedAt: expect.any(String) });
});
