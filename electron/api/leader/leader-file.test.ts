import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { caseIndicators } from '../../../shared/domain/case-indicators.ts';
import type { StatisticsScope } from '../../../shared/domain/statistics.ts';
import { type Desk, openDesk, reception } from '../../../tests/desk.ts';

const period = { from: '2025-04-01', to: '2025-04-30' };

const fileNames: string[] = [];

/** The rows of every sheet, a formula as what it shows. */
async function workbookOf(desk: Desk, scope: StatisticsScope): Promise<Map<string, unknown[][]>> {
  const { path, fileName } = await desk.leader.statistics.export({ period, scope });
  fileNames.push(fileName);
  const reply = await desk.counter.fetch(new Request(`http://counter${path}`), {
    kind: 'loopback',
    device: 'window',
  });
  const book = new exceljs.Workbook();
  await book.xlsx.load(await reply.arrayBuffer());
  const shown = (value: unknown) =>
    typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  return new Map(
    book.worksheets.map((sheet) => [
      sheet.name,
      (sheet.getSheetValues() as unknown[][]).filter(Boolean).map((row) => row.slice(1).map(shown)),
    ]),
  );
}

const rowOf = (rows: unknown[][] | undefined, label: string) => rows?.find(([first]) => first === label);

test('the workbook says what the page says, sheet by sheet, and of a filter nothing that is not split', async () => {
  await using desk = await openDesk('2025-04-10T08:00');
  const { clerk, leader } = desk;
  for (const channel of ['direct', 'online', 'online'] as const)
    await clerk.cases.receive(reception({ channel }));
  const withdrawn = await clerk.cases.receive(reception());
  await clerk.cases.act({ id: withdrawn.id, version: 1, act: { kind: 'withdraw', reason: 'Nộp nhầm' } });

  const target = { id: 'a', indicator: 'online', scope: {}, ...period, unit: 'share', value: 6000 } as const;
  const vneid = { ...target, id: 'b', indicator: 'digital.vneid', unit: 'count', value: 3 } as const;
  const later = { ...target, id: 'c', from: '2025-05-01', to: '2025-05-31' };
  await leader.setup.save({ targets: [target, vneid, later] });

  const whole = await workbookOf(desk, {});
  const cells = (label: string) => rowOf(whole.get('Chỉ tiêu'), label)?.slice(4);
  expect(cells('Nộp trực tuyến')).toEqual(['ít nhất', 0.6, undefined, 2, 4, 0.5, 'chưa đạt']);
  expect(cells('VNeID mức 2')?.at(-1)).toBe('chưa đạt');
  expect(whole.get('Chỉ tiêu')?.flat()).not.toContain('01/05/2025');
  expect(rowOf(whole.get('Chỉ số'), 'Chờ bổ sung (trong số đang giải quyết)')?.slice(1, 3)).toEqual([0, 3]);
  const page = await leader.statistics.page({ period });
  for (const { key, now } of page.figures) {
    const [, count, of] = rowOf(whole.get('Chỉ số'), caseIndicators[key].label) ?? [];
    expect([count, of ?? null], key).toEqual([now.count, now.of]);
  }
  expect(rowOf(whole.get('Chỉ số'), 'Nộp trực tuyến')?.[3]).toBe(0.5);
  // The office began in April: of March it says nothing, not that there was nothing.
  for (const label of ['Lượt hỗ trợ số', 'Không tiền mặt (hồ sơ có thu)', 'Hài lòng (phiếu)'])
    expect(rowOf(whole.get('Chỉ số'), label)?.slice(4, 7).filter(Boolean), label).toEqual([]);
  expect(rowOf(whole.get('Chỉ số'), 'Lượt hỗ trợ số')?.[4] ?? null).toBeNull();
  expect(rowOf(whole.get('Theo tháng'), '4/2025')).toEqual(['4/2025', 4, 0, 1, 0, 0, 3]);
  expect(rowOf(whole.get('Theo kênh nộp'), 'Trực tuyến')?.slice(1, 3)).toEqual([2, 2]);
  expect(rowOf(whole.get('Theo kênh nộp'), 'Cộng')?.slice(1, 3)).toEqual([4, 2]);
  expect(whole.has('Hỗ trợ số theo tổ')).toBe(true);
  expect(rowOf(whole.get('Chỉ số'), 'Hài lòng (phiếu)')?.[3]).toContain('chưa đủ');

  const some = await workbookOf(desk, { channel: 'online' });
  expect(rowOf(some.get('Chỉ số'), 'Đã tiếp nhận')?.[1]).toBe(2);
  expect(fileNames).toEqual([
    'Số liệu một cửa 2025-04-01 2025-04-30.xlsx',
    'Số liệu một cửa 2025-04-01 2025-04-30 kênh nộp Trực tuyến.xlsx',
  ]);
  expect(some.get('Chỉ số')?.flat()).toContain('Chỉ hồ sơ kênh nộp Trực tuyến');
  expect(rowOf(some.get('Chỉ số'), 'Hài lòng (phiếu)')).toBeUndefined();
  expect(some.has('Hỗ trợ số theo tổ')).toBe(false);
});
