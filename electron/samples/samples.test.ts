import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatRatio } from '../../shared/domain/ratio.ts';
import { optionsFor } from '../../tests/desk.ts';
import { copySample } from '../../tests/samples.ts';
import type { Counter } from '../counter.ts';
import { openSample } from '../launch/open-sample.ts';
import { findUnfoldedCases } from '../register/cases/cases.ts';
import { connect } from '../register/connection.ts';
import { findBrokenLink } from '../register/journal.ts';
import { findUnfoldedPayments } from '../register/money/payments.ts';

const clerkDoor = { kind: 'loopback', device: 'window' } as const;

test('Ít Ong 2024: 3.717 received and settled, 3.716 early or on time, every figure opens its cases', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-it-ong-'));
  await copySample('it-ong-2024', folder);
  // Made once: opening it again plays nothing.
  const counter = await openSample('it-ong-2024', optionsFor(folder), () => expect.unreachable());
  const clerk = counter.caller(clerkDoor);
  const { years } = await clerk.cases.board();
  const [year] = years;
  expect(year).toMatchObject({
    year: 2024,
    received: 3717,
    receivedSettled: 3717,
    late: 1,
    noDeadline: 0,
    online: 3717,
  });
  expect(formatRatio((year?.early ?? 0) + (year?.onTime ?? 0), year?.receivedSettled ?? 0)).toBe(
    '3.716/3.717 = 99,97 %',
  );
  expect(formatRatio(year?.receivedSettled ?? 0, year?.received ?? 0)).toBe('3.717/3.717 = 100 %');
  for (const timeliness of ['early', 'onTime', 'late'] as const) {
    const { total } = await clerk.cases.list({
      view: 'all',
      filter: { year: 2024, timeliness: [timeliness] },
    });
    expect([timeliness, total]).toEqual([timeliness, year?.[timeliness]]);
  }
  expect((await clerk.session.current()).isSample).toBe(true);
  const db = connect(join(folder, 'register.db'), 'read');
  expect(findBrokenLink(db)).toBeNull();
  expect(findUnfoldedCases(db)).toEqual([]);
  expect(findUnfoldedPayments(db)).toEqual([]);
  db.close();
  await counter.close();
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('an ordinary day has work due, results waiting and slips to print, at any moment it is opened', async () => {
  for (const now of ['2026-11-21T20:00', '2026-02-18T10:00', '2027-01-04T07:10']) {
    await using day = await openDay(now);
    await expectWork(day.counter, now);
  }
}, 120_000);

test('an ordinary day holds one of everything that can happen to a case, the same every time it is made', async () => {
  const now = '2025-04-24T09:15';
  await using day = await openDay(now);
  await using again = await openDay(now);
  const { counter, folder, seen } = day;
  const clerk = counter.caller(clerkDoor);
  const page = await clerk.cases.list({});
  expect(await again.counter.caller(clerkDoor).cases.list({})).toEqual(page);
  const [done, total] = seen.at(-1) ?? [];
  expect([done, (total ?? 0) > 300]).toEqual([total, true]);
  expect(readdirSync(folder)).not.toContain('making-sample');
  await expectWork(counter, now);
  const caseOf = async (name: string) => {
    const found = (await clerk.cases.search({ text: name })).find(
      ({ applicantName }) => applicantName === name,
    );
    return (await clerk.cases.get({ id: found?.id ?? 0 })).state;
  };
  for (const [name, status] of [
    ['Giàng A Dơ', 'registered'],
    ['Cà Văn Hặc', 'rejected'],
    ['Trần Hồng Quân', 'withdrawn'],
    ['Mùa A Páo', 'stopped'],
    ['Hoàng Văn Quyết', 'awaitingPayment'],
  ] as const)
    expect((await caseOf(name)).status, name).toBe(status);
  const board = await clerk.cases.board();
  expect(board.figures.awaiting).toMatchObject({ count: 3, mayStop: 1 });
  const completed = await caseOf('Tòng Thị Dợ');
  expect(completed.supplements[0]?.completedAt).not.toBeNull();
  expect((completed.dueAt ?? '') > (completed.originalDueAt ?? '')).toBe(true);
  expect((await caseOf('Lừ Văn Tướng')).extension).not.toBeNull();
  expect((await caseOf('Điêu Chính Đạt')).verification).not.toBeNull();
  const { agency, appointment, dueAt } = await caseOf('Quàng Thị Lan');
  expect([agency, (appointment.ownDueAt ?? '') < (dueAt ?? '')]).toEqual(['Sở Nội vụ tỉnh Sơn La', true]);
  expect((await caseOf('Cầm Thị Thu Thủy')).contentVersion).toBe(2);
  const unpaid = await clerk.settlement.unpaid({});
  expect(unpaid.rows.map(({ applicantName }) => applicantName)).toEqual(['Nguyễn Bá Long', 'Điêu Chính Đạt']);
  expect((await caseOf('Bạc Thị Ỏm')).setAside).not.toBeNull();
  expect((await caseOf('Hoàng Văn Quyết')).nationalCode).not.toBeNull();
  const held = await clerk.custody.originals();
  expect(held.rows.filter(({ shelf }) => shelf !== '').length).toBeGreaterThan(2);
  expect(held.cases).toBeLessThan(40);
  const unclaimed = await clerk.custody.unclaimed();
  expect(unclaimed.find(({ overDays }) => overDays === 30)?.count).toBeGreaterThan(1);
  expect(await clerk.citizens.duplicates()).toHaveLength(1);
  const [son] = await clerk.citizens.list({ text: 'Lò Văn Thịnh' });
  const { household } = await clerk.citizens.get({ id: son?.id ?? 0 });
  expect(household.map(({ kin }) => kin).sort()).toEqual(['father', 'wife']);
  expect((await clerk.batches.list())[0]?.count).toBe(10);
  const kept = await clerk.promises.figures({ from: '2025-01-01', to: '2025-12-31' });
  expect(kept.promises.kept).toBeGreaterThan(0);
}, 60_000);

interface Day extends AsyncDisposable {
  counter: Counter;
  folder: string;
  /** What its making reported: cases received so far, of how many. */
  seen: [done: number, total: number][];
}

/** The ordinary day made at an office time. */
async function openDay(now: string): Promise<Day> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-day-'));
  const clock = () => Date.parse(`${now}:00+07:00`);
  const seen: Day['seen'] = [];
  const counter = await openSample('mot-ngay', { ...optionsFor(folder), clock }, (...told) =>
    seen.push(told),
  );
  return {
    counter,
    folder,
    seen,
    [Symbol.asyncDispose]: async () => {
      await counter.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function expectWork(counter: Counter, now: string): Promise<void> {
  const clerk = counter.caller(clerkDoor);
  const board = await clerk.cases.board();
  expect(board.figures.late.count, now).toBe(2);
  expect(board.figures.ready.count, now).toBeGreaterThan(0);
  expect(board.figures.unprinted.count, now).toBe(2);
  const [job] = await clerk.slips.jobs({ state: 'open' });
  const slip = await counter.fetch(new Request(`http://counter${job?.path}`), clerkDoor);
  expect([slip.status, slip.headers.get('content-type')]).toEqual([200, 'application/pdf']);
}
