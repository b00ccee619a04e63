import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { approval, at, paid } from '../../../tests/after-emergency.ts';
import { openDesk } from '../../../tests/desk.ts';
import { copySample } from '../../../tests/samples.ts';
import { writeBackup } from '../backup/backup.ts';
import { ownerOf } from '../backup/backup-lack.ts';
import { backupsFolder, listBackups } from '../backup/backup-list.ts';
import { findRestoreNotice } from '../backup/restore-notice.ts';
import { connect, prepared } from '../connection.ts';
import { nextValue, passRange, raiseCounter } from '../counters.ts';
import { appendEntry } from '../journal.ts';
import { makeRegister } from '../register.ts';
import { checkRegister } from '../verify.ts';
import { openEmergency } from './emergency.ts';
import { restoreBackup } from './restore.ts';

function folderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `mot-cua-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const countersIn = (folder: string): Map<string, number> => {
  const db = connect(join(folder, 'register.db'), 'read');
  const rows = prepared<{ name: string; value: number }>(db, 'SELECT name, value FROM counters').all();
  db.close();
  return new Map(rows.map(({ name, value }) => [name, value]));
};

/** The number behind which a counter goes on. */
function beginOf(folder: string, name: string): number {
  const db = connect(join(folder, 'register.db'), 'write');
  try {
    return nextValue(db, name) - 1;
  } finally {
    db.close();
  }
}

const damage = (folder: string) => {
  const file = join(folder, 'register.db');
  writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
};

const copy = (folder: string) => {
  const db = connect(join(folder, 'register.db'), 'read');
  const name = basename(writeBackup(db, folder));
  db.close();
  return name;
};

/** A register in a folder of its own, with an entry and whatever counters. */
function registerWith(counters: Iterable<readonly [string, number]>, folder = folderOf('range')): string {
  const file = join(folder, 'register.db');
  makeRegister(file);
  const db = connect(file, 'write');
  db.transaction(() => {
    const by = { at: '2025-01-02T01:00:00Z', personId: null, device: '', subject: 'register' };
    appendEntry(db, { ...by, kind: 'register.salvaged', data: {} });
    for (const [name, value] of counters) raiseCounter(db, name, value);
  })();
  db.close();
  return folder;
}

const openAt = (folder: string, hour: string) =>
  openEmergency(folder, `2025-04-24T${hour}:00:00Z`, `2025-04-24T${hour}:30`);

test('whatever has been given, an emergency begins at a whole range further up, and stretches stay where they are', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => [`x:${index + 1}`, index + 1] as const);
  const folder = registerWith([...values, ['passed:book:2024:5001', 5080]]);
  openAt(folder, '02');
  const begun = countersIn(folder);
  expect(begun.get('passed:book:2024:5001')).toBe(5080);
  expect(['book:2025', 'book:2026', 'note:2025-C09'].map((name) => beginOf(folder, name))).toEqual([
    5000, 5000, 5000,
  ]);
  const wrong = values.filter(([name, value]) => {
    const from = begun.get(name) ?? 0;
    return from % 5000 !== 0 || from - value < 2500 || from - value > 7500;
  });
  expect(wrong).toEqual([]);
});

test('a stretch of the year that was brought in lies below an emergency, whichever file tells of it', () => {
  const folder = registerWith([
    ['book:2025', 3],
    ['passed:note:2025-C01:5001', 5003],
  ]);
  openAt(folder, '02');
  expect(countersIn(folder).get('book:2025')).toBe(10_000);
});

test('an emergency begins behind each one before, also where that can be read no more, or only in a copy', () => {
  const given = [['book:2025', 3]] as const;
  const bookAfter = (change: (folder: string) => void) => {
    const folder = registerWith(given);
    openAt(folder, '02');
    change(folder);
    openAt(folder, '03');
    return countersIn(folder).get('book:2025');
  };
  const anew = (folder: string) => {
    mkdirSync(join(folder, 'so-cu-2025-04-24-0940'));
    const file = join(folder, 'register.db');
    cpSync(file, join(folder, 'so-cu-2025-04-24-0940', 'register.db'));
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    registerWith(given, folder);
  };
  const aside = (folder: string) => join(folder, 'so-cu-2025-04-24-0940', 'register.db');
  expect(bookAfter(damage)).toBe(10_000);
  expect(bookAfter(anew)).toBe(10_000);
  // Its counters are gone, its journal still says where it began.
  expect(
    bookAfter((folder) => {
      anew(folder);
      writeFileSync(aside(folder), readFileSync(aside(folder)).fill(0, 0, 4096));
    }),
  ).toBe(10_000);
  expect(
    bookAfter((folder) => {
      anew(folder);
      writeFileSync(aside(folder), readFileSync(aside(folder)).fill(0));
    }),
  ).toBe(10_000);
  expect(
    bookAfter((folder) => {
      copy(folder);
      anew(folder);
      rmSync(join(folder, 'so-cu-2025-04-24-0940'), { recursive: true });
    }),
  ).toBe(10_000);
});

test('a counter that was raised into the midst of a stretch goes on behind it', () => {
  const folder = registerWith([['book:2025', 4]]);
  const db = connect(join(folder, 'register.db'), 'write');
  passRange(db, 'book:2025', 3, 7);
  passRange(db, 'book:20', 8, 90);
  expect([nextValue(db, 'book:2025'), nextValue(db, 'book:2025')]).toEqual([8, 9]);
  db.close();
});

test.each([true, false])(
  'two emergencies of one day give nobody the same number; brought in between: %s',
  async (isBrought) => {
    const folder = `${folderOf('twice')}/data`;
    {
      await using desk = await openDesk('2025-04-24T08:00');
      await desk.clerk.cases.receive(paid(8_000, 'Lò Văn Pâng'));
      copy(desk.folder);
      cpSync(desk.folder, folder, { recursive: true });
    }
    rmSync(join(folder, 'register.lock'), { force: true });
    const receive = (time: string, count: number) =>
      at(folder, `2025-04-24T${time}`, async (clerk) => {
        const all = await Promise.all(
          Array.from({ length: count }, () => clerk.cases.receive(paid(1_000, 'Vàng A Dơ'))),
        );
        return all.map(({ caseCode }) => caseCode);
      });
    const mergeAll = async (time: string) =>
      at(folder, `2025-04-24T${time}`, async (clerk) => {
        for (const { name, merged } of (await clerk.emergency.list()).toReversed())
          if (merged === null) await clerk.emergency.merge({ name, approval });
      });
    const back = (name: string | undefined, hour: string) =>
      restoreBackup(folder, name ?? '', `2025-04-24T${hour}:00:00Z`, `2025-04-24T${Number(hour) + 7}:00`);

    damage(folder);
    openAt(folder, '02');
    const first = await receive('09:30', 4);
    back(listBackups(folder).find(({ cases }) => cases === 1)?.name, '04');
    const between = await receive('11:30', 1);
    if (isBrought) await mergeAll('12:00');
    const second = copy(folder);
    damage(folder);
    openEmergency(folder, '2025-04-24T06:00:00Z', '2025-04-24T13:00');
    const later = await receive('13:30', 3);
    back(second, '08');
    await mergeAll('15:30');
    const codes = [...first, ...between, ...later];
    expect(new Set(codes).size).toBe(8);
    await at(folder, '2025-04-24T16:00', async (clerk) => {
      const { rows } = await clerk.cases.list({ view: 'all' });
      expect(rows.map(({ caseCode }) => caseCode)).toEqual(expect.arrayContaining(codes));
      expect(rows).toHaveLength(9);
    });
    const db = connect(join(folder, 'register.db'), 'read');
    expect(checkRegister(db)).toMatchObject({ faults: [] });
    db.close();
  },
);

test('a copy says itself whether it is of the register, of this emergency or of an earlier one', () => {
  const folder = registerWith([]);
  const main = copy(folder);
  openAt(folder, '03');
  const first = copy(folder);
  openAt(folder, '04');
  const second = copy(folder);
  const db = connect(join(folder, 'register.db'), 'read');
  onTestFinished(() => void db.close());
  const owners = () => listBackups(folder).map((each) => [each.name, ownerOf(db, each, folder)]);
  const expected = { [main]: 'main', [first]: 'emergency', [second]: 'own' };
  expect(Object.fromEntries(owners())).toEqual(expected);
  // As an earlier version wrote it down.
  for (const { name } of listBackups(folder)) {
    const file = join(backupsFolder(folder), name.replace('.db', '.json'));
    const { emergency: _, ...about } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(about));
  }
  expect(Object.fromEntries(owners())).toEqual(expected);
});

test('a register that came of an emergency is told as one, and as nothing that waits beside itself', () => {
  const folder = registerWith([]);
  openAt(folder, '03');
  const first = copy(folder);
  openAt(folder, '04');
  restoreBackup(folder, first, '2025-04-24T05:00:00Z', '2025-04-24T12:00');
  const db = connect(join(folder, 'register.db'), 'read');
  onTestFinished(() => void db.close());
  expect(findRestoreNotice(db)).toMatchObject({ loss: null, wasEmergency: true, isEmergency: true });
});

test('the register of an ordinary day opens as an emergency, and receives', async () => {
  const folder = folderOf('day');
  await copySample('mot-ngay', folder);
  copy(folder);
  rmSync(join(folder, 'register.lock'), { force: true });
  const before = countersIn(folder);
  damage(folder);
  openEmergency(folder, new Date().toISOString(), '2026-11-22T15:00');
  const begun = countersIn(folder);
  expect(before.size).toBeGreaterThan(50);
  for (const [name, value] of before) expect(begun.get(name)).toBeGreaterThan(value);
}, 120_000);
