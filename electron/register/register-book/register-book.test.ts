import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bookText } from '../../../shared/register-book-words.ts';
import { type Desk, officeOfTests, openDesk, reception } from '../../../tests/desk.ts';
import { bookYears, holesOf, spanOf } from '../cases/books.ts';
import { connect, plansOf } from '../connection.ts';
import { countHappenings, happeningsAfter, pageBefore, readLines } from './register-book-lines.ts';

async function receive(desk: Desk, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await desk.clerk.cases.receive(reception())).id);
  return ids;
}

async function bookOf(desk: Desk, year: number) {
  const view = await desk.clerk.books.view(year);
  if (view === null) throw new Error('No book');
  return view;
}

test('serials run from 1 without a hole over volumes and year ends, whatever is received when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          {
            weight: 5,
            arbitrary: fc.record({
              act: fc.constant('receive' as const),
              at: fc.integer({ min: 1, max: 3 }),
            }),
          },
          { weight: 1, arbitrary: fc.record({ act: fc.constant('volume' as const), at: fc.constant(0) }) },
          { weight: 1, arbitrary: fc.record({ act: fc.constant('midnight' as const), at: fc.constant(0) }) },
        ),
        { minLength: 4, maxLength: 12 },
      ),
      async (steps) => {
        await using desk = await openDesk('2025-12-31T23:30');
        let year = 2025;
        let minute = 30;
        const expected = new Map<number, { serial: number; volume: number }>();
        for (const { act, at } of steps) {
          if (act === 'midnight') {
            year += 1;
            minute = 0;
          }
          minute = Math.min(59, minute + at);
          const day = year === 2025 ? '2025-12-31T23' : `${year}-01-01T00`;
          desk.setTime(`${day}:${String(minute).padStart(2, '0')}`);
          const last = expected.get(year) ?? { serial: 0, volume: 1 };
          if (act === 'receive') {
            const { id, serial } = await desk.clerk.cases.receive(reception());
            const { state } = await desk.clerk.cases.get({ id });
            expect({ year: state.year, serial, volume: state.volume }).toEqual({
              year,
              serial: last.serial + 1,
              volume: last.volume,
            });
            expected.set(year, { ...last, serial });
          } else if (act === 'volume') {
            const isEmpty = !(await desk.clerk.books.view(null))?.years.some((one) => one.year === year);
            const next = await desk.clerk.books.startVolume({ year }).catch(() => null);
            if (next) expected.set(year, { ...last, volume: next.volume });
            else expect(isEmpty || (await bookOf(desk, year)).volumes.at(-1)?.lines === 0).toBe(true);
          }
        }
        for (const [each, { serial }] of expected) {
          if (serial === 0) continue;
          const book = await bookOf(desk, each);
          expect(book).toMatchObject({ lines: serial, lastSerial: serial, holes: [] });
          const serials: number[] = [];
          for (const { volume, fromSerial } of book.volumes) {
            const { lines } = await desk.clerk.books.page({ year: each, volume, from: fromSerial });
            serials.push(...lines.map((line) => line.serial));
            expect(lines.every((line) => line.volume === volume)).toBe(true);
          }
          expect(serials).toEqual(Array.from({ length: serial }, (_, index) => index + 1));
        }
      },
    ),
    { numRuns: 6 },
  );
}, 60_000);

test('two receptions at once get two serials, and a new year begins by itself at midnight', async () => {
  await using desk = await openDesk('2025-12-31T23:59');
  await Promise.all([1, 2, 3].map(() => desk.post('/api/cases.receive', reception())));
  desk.setTime('2026-01-01T00:00');
  await receive(desk, 1);
  const old = await bookOf(desk, 2025);
  expect(old.years).toEqual([
    { year: 2026, isClosed: false },
    { year: 2025, isClosed: false },
  ]);
  expect(old).toMatchObject({ lines: 3, holes: [], mayCloseFrom: '2025-12-31' });
  expect((await bookOf(desk, 2026)).volumes).toMatchObject([{ volume: 1, fromSerial: 1, lines: 1 }]);
});

test('a line tells the whole life of its case, and every ending keeps its line', async () => {
  await using desk = await openDesk();
  const [first = 0, second = 0] = await receive(desk, 2);
  const act = async (
    id: number,
    input: Parameters<typeof desk.clerk.cases.act>[0]['act'],
    by = desk.clerk,
  ) => {
    const { state } = await desk.clerk.cases.get({ id });
    await by.cases.act({ id, version: state.version, act: input });
  };
  await act(first, { kind: 'handover', toPersonId: desk.officerId });
  desk.setTime('2025-04-25T09:00');
  await act(first, { kind: 'resolve', outcome: 'granted' }, desk.officer);
  desk.setTime('2025-04-26T08:00');
  await act(first, {
    kind: 'return',
    recipient: { name: 'Lường Thị Thu Hằng', idNumber: null },
    via: 'counter',
  });
  await act(second, { kind: 'withdraw', reason: 'Nộp nhầm nơi' });
  const { state } = await desk.clerk.cases.get({ id: first });
  await desk.clerk.cases.correct({
    id: first,
    version: state.version,
    reason: 'Gõ nhầm',
    changes: { summary: 'Để kết hôn' },
  });
  const { lines } = await desk.clerk.books.page({ year: 2025, volume: 1, from: 1 });
  expect(lines[0]).toMatchObject({
    serial: 1,
    summary: 'Để kết hôn',
    marks: [{ kind: 'corrected', times: 1 }],
    receivedOn: '2025-04-24',
    handedOverOn: '2025-04-24',
    resultOn: '2025-04-25',
    returnedOn: '2025-04-26',
    returnedVia: 'counter',
    givenBy: 'Lò Thị Mai',
    takenBy: 'Lường Thị Thu Hằng',
  });
  const [, withdrawn] = lines;
  if (!withdrawn) throw new Error('A line is missing');
  expect(bookText(withdrawn, 'note', officeOfTests)).toBe('Rút hồ sơ ngày 26/04/2025: Nộp nhầm nơi');
});

test('a year is closed once, from its last working day on, by who leads; it stays as it was', async () => {
  await using desk = await openDesk('2025-12-30T10:00');
  const [first = 0] = await receive(desk, 3);
  await expect(desk.leader.books.close({ year: 2025 })).rejects.toThrow('bookStillRuns');
  desk.setTime('2026-01-05T08:00');
  await expect(desk.officer.books.close({ year: 2025 })).rejects.toThrow('notAllowed');
  const files = await desk.leader.books.close({ year: 2025 });
  expect(files).toMatchObject([{ fromSerial: 1, toSerial: 3 }]);
  await expect(desk.leader.books.close({ year: 2025 })).rejects.toThrow('bookClosed');
  await expect(desk.clerk.books.startVolume({ year: 2025 })).rejects.toThrow('bookClosed');
  expect((await bookOf(desk, 2025)).closing).toMatchObject({
    closedAt: '2026-01-05T08:00',
    closedBy: 'Cầm Văn Tuấn',
    lines: 3,
    firstSerial: 1,
    lastSerial: 3,
  });
  const clean = await desk.leader.books.check({ year: 2025 });
  expect(clean).toEqual({ fault: null, hashHolds: true, lines: 3, tampered: [], changed: [] });

  // Results come in January: the case goes on, the closed line does not.
  for (const act of [
    { kind: 'handover', toPersonId: desk.officerId },
    { kind: 'resolve', outcome: 'granted' },
  ] as const) {
    const { state } = await desk.clerk.cases.get({ id: first });
    await desk.clerk.cases.act({ id: first, version: state.version, act });
  }
  const frozen = await desk.clerk.books.page({ year: 2025, volume: 1, from: 1 });
  expect(frozen.lines[0]?.resultOn).toBeNull();
  expect(await desk.clerk.books.happenings({ year: 2025 })).toMatchObject([
    { serial: 1, kind: 'handedOver' },
    { serial: 1, kind: 'resolved' },
  ]);
  const after = await desk.leader.books.check({ year: 2025 });
  expect(after.tampered).toEqual([]);
  expect(after.changed).toMatchObject([
    { serial: 1, before: { resultOn: null }, after: { resultOn: '2026-01-05' } },
  ]);
  expect(await desk.leader.books.addendum({ year: 2025, note: 'Kết quả có sau khi khóa sổ' })).toEqual({
    number: 1,
  });
  expect((await bookOf(desk, 2025)).addenda).toMatchObject([{ number: 1, lines: 1, by: 'Cầm Văn Tuấn' }]);
  // The same file again, not another one.
  expect(await desk.clerk.books.print({ year: 2025, volume: 1 })).toEqual(files);
});

test('a case received after the year was closed goes into another volume, never refused', async () => {
  await using desk = await openDesk('2025-12-31T10:00');
  await receive(desk, 2);
  await desk.leader.books.close({ year: 2025 });
  desk.setTime('2025-12-31T16:00');
  await receive(desk, 1);
  const book = await bookOf(desk, 2025);
  expect(book.volumes).toMatchObject([
    { volume: 1, toSerial: 2, isFrozen: true },
    { volume: 2, fromSerial: 3, toSerial: null, isFrozen: false, lines: 1 },
  ]);
  expect(book).toMatchObject({ lines: 3, holes: [], happenings: 1 });
});

test('the check finds a line changed past the door, a lost one, and a changed file', async () => {
  await using desk = await openDesk('2025-12-31T10:00');
  const [, second] = await receive(desk, 3);
  await desk.leader.books.close({ year: 2025 });
  const db = new Database(join(desk.folder, 'register.db'));
  db.exec('DROP TRIGGER journalIsAppendOnlyUpdate');
  db.prepare(
    `UPDATE journal SET data = replace(data, 'Lường Thị Thu Hằng', 'Người Khác') WHERE subject = ? AND kind = 'case.received'`,
  ).run(`case:${second}`);
  db.prepare('DELETE FROM printJobs WHERE caseId = (SELECT id FROM cases WHERE serial = 3)').run();
  // Whoever writes past the door is not stopped by what points here.
  db.pragma('foreign_keys = OFF');
  db.prepare('DELETE FROM cases WHERE serial = 3').run();
  const check = await desk.leader.books.check({ year: 2025 });
  expect(check.hashHolds).toBe(true);
  expect(check.tampered).toMatchObject([
    { serial: 2, before: { applicant: 'Lường Thị Thu Hằng' }, after: { applicant: 'Người Khác' } },
    { serial: 3, after: null },
  ]);
  expect((await bookOf(desk, 2025)).holes).toEqual([{ from: 3, to: 3 }]);
  const { linesFile } = db.prepare<[], { linesFile: string }>('SELECT linesFile FROM bookClosings').get() ?? {
    linesFile: '',
  };
  expect(() => db.exec("UPDATE bookClosings SET hash = replace(hash, 'a', 'b')")).toThrow(
    'a closed book stays',
  );
  db.close();
  const path = join(desk.folder, 'files', linesFile);
  writeFileSync(path, readFileSync(path, 'utf8').replace('Lường', 'Luong'));
  expect(await desk.leader.books.check({ year: 2025 })).toMatchObject({ fault: 'changed', hashHolds: false });
  const add = () => desk.leader.books.addendum({ year: 2025, note: 'Không có gì khác' });
  await expect(add()).rejects.toMatchObject({ cause: { code: 'bookFileFault', data: { fault: 'changed' } } });
  rmSync(path);
  await expect(add()).rejects.toMatchObject({ cause: { code: 'bookFileFault', data: { fault: 'gone' } } });
  expect((await bookOf(desk, 2025)).addenda).toEqual([]);
});

test('a page, the years and the holes read indexes, however many cases there are', async () => {
  await using desk = await openDesk('2025-12-31T10:00');
  await receive(desk, 2);
  await desk.leader.books.close({ year: 2025 });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const stretch = { year: 2025, from: 1, to: null, lastSeq: null };
  readLines(db, stretch, 100);
  pageBefore(db, 2025, 101, 1, 100);
  bookYears(db);
  spanOf(db, 2025);
  holesOf(db, 2025);
  countHappenings(db, 2025, 1);
  happeningsAfter(db, 2025, 1, 100);
  for (const { sql, plan } of plansOf(db)) expect(plan, sql).not.toMatch(/SCAN (cases|journal)(?! USING)/);
  db.close();
});
