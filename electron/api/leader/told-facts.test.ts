import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CaseSetName } from '../../../shared/domain/statistics.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { bringIn } from '../../../tests/import-table.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findMiscounts } from '../../register/figures/tallies.ts';

/** What a case tells of itself for the figures: said, put right, or never said; and each time the figures follow. */

const period = { from: '2025-04-01', to: '2025-04-30' };

/** Rows are the fold of their events, and the tallies the sum of the rows. */
function expectWhole({ folder }: Desk): void {
  const db = connect(join(folder, 'register.db'), 'read');
  expect([findUnfoldedCases(db), findMiscounts(db)]).toEqual([[], []]);
  db.close();
}

async function shares({ leader }: Desk) {
  const page = await leader.statistics.page({ period });
  return Object.fromEntries(
    page.figures
      .filter(({ key }) => ['digitised', 'digitalResult', 'fullOnline'].includes(key))
      .map(({ key, now }) => [key, now]),
  );
}

const cases = async ({ clerk }: Desk, set: CaseSetName) =>
  (await clerk.cases.list({ filter: { figure: { set, ...period } } })).rows.map(({ id }) => id);

test('what nobody said is no "no": it is in no share', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const said = await desk.clerk.cases.receive(reception({ digitised: false }));
  const unsaid = await desk.clerk.cases.receive(reception());
  for (const { id } of [said, unsaid])
    await desk.clerk.cases.act({ id, version: 1, act: { kind: 'handover', toPersonId: desk.officerId } });
  const resolve = { kind: 'resolve', outcome: 'granted' } as const;
  await desk.officer.cases.act({ id: said.id, version: 2, act: { ...resolve, electronicResult: false } });
  await desk.officer.cases.act({ id: unsaid.id, version: 2, act: resolve });
  expect((await desk.clerk.cases.get({ id: unsaid.id })).state).toMatchObject({
    digitised: null,
    digitalResult: null,
    fullOnline: true,
  });
  expect(await shares(desk)).toEqual({
    digitised: { count: 0, of: 1 },
    digitalResult: { count: 0, of: 1 },
    fullOnline: { count: 2, of: 2 },
  });
  expect(await cases(desk, 'receivedDigitisedUnknown')).toEqual([unsaid.id]);
  expectWhole(desk);
});

test('point, digitised and procedure are put right, and the figures follow each time', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.setup.save({ points: [{ id: 'to-1', name: 'Tổ dân phố 1', kind: 'neighbourhood' }] });
  const { id } = await desk.clerk.cases.receive(reception({ procedureCode: '1.004884', digitised: true }));
  const correct = async (
    version: number,
    changes: Parameters<Desk['clerk']['cases']['correct']>[0]['changes'],
  ) => (await desk.clerk.cases.correct({ id, version, reason: 'Ghi nhầm', changes })).state;
  expect(await shares(desk)).toMatchObject({
    digitised: { count: 1, of: 1 },
    fullOnline: { count: 0, of: 0 },
  });
  expect(await correct(1, { digitised: false, point: 'to-1' })).toMatchObject({
    digitised: false,
    point: 'to-1',
    corrections: [{ fields: ['digitised', 'point'] }],
  });
  expect(await shares(desk)).toMatchObject({ digitised: { count: 0, of: 1 } });
  const byPoint = await desk.leader.statistics.table({ period, by: 'point' });
  expect(byPoint.rows.map(({ key, received }) => [key, received])).toEqual([['to-1', 1]]);
  expect(await correct(2, { procedureCode: '1.004873' })).toMatchObject({ fullOnline: true });
  expect(await shares(desk)).toMatchObject({ fullOnline: { count: 1, of: 1 } });
  expect(await cases(desk, 'receivedFullOnline')).toEqual([id]);
  expect(await correct(3, { procedureCode: '2.000815', point: '' })).toMatchObject({
    fullOnline: null,
    point: '',
  });
  expect(await shares(desk)).toMatchObject({ fullOnline: { count: 0, of: 0 } });
  const unknown = desk.clerk.cases.correct({ id, version: 4, reason: 'Thử', changes: { point: 'to-9' } });
  await expect(unknown).rejects.toMatchObject({ message: 'invalidInput' });
  const same = desk.clerk.cases.correct({ id, version: 4, reason: 'Thử', changes: { digitised: false } });
  await expect(same).rejects.toMatchObject({ message: 'nothingChanged' });
  const { versions } = await desk.clerk.cases.versions({ id });
  expect(versions.map(({ entered }) => [entered.point, entered.digitised])).toEqual([
    ['', true],
    ['to-1', false],
    ['to-1', false],
    ['', false],
  ]);
  expectWhole(desk);
});

test('a filed dossier is made digital when it is accepted', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const filed = await desk.clerk.cases.register(reception({ channel: 'online', digitised: false }));
  const other = await desk.clerk.cases.register(reception({ channel: 'online', digitised: true }));
  const accept = { kind: 'accept' } as const;
  await desk.clerk.cases.act({ id: filed.id, version: 1, act: { ...accept, digitised: true } });
  await desk.clerk.cases.act({ id: other.id, version: 1, act: accept });
  expect(await shares(desk)).toMatchObject({ digitised: { count: 2, of: 2 } });
  expectWhole(desk);
});

test('an older book says it where it has the columns', async () => {
  await using desk = await openDesk('2025-05-24T09:15');
  const heads = 'Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Nhận hồ sơ;Ngày trả kết quả';
  const row = (code: string) => `${code};Chứng thực lạ;Lò Thị Mai;02/04/2025;03/04/2025`;
  await bringIn(desk, [heads, row('H52-1')].join('\n'));
  await bringIn(
    desk,
    [
      `${heads};Số hóa;Kết quả điện tử;Mức độ dịch vụ công`,
      `${row('H52-2')};x;Có;Toàn trình`,
      `${row('H52-3')};Chưa;Không;Một phần`,
      `${row('H52-4')};;Chưa rõ;`,
    ].join('\n'),
  );
  expect(await shares(desk)).toEqual({
    digitised: { count: 1, of: 2 },
    digitalResult: { count: 1, of: 2 },
    fullOnline: { count: 1, of: 2 },
  });
  expectWhole(desk);
});
