import { expect, test } from 'vitest';
import { areaNamedIn } from './digital-settings.ts';

const areas = ['Tiểu khu 1', 'Tiểu khu 12', 'Bản Hua Ít'];

test.each([
  ['Tiểu khu 12, thị trấn Ít Ong', 'Tiểu khu 12'],
  ['tieu khu 1, thị trấn Ít Ong', 'Tiểu khu 1'],
  ['Số 4, Bản Hua Ít', 'Bản Hua Ít'],
  ['Tiểu khu 13, thị trấn Ít Ong', ''],
  ['Tiểu khu 1, trước ở Bản Hua Ít', ''],
])('an address names an area in whole words, and only one: %s', (address, area) => {
  expect(areaNamedIn(address, areas)).toBe(area);
});
