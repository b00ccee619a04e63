import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { formatSlipCode } from '../../../shared/domain/codes.ts';
import { defaultOpeningHours } from '../../../shared/domain/opening-hours.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { loadCalendar } from '../../register/calendar.ts';
import { findCaseBySlip } from '../../register/cases/slip-lookup.ts';
import { connect, plansOf } from '../../register/connection.ts';
import { quietHoursOf } from '../../register/waiting/quiet-hours.ts';

const screenOf = (desk: Desk, name = 'window') => desk.counter.displayCaller(name);
const unknownCode = (serial: number) => formatSlipCode('2025-04-24', 1000 + serial);

describe('lookup by slip code', () => {
  test('tells how far the case is, and nothing about whose and what it is', async () => {
    await using desk = await openDesk();
    const { slipCode, caseCode, dueAt } = await desk.clerk.cases.receive(reception());
    const answer = await screenOf(desk).lookup.find({ code: slipCode.replaceAll('-', '') });
    expect(answer).toEqual({
      kind: 'found',
      caseCode,
      status: 'received',
      isLate: false,
      isSetAside: false,
      returnChannel: 'counter',
      appointmentAt: dueAt,
      lastDayOn: null,
    });
  });

  test('a mistyped digit is told without a search, however often', async () => {
    await using desk = await openDesk();
    const { slipCode } = await desk.clerk.cases.receive(reception());
    const wrong = slipCode.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
    for (let n = 0; n < 8; n++)
      expect(await screenOf(desk).lookup.find({ code: wrong })).toEqual({ kind: 'mistyped' });
    expect(await screenOf(desk).lookup.find({ code: slipCode })).toMatchObject({ kind: 'found' });
  });

  test('after five codes that do not exist the screen waits, says how long, and then answers again', async () => {
    await using desk = await openDesk();
    const { slipCode } = await desk.clerk.cases.receive(reception());
    const find = (code: string) => screenOf(desk).lookup.find({ code });
    for (let n = 0; n < 4; n++)
      expect(await find(unknownCode(n))).toEqual({ kind: 'unknown', waitSeconds: 0 });
    expect(await find(unknownCode(4))).toEqual({ kind: 'unknown', waitSeconds: 30 });
    expect(await find(slipCode)).toEqual({ kind: 'wait', waitSeconds: 30 });
    expect(await screenOf(desk, 'other-desk').lookup.find({ code: slipCode })).toMatchObject({
      kind: 'found',
    });
    desk.setTime('2025-04-24T09:16');
    expect(await find(slipCode)).toMatchObject({ kind: 'found' });
    expect(await find(unknownCode(5))).toEqual({ kind: 'unknown', waitSeconds: 60 });
  });

  test('10.000 guesses cannot be tried', async () => {
    await using desk = await openDesk();
    const kinds: Record<string, number> = {};
    for (let n = 0; n < 10_000; n++) {
      const { kind } = await screenOf(desk, `screen-${n % 100}`).lookup.find({ code: unknownCode(n) });
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    // Twenty by all together, and then one by each screen that had missed nothing.
    expect(kinds).toEqual({ unknown: 100, wait: 9900 });
    const { slipCode } = await desk.clerk.cases.receive(reception());
    expect(await screenOf(desk, 'innocent').lookup.find({ code: slipCode })).toMatchObject({ kind: 'found' });
  }, 30_000);

  test('only a screen may ask', async () => {
    await using desk = await openDesk();
    expect(Object.keys(desk.clerk)).not.toContain('lookup');
    const answer = await desk.post('/api/lookup.find?batch=1', { 0: { code: unknownCode(1) } });
    expect(answer.status).toBe(404);
  });

  test('finds by an index', async () => {
    await using desk = await openDesk();
    const db = connect(join(desk.folder, 'register.db'), 'read');
    findCaseBySlip(db, '250424-0001-52');
    for (const { sql, plan } of plansOf(db)) expect(plan, sql).toContain('INDEX casesBySlip');
    db.close();
  });
});

test('quiet hours are read by an index, and a young register tells none', async () => {
  await using desk = await openDesk();
  await desk.clerk.cases.receive(reception());
  const db = connect(join(desk.folder, 'register.db'), 'read');
  const calendar = loadCalendar(db);
  expect(quietHoursOf(db, Temporal.PlainDate.from('2025-05-05'), calendar, defaultOpeningHours)).toBeNull();
  const plans = plansOf(db).filter(({ sql }) => sql.includes('FROM cases'));
  expect(plans.map(({ plan }) => plan).join()).toContain('INDEX casesByChannel');
  expect((await desk.leader.queue.busyHours()).receptions).toBe(0);
  desk.setTime('2025-05-05T08:00');
  expect(await desk.leader.queue.busyHours()).toMatchObject({ receptions: 1, quiet: [] });
  db.close();
});
