import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { afterEmergency, approval, at, paid } from '../../../tests/after-emergency.ts';
import { passwordOfTests } from '../../../tests/sign-in.ts';
import { connect, prepared } from '../../register/connection.ts';
import { nextValue, passRange } from '../../register/counters.ts';
import { findUnfoldedRestrictions } from '../../register/privacy/restrictions.ts';
import { findUnfoldedRequests } from '../../register/privacy/subject-requests.ts';
import { makeRegister } from '../../register/register.ts';
import { checkRegister } from '../../register/verify.ts';

test('what an emergency register received comes into the register under its numbers, once, and all figures add up', async () => {
  const { folder, morning, emergency } = await afterEmergency();
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const [row] = await clerk.emergency.list();
      expect(row).toMatchObject({
        at: '2025-04-24T09:00',
        merged: null,
        fault: null,
        work: {
          ...{ cases: 3, firstCode: emergency[0], lastCode: emergency[2], payments: 3, keptVnd: 28_000 },
          ...{ knownPeople: 1, newPeople: 2, joinedShifts: ['Lò Thị Mai'] },
          left: { settings: 0 },
        },
      });
      const name = row?.name ?? '';
      const file = join(folder, 'register.db');
      const tell = () => {
        const db = connect(file, 'read');
        const told = checkRegister(db);
        db.close();
        return told;
      };
      const before = tell();
      // Cut short in the middle: nothing of it is there.
      const other = connect(file, 'write');
      other.exec(
        "CREATE TRIGGER cut BEFORE INSERT ON moneyMoves WHEN NEW.amountVnd = -5000 BEGIN SELECT RAISE(ABORT, 'cut'); END",
      );
      await expect(clerk.emergency.merge({ name, approval })).rejects.toThrow('internal');
      other.exec('DROP TRIGGER cut');
      other.close();
      // Nothing but that it was approved.
      expect(tell()).toMatchObject({ faults: [], entries: before.entries + 1 });

      expect(await clerk.emergency.merge({ name, approval })).toEqual({ cases: 3, payments: 3 });
      await expect(clerk.emergency.merge({ name, approval })).rejects.toMatchObject({
        cause: { code: 'mergeFailed', data: { why: 'done' } },
      });
      expect((await clerk.emergency.list())[0]).toMatchObject({
        merged: { by: 'Lò Thị Mai' },
        fault: 'done',
      });
      expect(tell()).toMatchObject({ faults: [] });

      const { rows } = await clerk.cases.list({ view: 'all' });
      expect(rows.map(({ caseCode }) => caseCode).toSorted()).toEqual([morning, ...emergency].toSorted());
      const [known] = await clerk.citizens.find({ text: '014196002187' });
      expect(known).toMatchObject({ caseCount: 2 });
      // The drawer of the morning holds what the emergency left open in it; the closed sheet is there too.
      expect((await clerk.shifts.current()).shift).toMatchObject({ expectedVnd: 8_000 + 3_000, moves: 2 });
      expect(await clerk.shifts.list()).toMatchObject([{ takenVnd: 30_000, returnedVnd: 5_000 }]);
      const db = connect(file, 'read');
      expect(db.pragma('foreign_key_check')).toEqual([]);
      db.close();
      // The next number goes on where the register was, and no note is given twice.
      const next = await clerk.cases.receive(paid(1_000, 'Cà Văn Biên'));
      expect(next.serial).toBeLessThan(2_000);
      expect(tell()).toMatchObject({ faults: [] });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("one person alone brings nothing in; a namesake gets nobody else's acts; requests and breaches come along", async () => {
  const added = { name: 'Cầm Văn Tuấn', title: 'Tạm thay', roles: ['clerk' as const] };
  const { folder } = await afterEmergency(async (clerk) => {
    const { people } = await clerk.people.add(added);
    const namesake = people.findLast(({ name }) => name === added.name)?.id ?? 0;
    expect(namesake).not.toBe(3);
    await clerk.people.add({ ...added, name: 'Vàng Thị Súa' });
    await clerk.accounts.startCode({ personId: namesake });
    const [person] = await clerk.citizens.find({ text: '014196002187' });
    const asked = await clerk.subjects.receive({
      ...{ formKey: randomUUID(), citizenId: person?.id ?? 0, wish: 'restrict' },
      asker: { capacity: 'self' },
      words: 'Ngừng dùng số điện thoại của tôi',
    });
    await clerk.subjects.act({
      ...{ id: asked.id, version: 1 },
      act: { kind: 'answer', result: 'granted', answer: 'Đã ngừng' },
    });
    await clerk.breaches.save({ breach: { foundAt: '2025-04-24T09:20', what: 'Mất máy' }, known: null });
  });
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      const [row] = await clerk.emergency.list();
      const name = row?.name ?? '';
      expect(row?.work).toMatchObject({
        ...{ newStaff: ['Cầm Văn Tuấn', 'Vàng Thị Súa'], requests: 1, breaches: 1 },
        ratings: 0,
        // Who was added comes along; what he was given there does not.
        left: { digital: 0, people: 0, settings: 1 },
      });
      for (const wrong of [
        { personId: 1, password: passwordOfTests },
        { personId: 3, password: 'không phải' },
      ])
        await expect(clerk.emergency.merge({ name, approval: wrong })).rejects.toThrow(
          /approverNotAllowed|wrongPassword/,
        );
      expect((await clerk.emergency.list())[0]?.merged).toBeNull();
    });
    await at(folder, '2025-04-24T13:31', async (clerk) => {
      const [row] = await clerk.emergency.list();
      await clerk.emergency.merge({ name: row?.name ?? '', approval });
      expect((await clerk.people.left()).map(({ name }) => name)).toEqual(['Cầm Văn Tuấn', 'Vàng Thị Súa']);
      expect(await clerk.subjects.list({ view: 'ended' })).toMatchObject([
        { wish: 'restrict', status: 'answered' },
      ]);
      expect(await clerk.breaches.list()).toMatchObject([{ what: 'Mất máy' }]);
      const db = connect(join(folder, 'register.db'), 'read');
      expect(checkRegister(db)).toMatchObject({ faults: [] });
      expect(findUnfoldedRequests(db)).toEqual([]);
      expect(findUnfoldedRestrictions(db)).toEqual([]);
      expect(prepared(db, 'SELECT count(*) AS n FROM restrictions').get()).toEqual({ n: 1 });
      db.close();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('whoever counts up to numbers that were given in an emergency goes on behind them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-passed-'));
  const file = join(folder, 'register.db');
  makeRegister(file);
  const db = connect(file, 'write');
  passRange(db, 'book:2025', 3, 5);
  passRange(db, 'book:2025', 6, 6);
  expect(Array.from({ length: 4 }, () => nextValue(db, 'book:2025'))).toEqual([1, 2, 7, 8]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

test('in an emergency a copy of before is told as that of the register it stands in for, and afterwards that it waits', async () => {
  const { folder } = await afterEmergency(async (clerk) => {
    expect((await clerk.session.current()).emergencyAt).toBe('2025-04-24T09:00');
    const own = await clerk.backups.write();
    const { copies } = await clerk.backups.list();
    const before = copies.filter(({ lack }) => lack === null);
    expect(before).toMatchObject([{ cases: 1, owner: 'main' }]);
    expect(copies.find(({ name }) => name === own.name)?.owner).toBe('own');
    await clerk.backups.restore({ kind: 'here', name: before[0]?.name ?? '' });
    expect(await clerk.backups.restored()).toMatchObject({ lack: null, owner: 'main' });
    await clerk.backups.forget();
  });
  try {
    await at(folder, '2025-04-24T13:30', async (clerk) => {
      expect((await clerk.session.current()).restored).toMatchObject({ loss: null, wasEmergency: true });
      expect((await clerk.session.current()).restored?.isEmergency).toBe(false);
      expect((await clerk.session.current()).emergencyAt).toBeNull();
      const { copies } = await clerk.backups.list();
      expect(new Set(copies.map(({ owner }) => owner))).toEqual(new Set(['own', 'emergency']));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
