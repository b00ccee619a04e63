import { expect, test } from 'vitest';
import { periodOf } from './rating-period.ts';

test('a period ends on its last day', () => {
  expect(periodOf('month', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodOf('lastMonth', '2024-03-31')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodOf('lastMonth', '2025-01-02')).toEqual({ from: '2024-12-01', to: '2024-12-31' });
  expect(periodOf('quarter', '2025-06-30')).toEqual({ from: '2025-04-01', to: '2025-06-30' });
  expect(periodOf('quarter', '2025-10-01')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(periodOf('year', '2025-12-31')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});
