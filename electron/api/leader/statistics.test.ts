import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import type { caseSetNames } from '../../../shared/domain/statistics.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const period = { from: '2025-04-01', to: '2025-04-30' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2025-03-20T08:00', undefined, false);
  const { clerk, officer, officerId } = desk;
  const settle = async (id: number, electronicResult: boolean) => {
    await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
    await officer.cases.act({
      id,
      version: 2,
      act: { kind: 'resolve', outcome: 'granted', electronicResult },
    });
  };
  await clerk.setup.save({ points: [{ id: 'to-1', name: 'Tổ dân phố 1', kind: 'neighbourhood' }] });
  // Each stands for a way through the period; those of March are carried over.
  await clerk.cases.receive(reception());
  const before = await clerk.cases.receive(reception({ channel: 'online' }));
  desk.setTime('2025-04-02T09:00');
  await settle(before.id, true);
  const sameDay = await clerk.cases.receive(reception({ point: 'to-1', digitised: true }));
  await settle(sameDay.id, false);
  const withdrawn = await clerk.cases.receive(reception({ channel: 'postal' }));
  await clerk.cases.act({ id: withdrawn.id, version: 1, act: { kind: 'withdraw', reason: 'Nộp nhầm' } });
  await clerk.cases.register({
    ...reception(),
    decision: { kind: 'reject', reason: 'Không thuộc thẩm quyền' },
  });
  desk.setTime('2025-04-24T09:15');
  const late = await clerk.cases.receive(reception({ procedureCode: '1.004884' }));
  desk.setTime('2025-05-20T09:15');
  await settle(late.id, false);
  await clerk.cases.receive(reception());
}, 60_000);
afterAll(() => desk[Symbol.asyncDispose]());

test('the page says how much of how many, against the month before and month by month', async () => {
  const page = await desk.leader.statistics.page({ period });
  const figure = (key: string) => page.figures.find((one) => one.key === key);
  expect(page.before).toEqual({ from: '2025-03-01', to: '2025-03-31' });
  expect(figure('received')).toMatchObject({ now: { count: 3, of: null }, before: { count: 2 } });
  expect(figure('sameDay')?.now).toEqual({ count: 1, of: 2 });
  expect(figure('digitised')).toMatchObject({ now: { count: 1, of: 1 }, unknown: 2 });
  expect(figure('digitalResult')?.now).toEqual({ count: 1, of: 2 });
  expect(figure('openLate')?.now).toEqual({ count: 1, of: 2 });
  const april = { ...period, received: 3, early: 1, onTime: 1, noDeadline: 0 };
  expect(page.months).toEqual([{ ...april, until: period.to, late: 0, unsettled: 1 }]);
  expect([page.noDeadline, page.withdrawn, page.stopped]).toEqual([0, 1, 0]);
  expect(page.today).toMatchObject({ late: 1, oldestOpenDays: 61, oldestOpenId: 1 });
  const year = { from: '2025-01-01', to: '2025-12-31' };
  const whole = await desk.leader.statistics.page({ period: year });
  expect(whole.figures[0]).toMatchObject({ now: { count: 6 }, before: null });
  expect(whole.months.map(({ received }) => received)).toEqual([0, 0, 2, 3, 1]);
  // What came in April and ended in May is late in the year, though it was open at the end of April.
  expect(whole.months[3]).toMatchObject({ ...april, until: year.to, late: 1, unsettled: 0 });
  const settled = whole.figures.find(({ key }) => key === 'settled');
  expect(settled?.trend.map(({ count }) => count)).toEqual([0, 0, 1, 3, 0]);
  expect(settled?.now.count).toBe(4);
  const may = await desk.leader.statistics.page({ period: { from: '2025-05-01', to: '2025-05-31' } });
  expect(may.figures[0]).toMatchObject({ now: { count: 1 }, before: { count: 3 } });
});

test('every number of the page and of every table opens exactly its cases', async () => {
  const periods = [
    period,
    { from: '2025-03-21', to: '2025-05-20' },
    { from: '2025-01-01', to: '2025-12-31' },
  ];
  for (const asked of periods) {
    const count = async (set: (typeof caseSetNames)[number], scope = {}) =>
      (await desk.clerk.cases.list({ filter: { figure: { set, ...asked }, ...scope } })).total;
    const page = await desk.leader.statistics.page({ period: asked });
    for (const { key, now } of page.figures) {
      const { count: above, of } = caseIndicators[key];
      expect([key, now.count]).toEqual([key, await count(above)]);
      if (of) expect([key, now.of]).toEqual([key, await count(of)]);
    }
    const filters = {
      procedure: (procedureCode: string) => ({ procedureCode }),
      field: (field: string) => ({ fields: [field] }),
      holder: (id: string) => ({ holderId: Number(id) }),
      point: (point: string) => ({ point }),
      channel: (channel: string) => ({ channel }),
    };
    for (const by of ['procedure', 'field', 'holder', 'point', 'channel'] as const) {
      const table = await desk.leader.statistics.table({ period: asked, by });
      for (const row of table.rows) {
        const scope = filters[by](row.key);
        expect([by, row.key, row.received]).toEqual([by, row.key, await count('received', scope)]);
        expect([by, row.key, row.settled]).toEqual([by, row.key, await count('settled', scope)]);
        expect([by, row.key, row.open]).toEqual([by, row.key, await count('open', scope)]);
        expect([by, row.key, row.openLate]).toEqual([by, row.key, await count('openLate', scope)]);
      }
      const sum = table.rows.reduce((all, { received }) => all + received, 0);
      expect([by, table.total.received]).toEqual([by, sum]);
      expect(table.total.received).toBe(page.figures[0]?.now.count);
    }
  }
});

test('a table calls its rows by their names, the counter itself too', async () => {
  const { rows } = await desk.leader.statistics.table({ period, by: 'point' });
  expect(rows.map(({ key, label, received }) => [key, label, received])).toEqual([
    ['', 'Quầy 1', 2],
    ['to-1', 'Tổ dân phố 1', 1],
  ]);
  const holders = await desk.leader.statistics.table({ period, by: 'holder' });
  expect(holders.rows.map(({ label }) => label)).toContain('Quàng Văn Hùng');
  const unknown = desk.clerk.cases.receive(reception({ point: 'to-2' }));
  await expect(unknown).rejects.toMatchObject({ message: 'invalidInput' });
});

test('who left keeps the name on what he holds', async () => {
  await using other = await openDesk('2025-04-20T08:00');
  const { clerk, leader, officerId } = other;
  const { id } = await clerk.cases.receive(reception());
  await clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: officerId } });
  await leader.people.setActive({ id: officerId, active: false });
  const { rows } = await leader.statistics.table({ period, by: 'holder' });
  expect(rows.map(({ label }) => label)).toEqual(['Quàng Văn Hùng']);
});

test('anybody seated learns where the cases are, in an empty register too', async () => {
  expect(await desk.officer.statistics.span()).toEqual({ span: { from: '2025-03-20', to: '2025-05-20' } });
  await using empty = await openDesk();
  expect(await empty.clerk.statistics.span()).toEqual({ span: null });
});

test('a workbook of a figure holds its cases; a clerk has no page of the leader', async () => {
  const file = await desk.clerk.exports.cases({
    filter: { figure: { set: 'settled', ...period } },
    columns: ['caseCode'],
  });
  expect(file.count).toBe(3);
  await expect(desk.officer.statistics.page({ period })).rejects.toMatchObject({ message: 'notAllowed' });
});
