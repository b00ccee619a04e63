import { join } from 'node:path';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';
import { handIn, table } from '../../../tests/import-table.ts';
import { findUnfoldedCases } from '../../register/cases/cases.ts';
import { connect } from '../../register/connection.ts';
import { findBrokenLink } from '../../register/journal.ts';

const heads =
  'STT;Mã hồ sơ;Tên thủ tục;Họ tên chủ hồ sơ;Điện thoại;Nhận hồ sơ;Hẹn trả;Ngày trả kết quả;Trạng thái';
const rows = [
  '1;H52.09.01-240102-0001;Chứng thực lạ;Nguyễn Văn An;0912345678;02/01/2024;05/01/2024;04/01/2024;Đã trả đúng hạn',
  '2;H52.09.01-240103-0001;Chứng thực lạ;Công ty TNHH Sông Đà 9;;03/01/2024;08/01/2024;;Đang xử lý',
  '3;H52.09.01-240104-0001;Chứng thực lạ;Lò Thị Mai;;04/01/2024;09/01/2024;05/01/2024;Công dân rút hồ sơ',
  '4;H52.09.01-240105-0001;Chứng thực lạ;Cầm Văn Bun;12;31/02/2024;;;Đã trả',
  '5;H52.09.01-240102-0001;Chứng thực lạ;Quàng Thị Hoa;;05/01/2024;;;',
];

test('the good rows come in once, the others are told with their reasons', async () => {
  await using desk = await openDesk();
  const asked = await table(desk, `\uFEFF${[heads, ...rows].join('\r\n')}`);
  const undecided = await desk.clerk.imports.check({ ...asked, decisions: {} });
  expect(undecided).toMatchObject({ fresh: 0, faulty: 5, unknown: [{ name: 'Chứng thực lạ', count: 5 }] });
  expect(undecided.unknown[0]?.nearest.length).toBeGreaterThan(0);

  const checked = await desk.clerk.imports.check(asked);
  expect(checked).toMatchObject({ fresh: 3, already: 0, faulty: 2 });
  expect(
    checked.faultyRows.map(({ row, faults }) => [row, faults.map(({ field, kind }) => `${field} ${kind}`)]),
  ).toEqual([
    [5, ['receivedOn day', 'phone phone', 'returnedOn needsDay']],
    [6, ['caseCode codeTwice']],
  ]);
  const { digest } = checked;
  expect(await desk.clerk.imports.run({ ...asked, digest })).toEqual({ added: 3, already: 0 });
  const again = await table(desk, `\uFEFF${[heads, ...rows].join('\r\n')}`);
  const rechecked = await desk.clerk.imports.check(again);
  expect(rechecked).toMatchObject({ fresh: 0, already: 3, faulty: 2 });
  expect(await desk.clerk.imports.run({ ...again, digest: rechecked.digest })).toEqual({
    added: 0,
    already: 3,
  });

  const { rows: listed } = await desk.clerk.cases.list({ view: 'all', sort: 'caseCode', direction: 'asc' });
  expect(listed.map(({ status, timeliness }) => [status, timeliness])).toEqual([
    ['returned', 'early'],
    ['processing', 'pendingLate'],
    ['withdrawn', expect.any(String)],
  ]);
  const detail = await desk.clerk.cases.get({ id: listed[0]?.id ?? 0 });
  expect(detail.state).toMatchObject({
    serial: 1,
    year: 2024,
    dueAt: '2024-01-05T17:00',
    imported: { source: 'so-2024.csv', row: 2 },
    procedure: { code: '', name: 'Chứng thực lạ' },
  });
});

test('a serial of this year is passed over by the next reception, a taken one is told', async () => {
  await using desk = await openDesk('2025-04-24T09:15');
  await desk.clerk.cases.receive(reception());
  const asked = await table(
    desk,
    [
      heads,
      '1;H52-A1;Chứng thực lạ;Nguyễn Văn An;;02/01/2025;;;',
      '7;H52-A7;Chứng thực lạ;Nguyễn Văn Ba;;03/01/2025;;;',
      ';H52-A8;Chứng thực lạ;Nguyễn Văn Tư;;03/01/2025;;;',
    ].join('\n'),
  );
  const checked = await desk.clerk.imports.check(asked);
  expect(checked).toMatchObject({ fresh: 2, faulty: 1 });
  expect(checked.faultyRows[0]?.faults[0]).toMatchObject({ field: 'serial', kind: 'serialTaken', text: '1' });
  await desk.clerk.imports.run({ ...asked, digest: checked.digest });
  expect((await desk.clerk.cases.receive(reception({ name: 'Tòng Văn Năm' }))).serial).toBe(9);
});

test('the faulty rows come back as a workbook that is read again once mended', async () => {
  await using desk = await openDesk();
  const asked = await table(desk, [heads, ...rows].join('\n'));
  const { digest } = await desk.clerk.imports.check(asked);
  await desk.clerk.imports.run({ ...asked, digest });
  const { path, count } = await desk.clerk.imports.faulty({ ...asked, digest });
  expect(count).toBe(2);
  const reply = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('No sheet');
  expect(String(sheet.getRow(2).getCell(10).value)).toContain('31/02/2024');
  expect(String(sheet.getRow(3).getCell(10).value)).toContain('đã có ở dòng 2');
  const mend = (row: number, column: number, value: string) => {
    sheet.getRow(row).getCell(column).value = value;
  };
  mend(2, 5, '0987654321');
  mend(2, 6, '05/02/2024');
  mend(2, 8, '06/02/2024');
  mend(3, 2, 'H52.09.01-240105-0009');
  const again = await table(desk, new Uint8Array(await book.xlsx.writeBuffer()));
  expect(again.columns.at(-1)).toBe('faults');
  const mended = await desk.clerk.imports.check(again);
  expect(mended).toMatchObject({ fresh: 2, faulty: 0 });
  expect(await desk.clerk.imports.run({ ...again, digest: mended.digest })).toEqual({ added: 2, already: 0 });
});

test('every imported case is the fold of its events, and the chain holds', async () => {
  await using desk = await openDesk();
  const words = [
    'Đã trả',
    'Chờ trả',
    'Đang xử lý',
    'Yêu cầu bổ sung',
    'Chờ nghĩa vụ tài chính',
    'Dừng xử lý',
    'Từ chối tiếp nhận',
    'Mới tiếp nhận',
    'Từ chối giải quyết',
    'Mới đăng ký',
  ];
  const lines = words.map(
    (word, index) =>
      `${index + 1};H52-${index};Chứng thực lạ;Nguyễn Văn An;;02/01/2024;05/01/2024;08/01/2024;${word}`,
  );
  const asked = await table(desk, [heads, ...lines].join('\n'));
  const checked = await desk.clerk.imports.check(asked);
  expect(checked).toMatchObject({ fresh: words.length, faulty: 0 });
  await desk.clerk.imports.run({ ...asked, digest: checked.digest });
  const { rows: listed } = await desk.clerk.cases.list({ view: 'all', sort: 'caseCode', direction: 'asc' });
  const db = connect(join(desk.folder, 'register.db'), 'read');
  expect(findUnfoldedCases(db)).toEqual([]);
  expect(findBrokenLink(db)).toBeNull();
  db.close();
  expect(listed.map(({ status }) => status)).toEqual([
    'returned',
    'resolved',
    'processing',
    'awaitingSupplement',
    'awaitingPayment',
    'stopped',
    'rejected',
    'returned',
    'resolved',
    'registered',
  ]);
});

test('what is no table is refused with the reason, and only managers may read one in', async () => {
  await using desk = await openDesk();
  const file = await handIn(desk, 'một dòng chữ\nkhông có bảng');
  await expect(desk.clerk.imports.open({ file, name: 'a.csv' })).rejects.toMatchObject({
    message: 'unreadableFile',
  });
  await expect(desk.officer.imports.open({ file, name: 'a.csv' })).rejects.toMatchObject({
    message: 'notAllowed',
  });
  const old = await desk.counter.fetch(
    new Request('http://counter/incoming', {
      method: 'PUT',
      body: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]),
    }),
    { kind: 'loopback', device: 'window' },
  );
  expect(old.status).toBe(400);
  expect(await old.json()).toMatchObject({ error: { code: 'unreadableFile', why: 'oldWorkbook' } });
});
