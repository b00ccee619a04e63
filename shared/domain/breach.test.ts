import { expect, test } from 'vitest';
import { hoursLeft, tellBy } from './breach.ts';

test('seventy-two hours run through nights and holidays, and stop when it is told', () => {
  const breach = { foundAt: '2026-02-14T16:40', notifiedAt: null };
  expect(tellBy(breach)).toBe('2026-02-17T16:40');
  expect(hoursLeft(breach, '2026-02-14T16:40')).toBe(72);
  expect(hoursLeft(breach, '2026-02-17T16:00')).toBe(0);
  expect(hoursLeft(breach, '2026-02-17T16:41')).toBe(-1);
  expect(hoursLeft({ ...breach, notifiedAt: '2026-02-15T08:00' }, '2026-03-01T08:00')).toBeNull();
});

test('of a time that no clock shows no last hour is known', () => {
  for (const foundAt of ['2026-02-14T24:00', '2026-02-30T08:00', '2026-02-14T08:75']) {
    expect(tellBy({ foundAt })).toBeNull();
    expect(hoursLeft({ foundAt, notifiedAt: null }, '2026-03-01T08:00')).toBeNull();
  }
});
