import { expect, test } from 'vitest';
import type { ListHead } from '../../shared/list-sheet.ts';
import { openExcelRoom, type Portions } from './excel-room.ts';

const head: ListHead = {
  name: 'Danh sách',
  title: 'Danh sách',
  subtitles: [],
  office: { parentAgency: 'UBND thị trấn Ít Ong', name: 'Bộ phận Một cửa', place: 'Ít Ong' },
  madeOn: '2025-02-04',
  unit: 'hồ sơ',
  columns: [{ head: 'Mã hồ sơ', width: 24, kind: 'code' }],
};

test('rows that break off end their own list, and the next one is made', async () => {
  const room = openExcelRoom(new URL('excel-worker.ts', import.meta.url));
  const broken = function* (): Portions {
    yield [['H52-1']];
    throw new Error('The register could not be read');
  };
  await expect(room.listWorkbook(head, broken())).rejects.toThrow('The register could not be read');
  expect((await room.listWorkbook(head, [[['H52-2']]])).length).toBeGreaterThan(1000);
  await room.close();
});
