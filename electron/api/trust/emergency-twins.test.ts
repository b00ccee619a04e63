import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { afterEmergency, approval, at, paid } from '../../../tests/after-emergency.ts';
import { writeBackup } from '../../register/backup/backup.ts';
import { listBackups } from '../../register/backup/backup-list.ts';
import { putTogether } from '../../register/backup/restored.ts';
import { askToTake, takeRestored } from '../../register/backup/taking.ts';
import { connect } from '../../register/connection.ts';
import { checkRegister } from '../../register/verify.ts';

/** A copy of the emergency itself is restored while it is open: its file goes apart into two. */

type Clerk = Parameters<Parameters<typeof at>[2]>[0];

const receive = async (clerk: Clerk, count: number) => {
  const codes: string[] = [];
  for (let each = 0; each < count; each += 1)
    codes.push((await clerk.cases.receive(paid(1_000, `Lò Văn ${'ABCDE'[each]}`))).caseCode);
  return codes;
};

const take = (folder: string, manifest: ReturnType<typeof listBackups>[number], officeTime: string) => {
  putTogether(folder, manifest, [readFileSync(join(folder, 'backups', manifest.name))]);
  const taking = { at: '2025-04-24T02:50:00Z', today: '2025-04-24', officeTime, device: 'window' };
  askToTake(folder, { ...taking, by: 'Lò Thị Mai', approver: 'Cầm Văn Tuấn' }, manifest.head);
  takeRestored(folder);
};

/** The register is back; of its emergency two files lie aside: 3 and `first` dossiers, 3 and `second`. */
async function wentApart(first: number, second: number) {
  const held: { first: string[]; second: string[] } = { first: [], second: [] };
  const { folder } = await afterEmergency(async () => {});
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const main = connect(join(folder, 'register.db'), 'read');
  writeBackup(main, folder);
  main.close();
  const [ofMain] = listBackups(folder);
  const [aside] = (await at(folder, '2025-04-24T11:10', (clerk) => clerk.emergency.list())).values();
  if (!ofMain || !aside) throw new Error('Nothing lies aside');
  const put = (name: string) => {
    const file = join(folder, 'so-hong', name, 'register.db');
    const source = connect(file, 'read');
    const path = writeBackup(source, folder);
    source.close();
    const made = listBackups(folder).find(({ name: each }) => path.endsWith(each));
    if (!made) throw new Error('No copy');
    return made;
  };
  const copy = put(aside.name);
  rmSync(join(folder, 'so-hong', aside.name), { recursive: true });
  take(folder, copy, '2025-04-24T11:20');
  held.first = await at(folder, '2025-04-24T11:21', (clerk) => receive(clerk, first));
  take(folder, copy, '2025-04-24T11:40');
  held.second = await at(folder, '2025-04-24T11:41', (clerk) => receive(clerk, second));
  take(folder, ofMain, '2025-04-24T12:00');
  return { folder, ...held };
}

test.each([
  ['2025-04-24-1140', '2025-04-24-1200'],
  ['2025-04-24-1200', '2025-04-24-1140'],
])(
  'of an emergency that went apart one file comes, and of the other what is left is told: %s',
  async (one, other) => {
    const { folder, first, second } = await wentApart(3, 2);
    expect(new Set([...first, ...second]).size).toBe(5);
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const before = await clerk.emergency.list();
      expect(before).toHaveLength(2);
      for (const row of before) expect(row).toMatchObject({ fault: null, hasTwin: true, merged: null });
      const merged = await clerk.emergency.merge({ name: `so-cu-${one}`, approval });
      const left = one.endsWith('1140') ? second : first;
      expect(merged.cases).toBe(3 + (5 - left.length));
      const rows = new Map((await clerk.emergency.list()).map((row) => [row.name, row]));
      expect(rows.get(`so-cu-${one}`)).toMatchObject({ fault: 'done', rest: null });
      expect(rows.get(`so-cu-${other}`)).toMatchObject({
        fault: 'partTaken',
        merged: null,
        rest: { cases: left.length, firstCode: left[0], lastCode: left.at(-1), payments: left.length },
      });
      await expect(clerk.emergency.merge({ name: `so-cu-${other}`, approval })).rejects.toMatchObject({
        cause: { code: 'mergeFailed', data: { why: 'partTaken' } },
      });
    });
    const db = connect(join(folder, 'register.db'), 'read');
    expect(checkRegister(db)).toMatchObject({ faults: [] });
    db.close();
  },
);

test('a file that holds nothing beyond the one that was brought in is done with it', async () => {
  const { folder } = await wentApart(2, 0);
  await at(folder, '2025-04-24T13:30', async (clerk) => {
    await clerk.emergency.merge({ name: 'so-cu-2025-04-24-1140', approval });
    for (const row of await clerk.emergency.list())
      expect(row).toMatchObject({ fault: 'done', rest: null, merged: { by: 'Lò Thị Mai' } });
    // The register itself knows what it took: the file may be removed.
    rmSync(join(folder, 'so-cu-2025-04-24-1140'), { recursive: true });
    expect(await clerk.emergency.list()).toMatchObject([
      { name: 'so-cu-2025-04-24-1200', fault: 'done', rest: null },
    ]);
  });
});
