import { expect, test } from 'vitest';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const originals = [
  { name: 'Giấy khai sinh', originals: 2 },
  { name: 'Thẻ căn cước', originals: 1, shown: true },
];

test('originals that the office holds, until they are given back', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { id } = await desk.clerk.cases.receive(reception({ papers: originals }));
  await desk.clerk.cases.receive(reception({ papers: [{ name: 'Tờ khai', photocopies: 1 }] }));
  const held = await desk.clerk.custody.originals();
  expect(held).toMatchObject({
    cases: 1,
    originals: 2,
    rows: [{ id, originalsHeld: 2, shelf: '', refusal: null }],
  });
  expect(held.rows[0]?.items).toEqual([{ name: 'Giấy khai sinh', originals: 2 }]);
  await desk.clerk.cases.act({ id, version: 1, act: { kind: 'shelve', shelf: 'Tủ 2, ngăn 3' } });
  expect((await desk.clerk.custody.originals()).rows[0]?.shelf).toBe('Tủ 2, ngăn 3');
  await desk.clerk.cases.act({
    id,
    version: 2,
    act: {
      kind: 'giveBackOriginals',
      items: [{ name: 'Giấy khai sinh', originals: 2 }],
      to: 'Lường Thị Thu Hằng',
    },
  });
  expect(await desk.clerk.custody.originals()).toEqual({ cases: 0, originals: 0, rows: [] });
});

async function resolvedOn(desk: Desk, day: string): Promise<number> {
  desk.setTime(`${day}T08:00`);
  const { id } = await desk.clerk.cases.receive(reception({ procedureCode: '1.001193' }));
  await desk.clerk.cases.act({ id, version: 1, act: { kind: 'resolve', outcome: 'granted' } });
  return id;
}

test('unclaimed results by age; each in one group, the sum is what is ready', async () => {
  await using desk = await openDesk('2025-01-06T08:00');
  const days = ['2025-01-06', '2025-03-10', '2025-04-14', '2025-04-24'];
  const ids: number[] = [];
  for (const day of days) ids.push(await resolvedOn(desk, day));
  desk.setTime('2025-04-28T09:00');
  const groups = await desk.clerk.custody.unclaimed();
  expect(
    groups.map(({ overDays, count, rows }) => [
      overDays,
      count,
      rows.map(({ id, days: waited }) => [id, waited]),
    ]),
  ).toEqual([
    [90, 1, [[ids[0], 112]]],
    [30, 1, [[ids[1], 49]]],
    [10, 1, [[ids[2], 14]]],
    [0, 1, [[ids[3], 4]]],
  ]);
  const ready = (await desk.clerk.cases.list({ view: 'ready', filter: {}, limit: 1 })).total;
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(ready);
  expect(groups.map(({ rows }) => rows[0]?.refusal?.code ?? null)).toEqual([
    null,
    null,
    null,
    'notUnclaimed',
  ]);
});

test('a call is noted beside the case and is neither a visit nor an act', async () => {
  await using desk = await openDesk('2025-04-01T08:00');
  const id = await resolvedOn(desk, '2025-04-01');
  desk.setTime('2025-04-24T10:00');
  await desk.clerk.custody.called({ id, note: 'Hẹn thứ sáu' });
  const [, , waiting] = await desk.clerk.custody.unclaimed();
  expect(waiting?.rows[0]).toMatchObject({
    id,
    version: 2,
    lastVisitAt: null,
    lastCall: { at: '2025-04-24T10:00', by: { name: 'Lò Thị Mai' }, note: 'Hẹn thứ sáu' },
  });
  const { state } = await desk.clerk.cases.get({ id });
  expect(state).toMatchObject({ visits: 1, version: 2 });
  await desk.clerk.cases.act({ id, version: 2, act: { kind: 'setAside', place: 'Tủ 1', note: '' } });
  expect((await desk.clerk.custody.unclaimed())[2]?.rows[0]?.setAside).toMatchObject({ place: 'Tủ 1' });
});
