import { expect, test } from 'vitest';
import { toDay, toValues } from './no-appointment-values.ts';

test('a day is saved as it was read, whatever its counters are called', () => {
  const day = {
    ...{ weekdays: [4], procedures: ['1.004873'], opensAt: '07:30', closesAt: '11:30' },
    receptionPoints: ['Quầy 2, tầng 1', 'Một cửa'],
    from: '2025-01-01',
  };
  expect(toDay(toValues(day))).toEqual(day);
  const { receptionPoints: _, ...everywhere } = { ...day, to: '2025-12-31' };
  expect(toDay(toValues(everywhere))).toEqual(everywhere);
});
