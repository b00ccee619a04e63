import { expect, test } from 'vitest';
import { periodOf, segmentWords } from './leader-period.ts';

test.each([
  ['day', '2024-02-29', 0, '2024-02-29', '2024-02-29'],
  ['day', '2024-03-01', -1, '2024-02-29', '2024-02-29'],
  ['month', '2024-02-10', 0, '2024-02-01', '2024-02-29'],
  ['month', '2024-01-31', -1, '2023-12-01', '2023-12-31'],
  ['quarter', '2025-05-31', 0, '2025-04-01', '2025-06-30'],
  ['quarter', '2025-01-31', -1, '2024-10-01', '2024-12-31'],
  ['year', '2024-02-29', 1, '2025-01-01', '2025-12-31'],
] as const)('the %s of %s, %i steps on', (name, day, steps, from, to) => {
  expect(periodOf(name, day, steps)).toEqual({ from, to });
});

test('a segment says which period it is', () => {
  expect(segmentWords('quarter', periodOf('quarter', '2025-05-01'))).toBe('Quý II/2025');
  expect(segmentWords('month', periodOf('month', '2025-12-01'))).toBe('Tháng 12/2025');
});
