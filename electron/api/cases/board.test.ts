import { expect, test } from 'vitest';
import { openDesk, reception } from '../../../tests/desk.ts';

test('a book that should be closed is named to those who may close it, from the last working day to the end of March', async () => {
  await using desk = await openDesk('2025-12-30T09:00');
  await desk.clerk.cases.receive(reception());
  const told = async (at: string, who: 'clerk' | 'leader' | 'officer' = 'leader') => {
    desk.setTime(at);
    return (await desk[who].cases.board()).bookToClose;
  };
  expect(await told('2025-12-30T10:00')).toBeNull();
  expect(await told('2025-12-31T08:00')).toBe(2025);
  expect(await told('2025-12-31T08:00', 'clerk')).toBe(2025);
  expect(await told('2025-12-31T08:00', 'officer')).toBeNull();
  expect(await told('2026-03-31T16:00')).toBe(2025);
  expect(await told('2026-04-01T08:00')).toBeNull();
  desk.setTime('2026-02-02T08:00');
  await desk.clerk.books.close({ year: 2025 });
  expect(await told('2026-02-02T09:00')).toBeNull();
});
