import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { asShown } from '../../../tests/erase-card.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { writeBackup } from '../backup/backup.ts';
import { connect, prepared } from '../connection.ts';
import { salvage } from './salvage.ts';

/** An erasure of a card after the copy that helps: only the entry of the act says whose card it was. */

test.each([
  ['nothing', { erasedAgain: 1, copyAt: expect.any(String) }, ['Đã xóa dữ liệu']],
  ['retention.cardErased', { erasedAgain: 0, copyAt: null, refusedAt: expect.any(String) }, []],
])('a card that was erased does not come back; lost of the journal: %s', async (lost, told, names) => {
  await using desk = await openDesk('2025-04-24T09:15', undefined, false);
  const { clerk, folder } = desk;
  const met = { name: 'Xa Thị Hoài Phương', idNumber: null, birthYear: 1961, phone: '0912345999' };
  const { personId } = await clerk.digital.add({ met });
  const db = connect(join(folder, 'register.db'), 'read');
  writeBackup(db, folder);
  const approval = { personId: 3, password: passwordOfTests };
  const why = { reason: 'Theo đơn', ground: 'Luật 91/2025/QH15 Đ14' };
  await clerk.retention.eraseCard(await asShown(clerk, { personId, ...why, approval }));
  // What is whole behind the act: the number that is missing lies in between.
  await clerk.cases.receive(reception());
  const cards = prepared<{ page: number }>(
    db,
    "SELECT rootpage AS page FROM sqlite_schema WHERE name = 'digitalPeople'",
  ).get();
  db.close();
  const torn = `${folder}-torn`;
  try {
    cpSync(folder, torn, { recursive: true });
    const file = join(torn, 'register.db');
    connect(file, 'write').close();
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf(lost); at >= 0; at = bytes.indexOf(lost, at + 1))
      bytes.fill(0x21, at, at + 4);
    const from = ((cards?.page ?? 0) - 1) * 4096;
    writeFileSync(file, bytes.fill(0, from, from + 4096));
    const { report } = salvage(torn, '2026-01-05T03:00:00Z', '2026-01-05T10:00');
    expect(report).toMatchObject(told);
    const salvaged = connect(file, 'read');
    const left = prepared<{ name: string }>(salvaged, 'SELECT name FROM digitalPeople').all();
    salvaged.close();
    expect(left.map(({ name }) => name)).toEqual(names);
  } finally {
    rmSync(torn, { recursive: true, force: true });
  }
});
