import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
import { connect } from '../connection.ts';
import { checkRegister } from '../verify.ts';
import { salvage } from './salvage.ts';

/** What a copy from before an erasure gives to a salvage. */

test.each([
  ['the first page', 0, 1],
  ['the first third', 1, 100],
  ['what lies behind the first hundred pages', 100, 180],
])(
  'whoever is erased does not come back by a salvage with a copy of before: %s is lost',
  async (_, from, to) => {
    await using desk = await openDesk('2025-04-24T09:15', undefined, false);
    const { clerk, folder } = desk;
    const { citizenId, elsewhere } = await writeCases(desk);
    const requestId = await writeWords(desk, citizenId);
    await writeDigital(desk, citizenId);
    await writeThings(desk);
    desk.setTime('2026-01-05T09:00');
    await clerk.books.close({ year: 2025 });
    const db = connect(join(folder, 'register.db'), 'read');
    writeBackup(db, folder);
    const keys = keysIn(db);
    const why = { reason: `Theo đơn của ${gone.name}`, ground: 'Luật 91/2025/QH15 Đ14' };
    await clerk.retention.erasePerson(await personAsShown(clerk, { citizenId, requestId, ...why, approval }));
    db.close();
    const lost = `${folder}-lost`;
    cpSync(folder, lost, { recursive: true });
    const file = join(lost, 'register.db');
    connect(file, 'write').close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, from * 4096, Math.min(bytes.length, to * 4096)));
    try {
      const { report } = salvage(lost, '2026-01-05T03:00:00Z', '2026-01-05T10:00');
      expect(report).toMatchObject({ copyAt: expect.any(String), erasedAgain: 1 });
      const salvaged = connect(file, 'read');
      const places = whereHeStands(salvaged, keys).map(({ place, whose }) => [place, whose]);
      const allowed = [`case:${elsewhere}`, `trainingClasses:${classId}`, classId];
      expect(places.filter(([, whose]) => !allowed.includes(String(whose)))).toEqual([]);
      expect(checkRegister(salvaged).faults).toEqual([]);
      salvaged.close();
      expect(readdirSync(lost).filter((name) => name.startsWith('register.db.'))).toEqual([]);
    } finally {
      rmSync(lost, { recursive: true, force: true });
    }
  },
);
