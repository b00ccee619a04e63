import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serialLimits } from '../../../shared/domain/import-check.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';
import { bringIn, table } from '../../../tests/import-table.ts';

const heads = 'STT;Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Số căn cước;Điện thoại;Địa chỉ;Nhận hồ sơ';

async function citizenOf(desk: Desk, idNumber: string) {
  const [person] = await desk.clerk.citizens.find({ text: idNumber });
  if (!person) throw new Error('Nobody has this number');
  return person;
}

test('an older row fills what was not known of a citizen and changes nothing that was', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.cases.receive(
    reception({
      applicant: { kind: 'citizen', name: 'Lò Thị Mai', idNumber: '014165000002', phone: '0900000214' },
    }),
  );
  await bringIn(
    desk,
    [
      heads,
      '1;H52-1;Chứng thực lạ;Lò Thị Mãi;014165000002;0911111111;Bản cũ;02/01/2019',
      '2;H52-2;Chứng thực lạ;Lò Thị Mai;014165000002;0922222222;Bản mới;03/01/2019',
    ].join('\n'),
  );
  expect(await citizenOf(desk, '014165000002')).toMatchObject({
    applicant: { name: 'Lò Thị Mai', phone: '0900000214', address: 'Bản cũ' },
    lastCaseAt: '2025-04-24T09:15',
    caseCount: 3,
  });
  await desk.clerk.cases.receive(
    reception({
      applicant: { kind: 'citizen', name: 'Lò Thị Mai', idNumber: '014165000002', phone: '0933333333' },
    }),
  );
  expect(await citizenOf(desk, '014165000002')).toMatchObject({
    applicant: { phone: '0933333333', address: 'Bản cũ' },
  });
});

test('a national code is one code however it is written, within a file and against the register', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const { id } = await desk.clerk.cases.receive(reception());
  await desk.clerk.national.attachCode({ id, version: 1, nationalCode: 'G01.1-250424-0001' });
  const own = 'Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Nhận hồ sơ;Mã hồ sơ quốc gia';
  const asked = await table(
    desk,
    [
      own,
      'H52-1;Chứng thực lạ;Lò Thị Mai;02/01/2025;g01.1-250424-0001',
      'H52-2;Chứng thực lạ;Lò Thị Ba;02/01/2025;g01.1-250102-0007',
      'H52-3;Chứng thực lạ;Lò Thị Tư;02/01/2025;G01.1 -250102-0007',
    ].join('\n'),
  );
  const { fresh, faultyRows } = await desk.clerk.imports.check(asked);
  expect(fresh).toBe(1);
  expect(faultyRows.map(({ row, faults }) => [row, faults[0]?.field, faults[0]?.kind])).toEqual([
    [2, 'nationalCode', 'codeTaken'],
    [4, 'nationalCode', 'codeTwice'],
  ]);
});

test('an imported case names nobody as giver or taker of papers, and nobody is stopped for a request of unknown day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await bringIn(
    desk,
    [
      'STT;Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Nhận hồ sơ;Ngày trả kết quả;Trạng thái',
      '1;H52-1;Chứng thực lạ;Lò Thị Mai;02/01/2025;03/01/2025;Đã trả',
      '2;H52-2;Chứng thực lạ;Lò Thị Ba;02/01/2025;;Yêu cầu bổ sung',
    ].join('\n'),
  );
  const { lines } = await desk.clerk.books.page({ year: 2025, volume: 1, from: 1 });
  expect(lines.map(({ receivedBy, givenBy }) => [receivedBy, givenBy])).toEqual([
    ['', ''],
    ['', ''],
  ]);
  const waiting = await desk.clerk.cases.get({ id: lines[1]?.caseId ?? 0 });
  expect(waiting.state).toMatchObject({ status: 'awaitingSupplement', holder: { name: '' } });
  const stop = { kind: 'stop', ground: 'noSupplement', reason: 'Quá hạn', papersReturned: true } as const;
  const { version } = waiting.state;
  await expect(
    desk.leader.cases.act({ id: lines[1]?.caseId ?? 0, version, act: { ...stop, refundVnd: null } }),
  ).rejects.toMatchObject({ message: 'actNotAllowed', cause: { data: { refusal: 'notLateEnoughToStop' } } });
});

test('a row stands in the volume that its number belongs to', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  for (const _ of [1, 2]) await desk.clerk.cases.receive(reception());
  await desk.clerk.books.startVolume({ year: 2025 });
  await bringIn(
    desk,
    [
      heads,
      '9;H52-9;Chứng thực lạ;Lò Thị Mai;;;;02/01/2025',
      ';H52-10;Chứng thực lạ;Lò Thị Ba;;;;03/01/2025',
      '1;H52-1;Chứng thực lạ;Lò Thị Tư;;;;03/01/2024',
    ].join('\n'),
  );
  const linesOf = async (year: number, volume: number) =>
    (await desk.clerk.books.page({ year, volume, from: 1 })).lines.map((line) => [line.serial, line.volume]);
  expect(await linesOf(2025, 1)).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect(await linesOf(2025, 2)).toEqual([
    [9, 2],
    [10, 2],
  ]);
  expect(await linesOf(2024, 1)).toEqual([[1, 1]]);
});

test('rows of a closed year come after its lines, where the screen, the paper and the check show them', async () => {
  await using desk = await openDesk('2024-04-24T09:15');
  const row = (serial: number | string, code: string, day: string) =>
    `${serial};${code};Chứng thực lạ;Lò Thị ${code === 'H52-A' ? 'Ba' : 'Mai'};;;;${day}`;
  await bringIn(desk, [heads, row(1, 'H52-1', '02/01/2024'), row(3, 'H52-3', '03/01/2024')].join('\n'));
  desk.setTime('2025-01-06T09:00');
  await desk.clerk.books.close({ year: 2024 });
  await bringIn(
    desk,
    [
      heads,
      row(9, 'H52-9', '04/01/2024'),
      row(2, 'H52-A', '05/01/2024'),
      row('', 'H52-B', '06/01/2024'),
      row(7, 'H52-7', '07/01/2024'),
    ].join('\n'),
  );
  const frozen = await desk.clerk.books.page({ year: 2024, volume: 1, from: 1 });
  expect(frozen.lines.map(({ serial }) => serial)).toEqual([1, 3]);
  const { lines } = await desk.clerk.books.page({ year: 2024, volume: 2, from: 1 });
  expect(lines.map(({ serial, volume, caseCode }) => [serial, volume, caseCode])).toEqual([
    [7, 2, 'H52-7'],
    [9, 2, 'H52-9'],
    [10, 2, 'H52-A'],
    [11, 2, 'H52-B'],
  ]);
  expect(lines[2]?.summary).toBe('Số 2 trong sổ đã nhập');
  const [printed] = await desk.clerk.books.print({ year: 2024, volume: 2 });
  expect(printed).toMatchObject({ fromSerial: 7, toSerial: 11 });
  const check = await desk.clerk.books.check({ year: 2024 });
  expect(check.tampered).toEqual([]);
  expect(check.changed.map(({ serial, before }) => [serial, before])).toEqual([
    [7, null],
    [9, null],
    [10, null],
    [11, null],
  ]);
});

test('a mistyped number is told and burns none of the year, and the next number is told before', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  expect((await desk.clerk.cases.receive(reception())).serial).toBe(1);
  const asked = await table(
    desk,
    [
      heads,
      '2;H52-2;Chứng thực lạ;Lò Thị Mai;;;;02/01/2025',
      '31042025;H52-3;Chứng thực lạ;Lò Thị Ba;;;;03/01/2025',
      ';H52-4;Chứng thực lạ;Lò Thị Tư;;;;04/01/2025',
    ].join('\n'),
  );
  const checked = await desk.clerk.imports.check(asked);
  expect(checked).toMatchObject({
    fresh: 2,
    faulty: 1,
    books: [{ year: 2025, nextSerial: 4, isClosed: false }],
    faultyRows: [{ row: 3, faults: [{ field: 'serial', kind: 'serialFar', text: '31042025' }] }],
  });
  await desk.clerk.imports.run({ ...asked, digest: checked.digest });
  expect((await desk.clerk.cases.receive(reception({ name: 'Tòng Văn Năm' }))).serial).toBe(4);
});

test('numbers of a later part of a thick book are far from no book', () => {
  const part = (serials: (number | null)[]) =>
    serialLimits(
      serials.map((serial) => ({ receivedAt: '2025-12-01T08:00', serial })),
      {},
    ).get('2025');
  expect(part([24_000, 24_001, 24_900])).toBeGreaterThan(24_900);
  expect(part([24_000, 24_001, 100_000_000])).toBeLessThan(100_000_000);
  expect(part([100_000_000])).toBeLessThan(100_000_000);
  expect(
    serialLimits([{ receivedAt: '2025-12-01T08:00', serial: 30_000 }], { '2025': 25_000 }).get('2025'),
  ).toBe(35_001);
});

test('what comes in is what was approved, whatever another window checked of the same file since', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const text = [
    'STT;Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Nhận hồ sơ;Ghi chú',
    '1;H52-1;Chứng thực lạ;Lò Thị Mai;02/01/2025;một chữ',
    'không;H52-2;Chứng thực lạ;Lò Thị Ba;31/02/2025;',
  ].join('\n');
  const asked = await table(desk, text);
  const approved = await desk.clerk.imports.check(asked);
  const other = { ...asked, columns: asked.columns.map((field) => (field === 'note' ? null : field)) };
  const later = await desk.clerk.imports.check(other);
  expect(later.digest).not.toBe(approved.digest);
  for (const digest of [later.digest, `${approved.digest.slice(0, 33)}${'0'.repeat(32)}`])
    await expect(desk.clerk.imports.run({ ...asked, digest })).rejects.toMatchObject({
      message: 'stale',
      cause: { data: { what: 'import' } },
    });
  expect(await desk.clerk.imports.run({ ...asked, digest: approved.digest })).toEqual({
    added: 1,
    already: 0,
  });
  const { lines } = await desk.clerk.books.page({ year: 2025, volume: 1, from: 1 });
  expect(lines[0]?.summary).toBe('một chữ');
});

test('of a file that came in only the rows that did not are kept, until the next day', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  const lying = () => readdirSync(join(desk.folder, 'incoming'));
  const good = '1;H52-1;Chứng thực lạ;Lò Thị Mai;;;;02/01/2025';
  const bad = '2;H52-2;Chứng thực lạ;Lò Thị Ba;;;;31/02/2025';
  await bringIn(desk, [heads, good].join('\n'));
  expect(lying()).toEqual([]);
  const asked = await table(desk, [heads, good, bad].join('\n'));
  const { digest } = await desk.clerk.imports.check(asked);
  await desk.clerk.imports.run({ ...asked, digest });
  expect(lying().map((name) => name.replace(/^.*\./, ''))).toEqual(['faults', 'left']);
  const texts = lying().map((name) => readFileSync(join(desk.folder, 'incoming', name), 'utf8'));
  expect(texts.join()).toContain('Lò Thị Ba');
  expect(texts.join()).not.toContain('Lò Thị Mai');
  expect((await desk.clerk.imports.faulty({ ...asked, digest })).count).toBe(1);
});
