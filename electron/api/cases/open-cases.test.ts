import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk('2025-01-06T08:00', undefined, false);
  const { clerk, officer, officerId } = desk;
  const ids: number[] = [];
  for (const day of ['2025-01-06', '2025-03-03', '2025-04-10', '2025-04-17', '2025-04-24']) {
    desk.setTime(`${day}T09:00`);
    for (const channel of ['direct', 'online'] as const)
      ids.push((await clerk.cases.receive(reception({ channel }))).id);
  }
  const [first = 0, second = 0] = ids;
  await clerk.cases.act({ id: first, version: 1, act: { kind: 'withdraw', reason: 'Nộp nhầm' } });
  await clerk.cases.act({ id: second, version: 1, act: { kind: 'handover', toPersonId: officerId } });
  await officer.cases.act({
    id: second,
    version: 2,
    act: { kind: 'askSupplement', items: [{ name: 'Giấy khai sinh' }], reason: 'Thiếu' },
  });
}, 60_000);
afterAll(() => desk[Symbol.asyncDispose]());

test.each([
  // Now, of all and of a channel; and at the end of a period that is over.
  [{ from: '2025-01-01', to: '2025-12-31' }, {}, 9, [4, 2, 2, 1]],
  [{ from: '2025-04-01', to: '2025-04-30' }, { channel: 'online' }, 5, [2, 1, 1, 1]],
  [{ from: '2025-03-01', to: '2025-03-31' }, {}, 4, [0, 2, 2, 0]],
] as const)(
  'what is open at the end of %j by age opens exactly its cases',
  async (period, scope, open, counts) => {
    const answer = await desk.leader.statistics.open({ period, scope });
    expect(answer.open).toBe(open);
    expect(answer.ages.map(({ count }) => count)).toEqual(counts);
    for (const { from, to, count } of answer.ages) {
      const figure = { set: 'receivedUnsettled' as const, from, to, until: period.to };
      const list = await desk.leader.cases.list({ view: 'all', filter: { figure, ...scope }, limit: 1 });
      expect(list.total).toBe(count);
    }
  },
);

test('a clock that was put back loses no case of the ages nor of the months', async () => {
  await using late = await openDesk('2025-04-24T08:00', undefined, false);
  await late.clerk.cases.receive(reception());
  late.setTime('2025-05-05T08:00');
  await late.clerk.cases.receive(reception());
  late.setTime('2025-04-25T08:00');
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const { open, ages } = await late.leader.statistics.open({ period });
  expect([open, ages.map(({ count }) => count)]).toEqual([2, [2, 0, 0, 0]]);
  const { months } = await late.leader.statistics.page({ period });
  expect(months.map(({ from, received }) => [from, received]).slice(3)).toEqual([
    ['2025-04-01', 1],
    ['2025-05-01', 1],
  ]);
});
