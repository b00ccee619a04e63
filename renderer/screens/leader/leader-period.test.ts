import { expect, test } from 'vitest';
import { periodOf } from '../../../shared/domain/reports/period.ts';
import { segmentWords } from './leader-period.ts';
import { readPlace } from './leader-place.ts';

test('a segment says which period it is', () => {
  expect(segmentWords('quarter', periodOf('quarter', '2025-05-01'))).toBe('Quý II/2025');
  expect(segmentWords('month', periodOf('month', '2025-12-01'))).toBe('Tháng 12/2025');
});

test.each([
  ['', 'year', '2026-01-01', '2026-12-31'],
  ['ky=month&tu=2024-02-29', 'month', '2024-02-01', '2024-02-29'],
  ['ky=own&tu=2024-02-29&den=2025-01-02', 'own', '2024-02-29', '2025-01-02'],
  // Days that no calendar has, and days that end before they begin.
  ['ky=month&tu=2025-99-99', 'month', '2026-11-01', '2026-11-30'],
  ['ky=own&tu=2024-01-01&den=2024-02-31', 'month', '2026-11-01', '2026-11-30'],
  ['ky=own&tu=2024-02-01&den=2024-01-01', 'month', '2026-11-01', '2026-11-30'],
  ['ky=year&tu=0225-01-01', 'year', '2026-01-01', '2026-12-31'],
  // Two days say what they are; a name that is none says nothing.
  ['tu=2023-01-01&den=2024-06-30', 'own', '2023-01-01', '2024-06-30'],
  ['ky=week&tu=2023-01-01&den=2024-06-30', 'own', '2023-01-01', '2024-06-30'],
  // So many years no page shows.
  ['ky=own&tu=1900-01-01&den=2024-05-05', 'own', '1995-01-01', '2024-05-05'],
] as const)('the address %j is the %s from %s', (address, name, from, to) => {
  const place = readPlace(new URLSearchParams(address), '2026-11-22');
  expect(place).toMatchObject({ name, period: { from, to } });
});

test('a period that is cut knows where it was to begin', () => {
  const cutOf = (from: string) =>
    readPlace(new URLSearchParams(`ky=own&tu=${from}&den=2199-12-31`), '2026-11-22').cutFrom;
  expect([cutOf('1900-01-01'), cutOf('2170-01-01')]).toEqual(['1900-01-01', null]);
});
